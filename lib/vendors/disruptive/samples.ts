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
type Sample = { readonly at: number; readonly values: Values } | { readonly problem: string };

/**
 * A measurement and those since the heartbeat before. The outer value at the event's own time is the one that counts;
 * `samples` start with it again, and its sampleTime need not agree.
 */
export function sampledReader<M extends z.ZodType<Record<string, unknown>>>(
  type: string,
  schema: M,
  valuesOf: (measurement: z.output<M>) => Values,
): Reader {
  const readSample = (sample: unknown, now: number): Sample => {
    const at = momentOf(sample, now);
    const measured = schema.safeParse(sample);
    if (typeof at === "string") return { problem: at };
    return measured.success ? { at, values: valuesOf(measured.data) } : { problem: "is no measurement" };
  };
  return reader(type, schema, (body, about) => {
    const values = valuesOf(body);
    // Only true is true: a client library spells it "False".
    const outer = body.isBackfilled === true ? past(about, values) : present(about, values);
    const earlier = history(body.samples, `event.data.${type}.samples`, about, (sample) =>
      readSample(sample, about.now),
    );
    return { observations: [...outer, ...earlier.observations], notes: earlier.notes };
  });
}

const present = (about: About, values: Values): Reading[] =>
  values.map(([metric, value]) => reading(about, metric, value));

const past = (about: About, values: Values): Reading[] =>
  present(about, values).map((read) => ({ ...read, historyOnly: true }));

/** What was measured before, one reading for a moment: the outer value already has the event's own. */
function history(samples: unknown, path: string, about: About, readSample: (sample: unknown) => Sample): Said {
  if (samples === undefined || samples === null) return { observations: [], notes: [] };
  if (!Array.isArray(samples)) return { observations: [], notes: [`${path}: left out, is no list`] };
  const notes: string[] = [];
  if (samples.length > MOST_SAMPLES)
    notes.push(`${path}: only the first ${MOST_SAMPLES} of ${samples.length} are kept`);
  const byMoment = new Map<number, Values>([[about.observedAtUs, []]]);
  samples.slice(1, MOST_SAMPLES).forEach((given: unknown, index) => {
    const sample = readSample(given);
    if ("problem" in sample) notes.push(`${path}.${index + 1}: left out, ${sample.problem}`);
    else if (!byMoment.has(sample.at)) byMoment.set(sample.at, sample.values);
  });
  return { observations: [...byMoment].flatMap(([at, values]) => past({ ...about, observedAtUs: at }, values)), notes };
}

/** When it was measured, or what is wrong with that. */
function momentOf(sample: unknown, now: number): number | string {
  const parsed = SampleTime.safeParse(sample);
  if (!parsed.success) return "has no good sampleTime";
  const { sampleTime } = parsed.data;
  return isFuture(sampleTime, now) ? `sampleTime ${FROM_THE_FUTURE}` : sampleTime;
}
