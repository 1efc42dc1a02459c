import type { Span } from "./moment-or-day";
import { isUsed, type LineStep, peopleOf, UNKNOWN } from "./space-line";

/**
 * What happened in a stretch of time, in sums that add up: totals of two stretches that follow one another give the
 * totals of both (`addTotals`), with every session counted once. Lengths in ms.
 */
export interface UseTotals {
  readonly validMs: number;
  readonly usedMs: number;
  readonly countedMs: number;
  /** Counted, and somebody in. */
  readonly usedCountedMs: number;
  /** People × ms. */
  readonly peopleMs: number;
  readonly minPeople: number | null;
  readonly maxPeople: number | null;
  /** When there were first so many. */
  readonly maxAt: number | null;
  /** Sessions that began here. */
  readonly starts: number;
  /** It was in use just before, and still is: the session at the start is not new. */
  readonly carried: boolean;
  /** Length of the session that was carried in, here. */
  readonly headMs: number;
  /** Length of the session that is still going on at the end, here. */
  readonly tailMs: number;
  /** The longest session, here. */
  readonly longestMs: number;
  /** One session from the start to the end. */
  readonly isWhole: boolean;
}

export const NO_TOTALS: UseTotals = {
  validMs: 0,
  usedMs: 0,
  countedMs: 0,
  usedCountedMs: 0,
  peopleMs: 0,
  minPeople: null,
  maxPeople: null,
  maxAt: null,
  starts: 0,
  carried: false,
  headMs: 0,
  tailMs: 0,
  longestMs: 0,
  isWhole: false,
};

/** A stretch that is asked about, cut from one that may begin earlier: then a session can come in with it. */
export interface Piece extends Span {
  readonly goesOn: boolean;
}

/** The parts of a stretch that lie in a scope, such as its working hours. */
export function piecesOf(scope: readonly Span[], span: Span): Piece[] {
  return scope
    .filter(({ from, to }) => from < span.to && to > span.from)
    .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to), goesOn: from < span.from }));
}

/** Steps of a line within a stretch, the first at its start. */
export function stepsWithin(line: readonly LineStep[], { from, to }: Span): LineStep[] {
  const first = lastIndexAt(line, from);
  const steps: LineStep[] = [{ at: from, code: line[first]?.code ?? UNKNOWN }];
  for (let i = first + 1; i < line.length; i++) {
    const step = line[i] as LineStep;
    if (step.at >= to) break;
    steps.push(step);
  }
  return steps;
}

/** Index of the last step at or before a moment; -1 when there is none. */
function lastIndexAt(line: readonly LineStep[], at: number): number {
  let [low, high] = [-1, line.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((line[middle] as LineStep).at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What a line says of one piece. The line reaches back at least 1 ms before a piece that goes on. */
export function pieceTotals(line: readonly LineStep[], piece: Piece): UseTotals {
  const steps = stepsWithin(line, piece);
  const wasUsed = piece.goesOn && isUsed(line[lastIndexAt(line, piece.from - 1)]?.code ?? UNKNOWN);
  const sum = { validMs: 0, usedMs: 0, countedMs: 0, usedCountedMs: 0, peopleMs: 0 };
  let min: number | null = null;
  let max: number | null = null;
  let maxAt: number | null = null;
  const runs: Span[] = [];
  for (const [i, { at, code }] of steps.entries()) {
    const until = steps[i + 1]?.at ?? piece.to;
    const length = until - at;
    if (length <= 0 || code === UNKNOWN) continue;
    sum.validMs += length;
    if (isUsed(code)) {
      sum.usedMs += length;
      const last = runs.at(-1);
      if (last?.to === at) runs[runs.length - 1] = { from: last.from, to: until };
      else runs.push({ from: at, to: until });
    }
    const people = peopleOf(code);
    if (people === null) continue;
    sum.countedMs += length;
    sum.peopleMs += people * length;
    if (people > 0) sum.usedCountedMs += length;
    if (min === null || people < min) min = people;
    if (max === null || people > max) [max, maxAt] = [people, at];
  }
  const counted = { ...sum, minPeople: min, maxPeople: max, maxAt };
  return { ...counted, ...sessionsOf(runs, piece, wasUsed) };
}

type Sessions = Pick<UseTotals, "starts" | "carried" | "headMs" | "tailMs" | "longestMs" | "isWhole">;

function sessionsOf(runs: readonly Span[], piece: Span, wasUsed: boolean): Sessions {
  const length = (run: Span | undefined) => (run ? run.to - run.from : 0);
  const [first, last] = [runs[0], runs.at(-1)];
  const carried = wasUsed && first?.from === piece.from;
  return {
    starts: runs.length - (carried ? 1 : 0),
    carried,
    headMs: carried ? length(first) : 0,
    tailMs: last?.to === piece.to ? length(last) : 0,
    longestMs: runs.reduce((longest, run) => Math.max(longest, length(run)), 0),
    isWhole: first?.from === piece.from && first.to === piece.to,
  };
}

/** Totals of what follows directly added to what was before. */
function addTotals(a: UseTotals, b: UseTotals): UseTotals {
  const isHigher = b.maxPeople !== null && (a.maxPeople === null || b.maxPeople > a.maxPeople);
  return {
    validMs: a.validMs + b.validMs,
    usedMs: a.usedMs + b.usedMs,
    countedMs: a.countedMs + b.countedMs,
    usedCountedMs: a.usedCountedMs + b.usedCountedMs,
    peopleMs: a.peopleMs + b.peopleMs,
    minPeople: lower(a.minPeople, b.minPeople),
    maxPeople: isHigher ? b.maxPeople : a.maxPeople,
    maxAt: isHigher ? b.maxAt : a.maxAt,
    starts: a.starts + b.starts,
    carried: a.carried,
    headMs: a.carried && a.isWhole && b.carried ? a.headMs + b.headMs : a.headMs,
    tailMs: b.carried && b.isWhole ? a.tailMs + b.tailMs : b.tailMs,
    longestMs: Math.max(a.longestMs, b.longestMs, b.carried ? a.tailMs + b.headMs : 0),
    isWhole: a.isWhole && b.carried && b.isWhole,
  };
}

const lower = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b));

/** Totals of stretches in order. With nothing to add: nothing is known. */
export function sumTotals(all: readonly UseTotals[]): UseTotals {
  const [first, ...rest] = all;
  return first ? rest.reduce(addTotals, first) : NO_TOTALS;
}

/** What a line says of the parts of a stretch that lie in a scope. */
export const totalsWithin = (line: readonly LineStep[], scope: readonly Span[], span: Span): UseTotals =>
  sumTotals(piecesOf(scope, span).map((piece) => pieceTotals(line, piece)));

/** Sessions that touch the stretch: those that began in it, and the one that came in. */
export const sessionsIn = ({ starts, carried }: UseTotals): number => starts + (carried ? 1 : 0);
