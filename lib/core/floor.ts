import { z } from "zod";
import { OwnLimits } from "./air-limits";
import { AlertSeverity } from "./alert";
import { Speaker } from "./fusion";
import { METRICS, type Metric } from "./metric";
import { SpaceKind } from "./space";
import { SPACE_STATES, type SpaceFacts, type SpaceVerdict, spaceState } from "./space-state";

const MetricName = z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]);

/** The newest reading of one metric from one source. Times are ISO 8601, UTC. */
export const MetricValue = z.object({
  value: z.number(),
  observedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  /** Since when it has said nobody, somebody, or more than the capacity. */
  since: z.iso.datetime(),
  /** Id of the source that said so. */
  source: z.string(),
  /** The vendor itself is not sure. */
  uncertain: z.literal(true).optional(),
});
export type MetricValue = z.infer<typeof MetricValue>;

/** A source that feeds a space. */
export const SpaceSource = z.object({
  id: z.string(),
  vendor: z.string(),
  kind: z.string(),
  name: z.string(),
  /** Null where its readings make it beside the point. */
  assignedAt: z.iso.datetime().nullable(),
  /** ms; null when silence is normal. */
  expectedIntervalMs: z.number().nullable(),
  /** Could it tell whether somebody is here? */
  senses: z.boolean(),
  lastReadingAt: z.iso.datetime().nullable(),
  /** Its vendor's word on the connection; null when it never said. */
  online: z.boolean().nullable(),
  /** When it said "offline", by its clock; null when it never did, or took it back. */
  offlineAt: z.iso.datetime().nullable(),
  /** %; null when unknown. */
  battery: z.number().nullable(),
  /** %; null when unknown. */
  signal: z.number().nullable(),
});
export type SpaceSource = z.infer<typeof SpaceSource>;

/** Something that is wrong with a source of a space. */
export const SpaceTrouble = z.object({
  source: z.string(),
  code: z.string(),
  /** `noted` troubles end by themselves: nothing will clear them. */
  phase: z.enum(["raised", "noted"]),
  severity: z.enum(["critical", "major", "minor", "info"]),
  text: z.string(),
  since: z.iso.datetime(),
});
export type SpaceTrouble = z.infer<typeof SpaceTrouble>;

/** The open alerts about a space; those that are snoozed or kept quiet do not count. */
export const OpenAlerts = z.object({
  count: z.number(),
  severity: AlertSeverity,
  /** Of the gravest, of several the oldest. */
  id: z.string(),
});
export type OpenAlerts = z.infer<typeof OpenAlerts>;

/** A booking of a space; who booked it is not on the floor. */
export const SpaceBooking = z.object({
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  checkedInAt: z.iso.datetime().nullable(),
  checkedOutAt: z.iso.datetime().nullable(),
});
export type SpaceBooking = z.infer<typeof SpaceBooking>;

/** A stretch of time in which a space is closed. */
export const SpaceClosing = z.object({
  /** Of the maintenance window. */
  id: z.string(),
  name: z.string(),
  from: z.iso.datetime(),
  /** Null: until somebody ends it. */
  until: z.iso.datetime().nullable(),
});
export type SpaceClosing = z.infer<typeof SpaceClosing>;

/** One space as snapshots and frames carry it. `state` is as of the moment it was sent; `verdictAt` keeps it true later. */
export const SpaceSnapshot = z.object({
  id: z.string(),
  kind: SpaceKind,
  parentId: z.string().nullable(),
  name: z.string(),
  type: z.string().nullable(),
  /** What an admin says it has or is for; absent for nothing. */
  tags: z.array(z.string()).optional(),
  /** Its own limits of the air; what is absent is as in what it stands in, in the end as on the floor. */
  limits: OwnLimits.optional(),
  /** People: its own, else its type's. */
  capacity: z.number().nullable(),
  /** How long it is "away" after its motion ended, minutes; null for not at all. */
  holdMinutes: z.number().nullable(),
  state: z.enum(SPACE_STATES),
  since: z.iso.datetime().nullable(),
  /** Per metric the value that speaks for the space. */
  metrics: z.partialRecord(MetricName, MetricValue),
  /** What other sources say of the same metrics. */
  others: z.array(MetricValue.extend({ metric: MetricName })),
  sources: z.array(SpaceSource),
  /** Open troubles, the gravest first. */
  alerts: z.array(SpaceTrouble),
  /** Left out when there are none. */
  openAlerts: OpenAlerts.optional(),
  /** Running and next, at most five, in order. */
  bookings: z.array(SpaceBooking),
  /** Maintenance that is on or comes within eight days, at most four, in order; left out when there is none. */
  closings: z.array(SpaceClosing).optional(),
  /** Lunches of its type, today and tomorrow; left out when there are none. */
  breaks: z.array(z.object({ from: z.iso.datetime(), until: z.iso.datetime() })).optional(),
  /** Who speaks for it, best first; left out for the usual order. */
  speakers: z.array(Speaker).optional(),
});
export type SpaceSnapshot = z.infer<typeof SpaceSnapshot>;

/** A space that is no longer on the floor. */
export const SpaceRemoved = z.object({ id: z.string(), removed: z.literal(true) });

export const FloorHead = z.object({
  id: z.string(),
  name: z.string(),
  building: z.object({ id: z.string(), name: z.string() }),
  site: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
});
export type FloorHead = z.infer<typeof FloorHead>;

/** `GET /api/floors/{id}/snapshot`: everything a floor shows, as of `offset`. */
export const FloorSnapshot = z.object({
  floor: FloorHead,
  epoch: z.string(),
  offset: z.number(),
  /** The server's clock when it answered. */
  now: z.iso.datetime(),
  /** Revision of the published plan; null when there is none. */
  plan: z.number().nullable(),
  /** Limits of the air that the floor has or inherits; what is absent is as built in. */
  limits: OwnLimits.optional(),
  spaces: z.array(SpaceSnapshot),
});
export type FloorSnapshot = z.infer<typeof FloorSnapshot>;

/** What changed on a floor between two offsets. */
export const FloorFrame = z.object({
  floorId: z.string(),
  epoch: z.string(),
  from: z.number(),
  to: z.number(),
  /** Revision of the published plan; null when there is none. */
  plan: z.number().nullable(),
  /** As in the snapshot: absent is as built in, not as before. */
  limits: OwnLimits.optional(),
  changes: z.array(z.union([SpaceRemoved, SpaceSnapshot])),
});
export type FloorFrame = z.infer<typeof FloorFrame>;

/** One line of the site → building → floor switcher. */
export const FloorSummary = FloorHead.extend({
  /** People on the floor's rooms and zones that have a fresh count; null when none has. */
  people: z.number().nullable(),
  spaces: z.number(),
  /** Rooms and zones that need somebody: over capacity, booked but empty, silent, or with something grave. */
  alerts: z.number(),
});
export type FloorSummary = z.infer<typeof FloorSummary>;

/** What a space's state is decided from. */
export type SpaceEvidence = Pick<
  SpaceSnapshot,
  "capacity" | "holdMinutes" | "metrics" | "others" | "sources" | "bookings" | "closings" | "breaks" | "speakers"
>;

/** The state of a space at a moment (ms), from what its snapshot carries. */
export function verdictAt(space: SpaceEvidence, now: number): SpaceVerdict {
  return spaceState(spaceFacts(space), now);
}

/** Every value a space shows, whoever says it. */
export function readingsOf(
  space: Pick<SpaceSnapshot, "metrics" | "others">,
): (MetricValue & { readonly metric: Metric })[] {
  const speaking = Object.entries(space.metrics).map(([metric, value]) => ({ ...value, metric: metric as Metric }));
  return [...speaking, ...space.others];
}

export function spaceFacts(space: SpaceEvidence): SpaceFacts {
  const ms = (time: string | null) => (time === null ? null : Date.parse(time));
  return {
    capacity: space.capacity,
    holdMs: space.holdMinutes === null ? null : space.holdMinutes * 60_000,
    sources: space.sources.map((source) => ({
      id: source.id,
      assignedAt: ms(source.assignedAt) ?? 0, // nobody asks who has readings
      expectedIntervalMs: source.expectedIntervalMs,
      senses: source.senses,
      offlineAt: ms(source.offlineAt),
      // Its signal strength comes with every heartbeat.
      heardAt: source.signal === null ? null : ms(source.lastReadingAt),
    })),
    readings: readingsOf(space).map((reading) => ({
      metric: reading.metric,
      source: reading.source,
      value: reading.value,
      observedAt: Math.min(Date.parse(reading.observedAt), Date.parse(reading.receivedAt)),
      bandSince: Date.parse(reading.since),
      uncertain: reading.uncertain ?? false,
    })),
    bookings: space.bookings.map((booking) => ({
      startsAt: ms(booking.startsAt),
      endsAt: ms(booking.endsAt),
      checkedInAt: ms(booking.checkedInAt),
      checkedOutAt: ms(booking.checkedOutAt),
      cancelledAt: null,
    })),
    speakers: space.speakers ?? null,
    closings: (space.closings ?? []).map(({ from, until }) => ({ from: Date.parse(from), until: ms(until) })),
    breaks: (space.breaks ?? []).map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) })),
  };
}
