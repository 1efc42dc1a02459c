/** What a spreadsheet would take for a formula when a cell begins with it, also behind apostrophes of ours. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** Text as a cell that no spreadsheet calculates: an apostrophe before what looks like a formula. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes back what `safeCell` did; other text stays as it is. */
export const plainCell = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

// Signs that reorder or hide the text around them, and what no database keeps.
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;

/** Text without signs that nobody sees: what an import takes in, and what an export compares by. */
export const visibleText = (text: string): string => text.replace(INVISIBLE, "").trim();

/** Tags in one cell: "quiet; window". A tag with a semicolon of its own keeps it behind a backslash. */
export const tagsCell = (tags: readonly string[]): string => {
  const parts = tags.map((tag) => tag.replace(/[\\;]/g, "\\$&"));
  // Without a semicolon a comma would part what is one tag.
  return parts.length === 1 && parts[0]?.includes(",") ? `${parts[0]};` : parts.join("; ");
};

/** Reads `tagsCell`, and also what people write: "quiet, window". Each tag once. */
export function readTags(cell: string): string[] {
  const separator = /(?<!\\)(?:\\\\)*;/.test(cell) ? ";" : ",";
  const parts: string[] = [];
  let part = "";
  for (let i = 0; i < cell.length; i++) {
    const sign = cell[i] ?? "";
    if (sign === "\\" && /[\\;]/.test(cell[i + 1] ?? "")) part += cell[++i];
    else if (sign === separator) {
      parts.push(part);
      part = "";
    } else part += sign;
  }
  const tags = [...parts, part].map((tag) => tag.trim()).filter((tag) => tag !== "");
  return [...new Set(tags)];
}
