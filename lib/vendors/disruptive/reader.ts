import type { z } from "zod";
import type { Metric } from "@/lib/core/metric";
import type { Observation, Reading, Severity, Signal, SourceRef } from "@/lib/core/observation";
import { issuesOf } from "../schema-parts";
import { eventData } from "./schema";

/** What every reader knows of its event. `now` in ms. */
export interface About {
  readonly source: SourceRef;
  readonly observedAtUs: number;
  readonly now: number;
}

export interface Said {
  readonly observations: readonly Observation[];
  readonly notes: readonly string[];
  /** Labels that changed; null was taken off. */
  readonly changedLabels?: ReadonlyMap<string, string | null>;
}

/** Reads one type of event out of a whole payload, or says what is wrong with it. */
export type Reader = (payload: unknown, about: About) => Said | { readonly issues: readonly string[] };

/** A reader of `event.data[type]`. */
export function reader<S extends z.ZodType>(
  type: string,
  body: S,
  read: (body: z.output<S>, about: About) => Said,
): Reader {
  return payloadReader(eventData(type, body), (data, about) => read(data as z.output<S>, about)); // eventData checked it
}

export function payloadReader<S extends z.ZodType>(schema: S, read: (data: z.output<S>, about: About) => Said): Reader {
  return (payload, about) => {
    const parsed = schema.safeParse(payload);
    return parsed.success ? read(parsed.data, about) : { issues: issuesOf(parsed.error) };
  };
}

export const saying = (...observations: Observation[]): Said => ({ observations, notes: [] });

export function reading({ source, observedAtUs }: About, metric: Metric, value: number): Reading {
  return { kind: "reading", source, metric, value, observedAtUs, version: null };
}

/** Raised or cleared: DT says the state each time, so every event settles it. */
export function signal(about: About, code: string, raised: boolean, severity: Severity, text: string): Signal {
  const { source, observedAtUs } = about;
  return { kind: "signal", source, code, phase: raised ? "raised" : "cleared", severity, text, observedAtUs };
}
