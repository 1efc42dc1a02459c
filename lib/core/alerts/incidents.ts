/** Devices that go silent within this of each other have one cause, ms. */
export const TOGETHER_MS = 10 * 60_000;
const FEWEST = 5;
const SHARE = 0.6;

/** An open alert that a device is offline. `since` in ms. */
export interface Silent {
  readonly id: string;
  readonly since: number;
}

/**
 * Most of a floor's devices went silent together: who, and when it began (ms). Null when it were fewer than five, or
 * less than 60 % of them, within any ten minutes.
 */
export function massOutage(
  silent: readonly Silent[],
  devices: number,
): { readonly startedAt: number; readonly members: readonly Silent[] } | null {
  const needed = Math.max(FEWEST, Math.ceil(SHARE * devices));
  const sorted = [...silent].sort((a, b) => a.since - b.since || Number(a.id) - Number(b.id));
  for (const [i, first] of sorted.entries()) {
    const together = sorted.slice(i).filter(({ since }) => since - first.since <= TOGETHER_MS);
    if (together.length >= needed) return { startedAt: first.since, members: together };
  }
  return null;
}
