import { z } from "zod";
import type { Metric } from "@/lib/core/metric";
import type { Observation, PlaceStep, Reading, SourceClaim } from "@/lib/core/observation";
import type { SpaceKind } from "@/lib/core/space";
import type { Parsed } from "../adapter";
import { EARLIEST_MS, FROM_THE_FUTURE, FUTURE_MS, issuesOf } from "../schema-parts";
import { ksuidSeconds } from "./ksuid";
import { createPlaceMemory } from "./place-memory";
import {
  Detections,
  Envelope,
  FloorOccupancy,
  type Place,
  RoomMotion,
  RoomOccupancy,
  type Sensor,
  Traffic,
  ZoneOccupancy,
} from "./schema";

type Handler = (payload: unknown, eventType: string, now: number) => Parsed;
/** Whom and which moment an event speaks of. */
type Subject = Pick<Reading, "source" | "observedAtUs" | "version">;

const ENVELOPE_KEYS = ["id", "type", "timestamp", "version", "metadata", "data"];
const SKEW_S = 5 * 60;

/** `*_1MIN` is smoothed and stays apart from the count; the changelog spells it `*_1M`. */
const createHandlers = (): ReadonlyMap<string, Handler> =>
  new Map([
    ["FLOOR_OCCUPANCY", handler(FloorOccupancy, placeOf, count("occupancy"))],
    ["FLOOR_OCCUPANCY_1MIN", handler(FloorOccupancy, placeOf, count("occupancySmoothed"))],
    ["ROOM_OCCUPANCY", handler(RoomOccupancy, placeOf, count("occupancy"))],
    ["ROOM_OCCUPANCY_1MIN", handler(RoomOccupancy, placeOf, count("occupancySmoothed"))],
    ["ZONE_OCCUPANCY", handler(ZoneOccupancy, placeOf, count("occupancy"))],
    ["ZONE_OCCUPANCY_1MIN", handler(ZoneOccupancy, placeOf, count("occupancySmoothed"))],
    ["PIR_MOTION", handler(RoomMotion, placeOf, (_event, room) => [reading(room, "motion", 1)])],
    ["PIR_NO_MOTION", handler(RoomMotion, placeOf, (_event, room) => [reading(room, "motion", 0)])],
    ["TRAFFIC", handler(Traffic, sensorOf, traffic)],
    ["DETECTIONS", handler(Detections, sensorOf, detections, { isFleeting: true })],
  ]);

/** A parser that remembers places: the same payload and clock give the same answer whatever it read before. */
export function createParse(): (payload: unknown, now: number) => Parsed {
  const handlers = createHandlers();
  return (payload, now) => {
    if (!isEnvelope(payload)) return { kind: "foreign" };
    const usual = "type" in payload && typeof payload.type === "string" ? handlers.get(payload.type) : undefined;
    if (usual) return usual(payload, (payload as { type: string }).type, now);
    const envelope = Envelope.safeParse(payload);
    if (!envelope.success) return malformed("", envelope.error);
    const eventType = envelope.data.type.toUpperCase().replace(/_1M$/, "_1MIN");
    const handle = handlers.get(eventType);
    if (handle) return handle(payload, eventType, now);
    return { kind: "unhandled", eventType, observedAtUs: plausibleUs(envelope.data.timestamp, now), eventId: null };
  };
}

export const parse = createParse();

function isEnvelope(payload: unknown): payload is object {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return false;
  return ENVELOPE_KEYS.some((key) => Object.hasOwn(payload, key));
}

type EventSchema = z.ZodObject<{ id: z.ZodType<string>; timestamp: z.ZodType<number>; metadata: z.ZodType }>;

function handler<S extends EventSchema>(
  schema: S,
  claimOf: (metadata: z.output<S>["metadata"]) => PlaceStep[],
  observe: (event: z.output<S>, subject: Subject) => Observation[],
  how: { isFleeting?: true } = {},
): Handler {
  const read = createReader(schema, claimOf);
  return (payload, eventType, now) => {
    const event = read(payload as object); // parse() let nothing else through
    if (event instanceof z.ZodError) return malformed(eventType, event);
    const { said, claim } = event;
    const { id, timestamp } = said;
    if (timestamp > now + FUTURE_MS) {
      return { kind: "malformed", eventType, issues: [`timestamp: ${FROM_THE_FUTURE}`] };
    }
    const { source } = claim.at(-1) as PlaceStep; // every claim ends in the event's own entity
    const observedAtUs = timestamp * 1000;
    const observations = observe(said, { source, observedAtUs, version: computedAt(id, timestamp, now) });
    return {
      kind: "observations",
      eventType,
      observedAtUs,
      eventId: null,
      claims: [claim],
      observations,
      notes: [],
      ...how,
    };
  };
}

/** What the schema says of an event; what it said of a place before is not asked again. */
function createReader<S extends EventSchema>(schema: S, claimOf: (metadata: z.output<S>["metadata"]) => PlaceStep[]) {
  const rest = schema.omit({ metadata: true } as never);
  const places = createPlaceMemory();
  return (payload: object): { said: z.output<S>; claim: SourceClaim } | z.ZodError => {
    const { metadata } = payload as { metadata?: unknown };
    const known = places.claimOf(metadata);
    const told = known && rest.safeParse(payload);
    // The observers look at nothing of the place but what the claim says.
    if (told?.success) return { said: told.data as z.output<S>, claim: known as SourceClaim };
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return parsed.error;
    const claim = claimOf(parsed.data.metadata);
    places.remember(metadata, claim);
    return { said: parsed.data, claim };
  };
}

function malformed(eventType: string, error: z.ZodError): Parsed {
  return { kind: "malformed", eventType, issues: issuesOf(error) };
}

function plausibleUs(timestamp: unknown, now: number): number | null {
  const plausible = typeof timestamp === "number" && timestamp >= EARLIEST_MS && timestamp <= now + FUTURE_MS;
  return plausible ? Math.trunc(timestamp) * 1000 : null;
}

/** Trusted only when it can be true: not before the moment it counts (but for clock skew), not after now. */
function computedAt(id: string, timestamp: number, now: number): number | null {
  const seconds = ksuidSeconds(id);
  if (seconds === null || seconds < timestamp / 1000 - SKEW_S || seconds > now / 1000 + SKEW_S) return null;
  return seconds;
}

function reading(subject: Subject, metric: Metric, value: number): Reading {
  const { source, observedAtUs, version } = subject;
  return { kind: "reading", source, metric, value, observedAtUs, version };
}

function count(metric: Metric) {
  return (event: { data: number }, place: Subject) => [reading(place, metric, event.data)];
}

function traffic({ data }: z.infer<typeof Traffic>, sensor: Subject) {
  return [reading(sensor, "trafficIn", data.in), reading(sensor, "trafficOut", data.out)];
}

function detections({ data }: z.infer<typeof Detections>, { source, observedAtUs }: Subject): Observation[] {
  return [{ kind: "fact", source, name: "positions", value: { local: data.local, world: data.world }, observedAtUs }];
}

function placeOf(m: Place): PlaceStep[] {
  const steps = [
    step("site", m.site_id, m.site_name),
    step("building", m.building_id, m.building_name),
    step("floor", m.floor_id, m.floor_name, m.floor_custom_id),
  ];
  if (m.room_id) steps.push(step("room", m.room_id, m.room_name, m.room_custom_id));
  if (m.zone_id) steps.push(step("zone", m.zone_id, m.zone_name, m.zone_custom_id));
  return steps;
}

function step(kind: SpaceKind, externalId: string, name?: string, customId?: string): PlaceStep {
  const source = { vendor: "butlr", kind, externalId } as const;
  return { source, spaceKind: kind, name: name ?? null, customId: customId ?? null };
}

function sensorOf(m: Sensor): PlaceStep[] {
  const source = { vendor: "butlr", kind: "sensor", externalId: m.sensor_id } as const;
  const attributes = {
    model: m.sensor_model ?? null,
    type: m.sensor_mode ?? null,
    mac: m.mac_address ?? null,
    hive: m.hive_serial ?? m.hive_id ?? null,
  };
  return [...placeOf(m), { source, spaceKind: null, name: null, customId: null, attributes }];
}
