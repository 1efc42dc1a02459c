import { DateTime } from "luxon";

/** So many, at a moment (ms). */
export interface Amount {
  readonly at: number;
  readonly amount: number;
}

export interface Bucket {
  /** ms; the first and last may be cut by the span. */
  readonly from: number;
  readonly to: number;
  /** null: nothing was reported. */
  readonly total: number | null;
}

/** Sums per hour or day of a time zone's clock: a day of a clock change has 23 or 25 hours, and every hour stands once. */
export function bucketTotals(
  amounts: readonly Amount[],
  span: { from: number; to: number },
  unit: "hour" | "day",
  timeZone: string,
): Bucket[] {
  const buckets: { from: number; to: number; total: number | null }[] = [];
  for (let from = span.from; from < span.to; ) {
    const next = DateTime.fromMillis(from, { zone: timeZone })
      .startOf(unit)
      .plus({ [unit]: 1 })
      .toMillis();
    const to = Math.min(next, span.to);
    buckets.push({ from, to, total: null });
    from = to;
  }
  let i = 0;
  for (const { at, amount } of [...amounts].sort((a, b) => a.at - b.at)) {
    while (i < buckets.length && at >= (buckets[i]?.to ?? 0)) i++;
    const bucket = buckets[i];
    if (bucket && at >= bucket.from) bucket.total = (bucket.total ?? 0) + amount;
  }
  return buckets;
}
