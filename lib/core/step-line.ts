export interface StepReading {
  /** ms since the epoch. */
  readonly at: number;
  /** null: its device went offline, and from here on nothing is known. */
  readonly value: number | null;
  readonly firstValue: number;
  /** When a changed value came in, ms; null when it was never corrected. */
  readonly correctedAt: number | null;
  /** ms; null for as long as nothing else is said. */
  readonly holdsForMs: number | null;
}

export interface StepPoint {
  readonly at: number;
  /** null: from here on nothing is known. */
  readonly value: number | null;
  readonly firstValue: number;
  readonly correctedAt: number | null;
}

/**
 * Readings (oldest first) as the fewest points that draw the same line: a point where the value changes, was
 * corrected, or ends in silence. A reading holds until the next one, but never longer than it may stand for "now".
 */
export function stepLine(readings: readonly StepReading[], span: { from: number; to: number }): StepPoint[] {
  const points: StepPoint[] = [];
  const add = (point: StepPoint) => {
    const last = points.at(-1);
    const repeats = last?.value === point.value && point.correctedAt === null && last.correctedAt === null;
    if (!repeats) points.push(point);
  };
  for (const [i, reading] of readings.entries()) {
    const { at, value, firstValue, correctedAt } = reading;
    const holdsFor = reading.holdsForMs ?? Number.POSITIVE_INFINITY;
    const next = readings[i + 1]?.at ?? span.to;
    const silentAt = at + holdsFor;
    if (Math.min(next, silentAt) <= span.from) continue;
    add({
      at: Math.max(at, span.from),
      value,
      firstValue,
      correctedAt: correctedAt !== null && value !== firstValue ? correctedAt : null,
    });
    if (silentAt < next) add({ at: silentAt, value: null, firstValue: 0, correctedAt: null });
  }
  return points;
}
