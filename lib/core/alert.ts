import { z } from "zod";
import { VENDORS } from "./observation";
import { SpaceKind } from "./space";
import { Words } from "./words";

/** What sort of trouble it is. */
const ALERT_KINDS = [
  "device-offline",
  "connector-offline",
  /** Most devices of a floor went silent together. */
  "floor-offline",
  "feed-silent",
  "room-equipment",
  "water",
  "wire",
  "gateway",
  "battery",
  "over-capacity",
  "environment",
  "ghost",
  "no-data",
  "hint",
] as const;
export const AlertKind = z.enum(ALERT_KINDS);
export type AlertKind = z.infer<typeof AlertKind>;

/** Gravest first. */
export const ALERT_SEVERITIES = ["critical", "warning", "notice"] as const;
export const AlertSeverity = z.enum(ALERT_SEVERITIES);
export type AlertSeverity = z.infer<typeof AlertSeverity>;

/** Acknowledged and snoozed ones are still true; resolved ones are over. */
export const ALERT_STATUSES = ["open", "acknowledged", "snoozed", "resolved"] as const;
export const AlertStatus = z.enum(ALERT_STATUSES);
export type AlertStatus = z.infer<typeof AlertStatus>;

/** Why it is over: the trouble ended, nobody said anything more for an hour, a person said so, or what it was about is gone. */
const RESOLVED_REASONS = ["cleared", "silent", "manual", "removed", "moved", "rule-off", "merged"] as const;
export const ResolvedReason = z.enum(RESOLVED_REASONS);
export type ResolvedReason = z.infer<typeof ResolvedReason>;

/** What has an id and a name. */
export const Named = z.object({ id: z.string(), name: z.string() });

/** What it means for people right now. */
const AlertImpact = z.object({
  /** People in there now; null when nobody counts them. The last known count where the sensors are silent. */
  people: z.number().nullable(),
  /** The booking that runs, or the next within two hours; null when there is none. */
  booking: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime().nullable() }).nullable(),
  /** Rooms, zones and desks it is about. */
  spaces: z.number(),
  /** The higher, the sooner somebody should look. */
  rank: z.number(),
});

/** One trouble with one cause. Times are ISO 8601, UTC. */
export const Alert = z.object({
  id: z.string(),
  kind: AlertKind,
  title: Words,
  /** What more is known, in one line; null when the title says it all. */
  detail: Words.nullable(),
  severity: AlertSeverity,
  status: AlertStatus,
  /** False: deliveries were missed since, and its end may have been among them. */
  isConfirmed: z.boolean(),
  /** The maintenance window that keeps it quiet; null when none does. */
  suppressedBy: Named.extend({ until: z.iso.datetime().nullable() }).nullable(),
  /** When it was opened here. */
  openedAt: z.iso.datetime(),
  /** Since when it is so, by the vendor's clock. */
  since: z.iso.datetime(),
  /** The last word on it. */
  lastAt: z.iso.datetime(),
  /** How often it was reported. */
  count: z.number(),
  acknowledgedAt: z.iso.datetime().nullable(),
  acknowledgedBy: Named.nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedReason: ResolvedReason.nullable(),
  space: Named.extend({ kind: SpaceKind }).nullable(),
  floor: Named.nullable(),
  site: Named.extend({ timeZone: z.string() }).nullable(),
  source: Named.extend({ vendor: z.enum(VENDORS) }).nullable(),
  vendor: z.enum(VENDORS).nullable(),
  assignee: Named.nullable(),
  /** Null while it is not snoozed, and while it is snoozed until it clears. */
  snoozedUntil: z.iso.datetime().nullable(),
  /** The incident it belongs to. */
  parentId: z.string().nullable(),
  /** How many open alerts belong to it. */
  children: z.number(),
  impact: AlertImpact,
  rule: Named.nullable(),
  /** The value that opened it, or the latest; in the metric's unit. */
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  /** Counts its changes. */
  version: z.number(),
});
export type Alert = z.infer<typeof Alert>;

const Facet = z.array(z.object({ value: z.string(), name: z.string(), count: z.number() }));

/** How many there would be with each value of a facet, the facet itself left out of the question. */
export const AlertFacets = z.object({
  status: Facet,
  severity: Facet,
  kind: Facet,
  site: Facet,
  floor: Facet,
  vendor: Facet,
  assignee: Facet,
  /** Kept quiet by maintenance windows, as far as the other filters go. */
  suppressed: z.number(),
});
export type AlertFacets = z.infer<typeof AlertFacets>;

/** What belongs to an incident is left out unless `parent`, `space` or `q` asks for it. */
export const AlertPage = z.object({
  items: z.array(Alert),
  next: z.string().nullable(),
  /** All that match. */
  total: z.number(),
  facets: AlertFacets,
  /** Where the alert feed stood: frames from there on are newer than this page. */
  epoch: z.string(),
  offset: z.number(),
  now: z.iso.datetime(),
});
export type AlertPage = z.infer<typeof AlertPage>;

/** What changed for this person between two offsets. A frame that does not join means: fetch again. */
export const AlertFrame = z.object({
  epoch: z.string(),
  from: z.number(),
  to: z.number(),
  changes: z.array(Alert),
  /** Open alerts within the person's sites, incidents counted once, suppressed ones not at all. */
  open: z.number(),
});
export type AlertFrame = z.infer<typeof AlertFrame>;
