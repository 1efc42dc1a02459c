import { eachStep } from "./line-code";
import { isUsed, peopleOf } from "./space-line";

/** A piece of one space's line, as it is kept. */
export interface KeptLine {
  readonly spaceId: number;
  /** ms */
  readonly from: number;
  readonly line: Uint8Array;
}

/** The most at one moment, and when first, ms. */
export interface Most {
  readonly value: number;
  readonly at: number;
}

/** The most people at one moment, and the most spaces in use at one moment; null where nothing is known. */
export interface SweepResult {
  readonly people: Most | null;
  readonly inUse: Most | null;
}

/**
 * Goes along the lines of several spaces at once. Each line covers the same stretch from its own `from`; who has none
 * there is unknown and counts as nothing.
 */
export function sweep(lines: readonly KeptLine[]): SweepResult {
  const changes: { at: number; spaceId: number; code: number }[] = [];
  for (const { spaceId, from, line } of lines) eachStep(line, from, (at, code) => changes.push({ at, spaceId, code }));
  changes.sort((a, b) => a.at - b.at);
  const now = new Map<number, number>();
  const sum = { people: 0, used: 0, counting: 0, known: 0 };
  let [people, inUse]: [Most | null, Most | null] = [null, null];
  const add = (code: number, sign: 1 | -1) => {
    const count = peopleOf(code);
    sum.people += sign * (count ?? 0);
    sum.counting += count === null ? 0 : sign;
    sum.used += isUsed(code) ? sign : 0;
    sum.known += code > 0 ? sign : 0;
  };
  for (const [i, { at, spaceId, code }] of changes.entries()) {
    add(now.get(spaceId) ?? 0, -1);
    add(code, 1);
    now.set(spaceId, code);
    if (changes[i + 1]?.at === at) continue;
    if (sum.counting > 0 && (people === null || sum.people > people.value)) people = { value: sum.people, at };
    if (sum.known > 0 && (inUse === null || sum.used > inUse.value)) inUse = { value: sum.used, at };
  }
  return { people, inUse };
}

/** The higher of two; of alike ones the earlier. */
export function higher(a: Most | null, b: Most | null): Most | null {
  if (a === null || b === null) return a ?? b;
  return b.value > a.value || (b.value === a.value && b.at < a.at) ? b : a;
}
