interface Point {
  readonly at: number;
  readonly value: number | null;
  readonly correctedAt: number | null;
}

/** Kept of a bucket: its lowest, its highest, its first silence, its first correction, and what holds after it. */
const PER_BUCKET = 5;

/**
 * At most `most` points that draw nearly the same line: of each short stretch the lowest and highest value, the first
 * silence, the first correction and the end stay where they were. A line that is short enough stays as it is.
 */
export function thinLine<P extends Point>(
  points: readonly P[],
  span: { readonly from: number; readonly to: number },
  most: number,
): readonly P[] {
  if (points.length <= most) return points;
  const buckets = new Map<number, P[]>();
  const width = (span.to - span.from) / Math.floor(most / PER_BUCKET);
  for (const point of points) {
    const bucket = Math.floor((point.at - span.from) / width);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), point]);
  }
  return [...buckets.values()].flatMap(kept);
}

function kept<P extends Point>(points: readonly P[]): P[] {
  const known = points.filter((point) => point.value !== null);
  const by = (a: P, b: P) => (a.value ?? 0) - (b.value ?? 0);
  const keep = new Set<P | undefined>([
    known.toSorted(by)[0],
    known.toSorted(by).at(-1),
    points.find((point) => point.value === null),
    known.find((point) => point.correctedAt !== null),
    points.at(-1),
  ]);
  return points.filter((point) => keep.has(point));
}
