import { type Figure, type Figures, TARGET_POINTS } from "./space-metrics";
import { sessionsIn, type UseTotals } from "./use-totals";

/** Totals of a space, and what of it is set. */
export interface SpaceUse {
  readonly capacity: number | null;
  /** % */
  readonly targetPercent: number | null;
  readonly totals: UseTotals;
  /** Length of the time asked about, ms. */
  readonly lengthMs: number;
  /** Its days, for the target. */
  readonly days: readonly Pick<UseTotals, "validMs" | "usedMs">[];
}

/** What several spaces did at the same moment. */
export interface Together {
  readonly peak: { readonly value: number; readonly at: string } | null;
  readonly inUse: { readonly value: number; readonly at: string } | null;
}

const MINUTE_MS = 60_000;

/** Keeps what a person could tell apart; figures are equal on screen, in the API and in CSV. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Part of a whole, 0–1, in thousandths; nothing of nothing is 0. */
export const share = (part: number, whole: number): number =>
  whole > 0 ? Math.round((part / whole) * 1000) / 1000 : 0;

const over = (sum: number, by: number) => (by > 0 ? rounded(sum / by) : null);

/** The figures of one space. `at` says a moment (ms) in words of the wire. */
export function figuresOfSpace(use: SpaceUse, at: (ms: number) => string): Figures {
  const { totals, lengthMs, capacity } = use;
  const counted = share(totals.countedMs, lengthMs);
  const known = share(totals.validMs, lengthMs);
  const byCount = (value: number | null): Figure => ({ value, coverage: counted });
  const byPresence = (value: number | null): Figure => ({ value, coverage: known });
  const peak = totals.maxPeople;
  return {
    peak: { ...byCount(peak), ...(totals.maxAt === null ? {} : { at: at(totals.maxAt) }) },
    average: byCount(over(totals.peopleMs, totals.countedMs)),
    averageWhenUsed: byCount(over(totals.peopleMs, totals.usedCountedMs)),
    ...(capacity === null ? {} : { utilization: byCount(utilization([use])) }),
    timeUsedPercent: byPresence(over(100 * totals.usedMs, totals.validMs)),
    ...stays([totals], byPresence),
    ...(capacity === null ? {} : { minimumSurplus: byCount(peak === null ? null : capacity - peak) }),
    ...targets([use], known),
  };
}

/** The figures of several spaces together. */
export function figuresOfGroup(uses: readonly SpaceUse[], { peak, inUse }: Together): Figures {
  const all = uses.map(({ totals }) => totals);
  const sum = (of: (totals: UseTotals) => number) => all.reduce((total, totals) => total + of(totals), 0);
  const length = uses.reduce((total, { lengthMs }) => total + lengthMs, 0);
  const known = share(
    sum(({ validMs }) => validMs),
    length,
  );
  const byCount = (value: number | null): Figure => ({
    value,
    coverage: share(
      sum((one) => one.countedMs),
      length,
    ),
  });
  const byPresence = (value: number | null): Figure => ({ value, coverage: known });
  const counting = uses.filter(({ totals }) => totals.countedMs > 0);
  const seats = counting.every(({ capacity }) => capacity !== null)
    ? counting.reduce((total, { capacity }) => total + (capacity ?? 0), 0)
    : null;
  const heard = all.filter(({ validMs }) => validMs > 0).length;
  return {
    peak: { ...byCount(peak?.value ?? null), ...(peak ? { at: peak.at } : {}) },
    average: byCount(averagePeople(all)),
    averageWhenUsed: byCount(
      over(
        sum((one) => one.peopleMs),
        sum((one) => one.usedCountedMs),
      ),
    ),
    ...(uses.some(({ capacity }) => capacity !== null) ? { utilization: byCount(utilization(uses)) } : {}),
    timeUsedPercent: byPresence(
      over(
        100 * sum((one) => one.usedMs),
        sum((one) => one.validMs),
      ),
    ),
    ...stays(all, byPresence),
    ...(seats === null ? {} : { minimumSurplus: byCount(peak ? seats - peak.value : null) }),
    ...targets(uses, known),
    peakInUse: { ...byPresence(inUse?.value ?? null), ...(inUse ? { at: inUse.at } : {}) },
    fewestFree: { ...byPresence(inUse ? heard - inUse.value : null), ...(inUse ? { at: inUse.at } : {}) },
  };
}

function stays(all: readonly UseTotals[], figure: (value: number | null) => Figure): Figures {
  const isKnown = all.some(({ validMs }) => validMs > 0);
  const sessions = all.reduce((sum, totals) => sum + sessionsIn(totals), 0);
  const used = all.reduce((sum, { usedMs }) => sum + usedMs, 0);
  const longest = Math.max(0, ...all.map(({ longestMs }) => longestMs));
  return {
    sessions: figure(isKnown ? sessions : null),
    dwellMean: figure(over(used / MINUTE_MS, sessions)),
    dwellLongest: figure(sessions > 0 ? rounded(longest / MINUTE_MS) : null),
  };
}

type Counted = Pick<UseTotals, "peopleMs" | "countedMs">;

/** People in all of them, on average: each over the time it was counted. */
function averagePeople(all: readonly Counted[]): number | null {
  const counting = all.filter(({ countedMs }) => countedMs > 0);
  if (counting.length === 0) return null;
  return rounded(counting.reduce((sum, { peopleMs, countedMs }) => sum + peopleMs / countedMs, 0));
}

function utilization(uses: readonly { readonly capacity: number | null; readonly totals: Counted }[]): number | null {
  const seated = uses.filter(({ capacity }) => capacity !== null);
  const people = seated.reduce((sum, { totals }) => sum + totals.peopleMs, 0);
  return over(
    100 * people,
    seated.reduce((sum, { capacity, totals }) => sum + (capacity ?? 0) * totals.countedMs, 0),
  );
}

function targets(uses: readonly SpaceUse[], coverage: number): Figures {
  const judged = uses.filter(({ targetPercent }) => targetPercent !== null);
  if (judged.length === 0) return {};
  const sums = { under: 0, at: 0, over: 0 };
  for (const { days, targetPercent } of judged) {
    for (const { usedMs, validMs } of days) {
      if (validMs === 0) continue;
      const points = (100 * usedMs) / validMs - (targetPercent ?? 0);
      sums[points < -TARGET_POINTS ? "under" : points > TARGET_POINTS ? "over" : "at"] += validMs;
    }
  }
  const figure = (ms: number): Figure => ({ value: coverage > 0 ? rounded(ms / MINUTE_MS) : null, coverage });
  return { underTarget: figure(sums.under), atTarget: figure(sums.at), overTarget: figure(sums.over) };
}
