import { z } from "zod";
import { Alert, Named } from "./alert";
import { Words } from "./words";

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
