import type { z } from "zod";
import type { Metric } from "@/lib/core/metric";
import type { Reading } from "@/lib/core/observation";
import { FROM_THE_FUTURE } from "../schema-parts";
import { type About, type Reader, reader, reading, type Said } from "./reader";
import { SampleTime } from "./schema";
import { isFuture } from "./timestamp";

/** Documented are 30. */
const MOST_SAMPLES = 100;

type Values = readonly (readonly [metric: Metric, value: number])[];
type Measurement = z.ZodType<Record<string, unknown>>;

const past = (about: About, values: Values): Reading[] =>
  values.map(([metric, value]) => ({ ...reading(about, metric, value), historyOnly: true }));

/**
 * A measurement and those since the heartbeat before. The outer value at the event's own time is the one that counts;
 * `samples` start with it again, and its sampleTime need not agree.
 */
export function sampledReader<M extends Measurement>(
  type: string,
  schema: M,
  valuesOf: (m: z.output<M>) => Values,
): Reader {
  return reader(type, schema, (body, about) => {
    const values = valuesOf(body);
    // Only true is true: a client library spells it "False".
    const outer =
      body.isBackfilled === true ? past(about, values) : values.map(([metric, value]) => reading(about, metric, value));
    const earlier = readSamples(body.samples, `event.data.${type}.samples`, schema, valuesOf, about);
    return { observations: [...outer, ...earlier.observations], notes: earlier.notes };
  });
}

function readSamples<M extends Measurement>(
  samples: unknown,
  path: string,
  schema: M,
  valuesOf: (m: z.output<M>) => Values,
  about: About,
): Said {
  if (samples === undefined || samples === null) return { observations: [], notes: [] };
  if (!Array.isArray(samples)) return { observations: [], notes: [`${path}: left out, is no list`] };
  const observations: Reading[] = [];
  const notes =
    samples.length > MOST_SAMPLES ? [`${path}: only the first ${MOST_SAMPLES} of ${samples.length} are kept`] : [];
  const taken = new Set([about.observedAtUs]);
  samples.slice(1, MOST_SAMPLES).forEach((sample: unknown, index) => {
    const at = momentOf(sample, about.now);
    const measured = schema.safeParse(sample);
    if (typeof at === "string" || !measured.success) {
      notes.push(`${path}.${index + 1}: left out, ${typeof at === "string" ? at : "is no measurement"}`);
    } else if (!taken.has(at)) {
      taken.add(at);
      observations.push(...past({ ...about, observedAtUs: at }, valuesOf(measured.data)));
    }
  });
  return { observations, notes };
}

/** When it was measured, or what is wrong with that. */
function momentOf(sample: unknown, now: number): number | string {
  const parsed = SampleTime.safeParse(sample);
  if (!parsed.success) return "has no good sampleTime";
  const { sampleTime } = parsed.data;
  return isFuture(sampleTime, now) ? `sampleTime ${FROM_THE_FUTURE}` : sampleTime;
}
