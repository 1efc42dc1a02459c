import { z } from "zod";
import type { Fact, FactName, FactValue, Observation, PlaceStep, SourceClaim, SourceRef } from "@/lib/core/observation";
import { issuesOf } from "../schema-parts";

/** What a handler is told beside the event's object. Moments are µs since the epoch. */
export interface EventContext {
  /** `event_ts`; the moment of receipt when the event has none. */
  readonly atUs: number;
  /** Later moments are from the future. */
  readonly latestUs: number;
  readonly temperatureUnit: "C" | "F";
}

/** What an event's object says, or why it cannot be used. */
export type Told =
  | {
      readonly claims: readonly SourceClaim[];
      readonly observations: readonly Observation[];
      readonly notes?: string[];
    }
  | { readonly issues: readonly string[] };

export type Handler = (payload: unknown, context: EventContext) => Told;

/** A handler of events whose `payload.object` has this shape. */
export function on<S extends z.ZodType>(
  schema: S,
  tell: (object: z.output<S>, context: EventContext) => Told,
): Handler {
  const Event = z.looseObject({ payload: z.looseObject({ account_id: z.string().min(1), object: schema }) });
  return (payload, context) => {
    const event = Event.safeParse(payload);
    if (!event.success) return { issues: issuesOf(event.error) };
    // TypeScript does not follow the generic through the object it is put into.
    return tell(event.data.payload.object as z.output<S>, context);
  };
}

export type ZoomSource = "room" | "sensor" | "workspace" | "location";

export function sourceOf(kind: ZoomSource, externalId: string): SourceRef {
  return { vendor: "zoom", kind, externalId };
}

export function stepOf(source: SourceRef, name?: string, attributes?: PlaceStep["attributes"]): PlaceStep {
  return { source, spaceKind: null, name: name ?? null, customId: null, ...(attributes && { attributes }) };
}

export function factOf(source: SourceRef, name: FactName, value: FactValue | null, observedAtUs: number): Fact {
  return { kind: "fact", source, name, value, observedAtUs };
}
