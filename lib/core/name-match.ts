/** Short forms people write on labels. */
const LONG_FORMS: Readonly<Record<string, string>> = {
  rm: "room",
  mtg: "meeting",
  conf: "conference",
  lvl: "level",
  bldg: "building",
  ctr: "center",
  centre: "center",
};

/** A name as its words and numbers: "L2-E16" is l, 2, e, 16; "Quiet rm" is quiet, room. */
export function nameParts(name: string): string[] {
  const found =
    name
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  return found.map((part) => LONG_FORMS[part] ?? part.replace(/^0+(?=\d)/, ""));
}

const isNumber = (part: string) => /^\d/.test(part);
const numbers = (parts: readonly string[]) => parts.filter(isNumber).join();

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

/** Of all three-letter pieces of both, how many they share; 0–1. */
function likeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const shared = [...left].filter((piece) => right.has(piece)).length;
  return (2 * shared) / (left.size + right.size);
}

const isWithin = (part: readonly string[], whole: readonly string[]) =>
  whole.some((_, i) => part.every((word, k) => whole[i + k] === word));

/** A name so short that it is in everything. */
const MOST_MEANINGLESS = 2;
const LEAST_ALIKE = 0.6;

/**
 * How well a text fits the name of a place, 0–1: 1 the same but for capitals, 0.96 the same when written out, less when
 * the name is a part of the text or only sounds like it. Other numbers are another place: T05 is not T06.
 */
export function nameMatch(text: string, name: string): number {
  const [said, wanted] = [nameParts(text), nameParts(name)];
  if (said.length === 0 || wanted.length === 0) return 0;
  if (text.trim().toLowerCase() === name.trim().toLowerCase()) return 1;
  const [saidText, wantedText] = [said.join(" "), wanted.join(" ")];
  if (said.join("") === wanted.join("")) return 0.96;
  if (wantedText.length > MOST_MEANINGLESS && isWithin(wanted, said)) {
    return 0.75 + 0.2 * (wantedText.length / saidText.length);
  }
  if (numbers(said) !== numbers(wanted)) return 0;
  const alike = likeness(saidText, wantedText);
  return alike < LEAST_ALIKE ? 0 : 0.9 * alike;
}
