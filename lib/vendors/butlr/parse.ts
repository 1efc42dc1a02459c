import type { z } from "zod";
import type { Metric } from "@/lib/core/metric";
import type { PlaceStep } from "@/lib/core/observation";
import type { SpaceKind } from "@/lib/core/space";
import type { Parsed } from "../adapter";
import { FROM_THE_FUTURE, FUTURE_MS, issuesOf } from "../schema-parts";
import { ksuidSeconds } from "./ksuid";
import { Envelope, RoomOccupancy, ZoneOccupancy } from "./schema";

type Room = z.infer<typeof RoomOccupancy>;
type Zone = z.infer<typeof ZoneOccupancy>;

const ENVELOPE_KEYS = ["id", "type", "timestamp", "version", "metadata", "data"];

/** `*_1MIN` is smoothed and stays apart from the count; the changelog spells it `*_1M`. */
const COUNTS: ReadonlyMap<string, { schema: typeof RoomOccupancy | typeof ZoneOccupancy; metric: Metric }> = new Map([
  ["ROOM_OCCUPANCY", { schema: RoomOccupancy, metric: "occupancy" }],
  ["ROOM_OCCUPANCY_1MIN", { schema: RoomOccupancy, metric: "occupancySmoothed" }],
  ["ZONE_OCCUPANCY", { schema: ZoneOccupancy, metric: "occupancy" }],
  ["ZONE_OCCUPANCY_1MIN", { schema: ZoneOccupancy, metric: "occupancySmoothed" }],
]);

export function parse(payload: unknown, now: number): Parsed {
  if (!isEnvelope(payload)) return { kind: "foreign" };
  const envelope = Envelope.safeParse(payload);
  if (!envelope.success) return malformed("", envelope.error);
  const eventType = envelope.data.type.toUpperCase().replace(/_1M$/, "_1MIN");
  const counted = COUNTS.get(eventType);
  if (!counted) return { kind: "unhandled", eventType, observedAtUs: null, eventId: null };
  const event = counted.schema.safeParse(payload);
  if (!event.success) return malformed(eventType, event.error);
  if (event.data.timestamp > now + FUTURE_MS) {
    return { kind: "malformed", eventType, issues: [`timestamp: ${FROM_THE_FUTURE}`] };
  }
  return count(eventType, event.data, counted.metric, now);
}

function isEnvelope(payload: unknown): payload is object {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return false;
  return ENVELOPE_KEYS.some((key) => Object.hasOwn(payload, key));
}

function malformed(eventType: string, error: z.ZodError): Parsed {
  return { kind: "malformed", eventType, issues: issuesOf(error) };
}

function count(eventType: string, event: Room | Zone, metric: Metric, now: number): Parsed {
  const place = placeOf(event.metadata);
  const self = place.at(-1) as PlaceStep; // a room or a zone: placeOf always ends in the event's own entity
  const observedAtUs = event.timestamp * 1000;
  const version = computedAt(event.id, event.timestamp, now);
  const reading = { kind: "reading", source: self.source, metric, value: event.data, observedAtUs, version } as const;
  return {
    kind: "observations",
    eventType,
    observedAtUs,
    eventId: null,
    claims: [place],
    observations: [reading],
    notes: [],
  };
}

/** Trusted only when it can be true: not before the moment it counts (but for clock skew), not after now. */
function computedAt(id: string, timestamp: number, now: number): number | null {
  const seconds = ksuidSeconds(id);
  const skewS = 5 * 60;
  if (seconds === null || seconds < timestamp / 1000 - skewS || seconds > now / 1000 + skewS) return null;
  return seconds;
}

function placeOf(m: Room["metadata"] | Zone["metadata"]): PlaceStep[] {
  const steps = [
    step("site", m.site_id, m.site_name),
    step("building", m.building_id, m.building_name),
    step("floor", m.floor_id, m.floor_name, m.floor_custom_id),
  ];
  if (m.room_id) steps.push(step("room", m.room_id, m.room_name, m.room_custom_id));
  if ("zone_id" in m) {
    const zone = m as Zone["metadata"];
    steps.push(step("zone", zone.zone_id, zone.zone_name, zone.zone_custom_id));
  }
  return steps;
}

function step(kind: SpaceKind, externalId: string, name?: string, customId?: string): PlaceStep {
  const source = { vendor: "butlr", kind, externalId } as const;
  return { source, spaceKind: kind, name: name ?? null, customId: customId ?? null };
}
