import { z } from "zod";
import { VENDORS } from "./observation";
import { SpaceId, SpaceKind } from "./space";
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

const Named = z.object({ id: z.string(), name: z.string() });

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

const words = <T extends z.ZodType<string, string>>(one: T) =>
  z
    .string()
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(one).max(50));

const UserId = z.string().min(1).max(200);
/** A decimal id of an alert as it travels. */
const AlertId = z.string().regex(/^[1-9]\d{0,17}$/, "must be an id");

/** `GET /api/alerts`: several values of one facet are separated by commas; `cursor` is the last answer's `next`. */
export const AlertQuery = z.object({
  /** Without one: everything that is not resolved. */
  status: words(AlertStatus).optional(),
  severity: words(AlertSeverity).optional(),
  kind: words(AlertKind).optional(),
  site: words(SpaceId).optional(),
  floor: words(SpaceId).optional(),
  /** Of this space or anything in it. */
  space: SpaceId.optional(),
  vendor: words(z.enum(VENDORS)).optional(),
  /** Ids of people; `me` and `nobody` are understood. */
  assignee: words(UserId).optional(),
  /** Only what belongs to this incident. */
  parent: AlertId.optional(),
  /** Only those that a maintenance window keeps quiet, or only the others; without it the others. */
  suppressed: z.enum(["only", "without", "with"]).default("without"),
  /** Of resolved ones those that were resolved since; without it of the last 24 h. At most 90 days back. */
  since: z.iso.datetime({ offset: true }).optional(),
  /** Only those that were opened since. */
  openedSince: z.iso.datetime({ offset: true }).optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(["impact", "newest"]).default("impact"),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AlertQuery = z.infer<typeof AlertQuery>;

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

const ALERT_EVENT_KINDS = [
  "opened",
  "reopened",
  "repeated",
  "worsened",
  "eased",
  "unconfirmed",
  "confirmed",
  "joined",
  "left",
  "suppressed",
  "unsuppressed",
  "acknowledged",
  "unacknowledged",
  "assigned",
  "commented",
  /** Who wrote a comment took it back at once; what it said is gone. */
  "uncommented",
  "snoozed",
  "unsnoozed",
  "snooze-ended",
  "resolved",
  "notified",
] as const;
export const AlertEventKind = z.enum(ALERT_EVENT_KINDS);
export type AlertEventKind = z.infer<typeof AlertEventKind>;

/** One line of an alert's timeline. */
export const AlertEvent = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: AlertEventKind,
  /** Null when nobody did it. */
  actor: Named.nullable(),
  words: Words,
  /** What somebody wrote, or the vendor's own words. */
  text: z.string().nullable(),
});
export type AlertEvent = z.infer<typeof AlertEvent>;

/** `GET /api/alerts/{id}`. */
export const AlertDetail = z.object({
  alert: Alert,
  /** The newest first, at most 200. */
  timeline: z.array(AlertEvent),
  parent: Alert.nullable(),
  children: z.array(Alert),
  /** Of the same kind about the same thing, in the last 90 days. */
  similar: z.object({
    count: z.number(),
    /** The latest comment on one of them. */
    lastComment: z.object({ at: z.iso.datetime(), text: z.string(), by: z.string() }).nullable(),
    items: z.array(z.object({ id: z.string(), since: z.iso.datetime(), resolvedAt: z.iso.datetime().nullable() })),
  }),
  /** The value around its beginning until now; null where it has no number. */
  chart: z
    .object({
      metric: z.string(),
      unit: z.string(),
      threshold: z.number().nullable(),
      clear: z.number().nullable(),
      points: z.array(z.object({ at: z.iso.datetime(), value: z.number() })),
    })
    .nullable(),
});
export type AlertDetail = z.infer<typeof AlertDetail>;

const Comment = z.string().trim().min(1).max(2_000);

/** How long to be quiet; `working-day`: until the next working day starts there; `cleared`: until it is over. */
export const SNOOZES = ["15m", "1h", "working-day", "cleared"] as const;
export const SnoozeRequest = z.strictObject({ for: z.enum(SNOOZES), reason: Comment.optional() });
export type SnoozeRequest = z.infer<typeof SnoozeRequest>;
export const AssignRequest = z.strictObject({ assigneeId: UserId.nullable() });
export const CommentRequest = z.strictObject({ text: Comment });
export const ResolveRequest = z.strictObject({ reason: Comment.optional() });

/** What people do to alerts: one body for one alert or many. */
export const AlertAction = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("acknowledge") }),
  z.strictObject({ do: z.literal("unacknowledge") }),
  z.strictObject({ do: z.literal("snooze"), ...SnoozeRequest.shape }),
  z.strictObject({ do: z.literal("unsnooze") }),
  z.strictObject({ do: z.literal("assign"), ...AssignRequest.shape }),
  z.strictObject({ do: z.literal("comment"), ...CommentRequest.shape }),
  /** Takes back what the caller wrote last, within two minutes. */
  z.strictObject({ do: z.literal("uncomment") }),
  z.strictObject({ do: z.literal("resolve"), ...ResolveRequest.shape }),
  z.strictObject({ do: z.literal("reopen") }),
]);
export type AlertAction = z.infer<typeof AlertAction>;

/** `POST /api/alerts/bulk`: at most 500 at once; all or none, but those that are so already are left alone. */
export const BulkRequest = z.strictObject({
  ids: z.array(AlertId).min(1).max(500),
  action: AlertAction,
});
export type BulkRequest = z.infer<typeof BulkRequest>;

/** What an action answers: the alerts as they are now, incidents with their own row only. */
export const AlertsChanged = z.object({ items: z.array(Alert), unchanged: z.array(z.string()) });
export type AlertsChanged = z.infer<typeof AlertsChanged>;

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

/** `GET /api/alerts/since?at=`. */
export const HandoverQuery = z.object({
  at: z.iso.datetime({ offset: true }),
  site: SpaceId.optional(),
});

/** What happened since somebody last looked, each list the newest first and at most 200 long. */
export const Handover = z.object({
  at: z.iso.datetime(),
  now: z.iso.datetime(),
  /** Opened since, and still open. */
  opened: z.array(Alert),
  /** Opened before or since, over now. */
  cleared: z.array(Alert),
  /** Opened before, and still open. */
  stillOpen: z.array(Alert),
  /** Devices that went silent since and are silent now. */
  silentDevices: z.array(Named.extend({ space: Named.nullable(), since: z.iso.datetime() })),
  /** Rooms that were booked and stayed empty since. */
  ghostRooms: z.array(Named.extend({ since: z.iso.datetime() })),
  /** Settings changed; only for those who may read the log. `words` follow the name, `action` is the same in English. */
  changes: z.array(
    z.object({ at: z.iso.datetime(), who: z.string(), words: Words, action: z.string(), object: z.string() }),
  ),
});
export type Handover = z.infer<typeof Handover>;
