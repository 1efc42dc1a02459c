import { english, type Text } from "./text";

/** Most places that are added at once. */
const MOST_NAMES = 500;

export type Names = { readonly names: readonly string[] } | { readonly problem: string };

/**
 * The names a pattern stands for: lines or commas between them, and runs of numbers such as "Desk 1–40", "Desk 01-40"
 * or "3.01–3.12". Leading zeros are kept.
 */
export function namesFromPattern(pattern: string, t: Text = english): Names {
  const parts = pattern
    .split(/[\n,]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0) return { problem: t("Type names, or a run such as Desk 1–40.") };
  const names: string[] = [];
  for (const part of parts) {
    const run = namesOfRun(part, t);
    if (typeof run === "string") return { problem: run };
    names.push(...run);
    if (names.length > MOST_NAMES) return { problem: t("At most {count} at once.", { count: MOST_NAMES }) };
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) return { problem: t("“{name}” is in it twice.", { name }) };
    seen.add(name.toLowerCase());
  }
  return { names };
}

function namesOfRun(part: string, t: Text): string[] | string {
  const dash = /\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\S*\d)/.exec(part);
  const left = dash && /^(.*?)(\d+)$/.exec(part.slice(0, dash.index));
  if (!dash || !left) return [part];
  const [, before = "", first = ""] = left;
  const last = /^(\d+)(\D*)$/.exec(withoutRepeat(part.slice(dash.index + dash[0].length), before));
  if (!last) return [part];
  const [, end = "", after = ""] = last;
  const count = Number(end) - Number(first) + 1;
  if (count < 1) return t("{run} runs backwards.", { run: `${first}–${end}` });
  if (count > MOST_NAMES) return t("At most {count} at once.", { count: MOST_NAMES });
  return Array.from({ length: count }, (_, i) => `${before}${numbered(first, i)}${after}`);
}

const numbered = (first: string, i: number) => String(Number(first) + i).padStart(first.length, "0");

/** "3.12" after "Room 3.01": the end of what stands before the first number may stand before the last, too. */
function withoutRepeat(right: string, before: string): string {
  for (let start = 0; start < before.length; start++) {
    const tail = before.slice(start);
    if (right.startsWith(tail) && /^\d/.test(right.slice(tail.length))) return right.slice(tail.length);
  }
  return right;
}
