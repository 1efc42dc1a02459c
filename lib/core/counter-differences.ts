/** What a device has counted in its whole life, at one moment (µs). */
export interface CounterTotal {
  readonly observedAtUs: number;
  readonly total: number;
}

/** What it counted since the total before. */
export interface CounterDifference {
  readonly observedAtUs: number;
  readonly difference: number;
}

/**
 * The steps between totals given in time order; the first total has nothing before it and gives none.
 * A lifetime counter cannot be reset: a lower total is another device, and what it counted elsewhere is not ours, so 0.
 */
export function counterDifferences(totals: readonly CounterTotal[]): CounterDifference[] {
  return totals.slice(1).map(({ observedAtUs, total }, index) => {
    const before = totals[index]?.total ?? total;
    return { observedAtUs, difference: Math.max(0, total - before) };
  });
}
