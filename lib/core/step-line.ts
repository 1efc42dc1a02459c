export interface StepReading {
  /** ms since the epoch. */
  readonly at: number;
  readonly source: number;
  readonly value: number;
  readonly firstValue: number;
  /** When a changed value came in, ms; null when it was never corrected. */
  readonly correctedAt: number | null;
  /** How long it is believed, ms; null where silence means nothing. */
  readonly holdsForMs: number | null;
}

/** From this moment (ms) on a source is known to say nothing: it is offline, or stands elsewhere. */
export interface StepSilence {
  readonly at: number;
  readonly source: number;
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
 * corrected, or ends in silence. A reading holds until the next one, but never longer than it is believed and never
 * beyond a silence of its source.
 */
export function stepLine(
  readings: readonly StepReading[],
  span: { from: number; to: number },
  silences: readonly StepSilence[] = [],
): StepPoint[] {
  const points: StepPoint[] = [];
  const add = (point: StepPoint) => {
    const last = points.at(-1);
    const repeats = last?.value === point.value && point.correctedAt === null && last.correctedAt === null;
    if (!repeats) points.push(point);
  };
  for (const [i, reading] of readings.entries()) {
    const { at, value, firstValue, correctedAt } = reading;
    const next = readings[i + 1]?.at ?? span.to;
    const silentAt = Math.min(at + (reading.holdsForMs ?? Number.POSITIVE_INFINITY), silenceAfter(reading, silences));
    if (Math.min(next, silentAt) <= span.from) continue;
    if (silentAt > at) {
      add({
        at: Math.max(at, span.from),
        value,
        firstValue,
        correctedAt: correctedAt !== null && value !== firstValue ? correctedAt : null,
      });
    }
    if (silentAt < next) add({ at: silentAt, value: null, firstValue: 0, correctedAt: null });
  }
  return points;
}

function silenceAfter({ at, source }: StepReading, silences: readonly StepSilence[]): number {
  const later = silences.filter((silence) => silence.source === source && silence.at >= at);
  return Math.min(...later.map((silence) => silence.at));
}
