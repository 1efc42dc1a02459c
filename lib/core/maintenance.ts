import { z } from "zod";
import { SpaceId } from "./space";
import { isAfter, nextSpanChange, type Span, spanAt } from "./span";
import { dateAfter, momentAt, momentsAt, wallDate, weekdayOf } from "./wall-clock";
import { WEEKDAYS } from "./working-hours";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 08:30");

/** On these days from one local time to another; an end at or before the start is on the next day. */
export const WeeklyTimes = z.strictObject({
  weekdays: z
    .array(z.enum(WEEKDAYS))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length, "must name each day once"),
  from: Clock,
  until: Clock,
});
export type WeeklyTimes = z.infer<typeof WeeklyTimes>;

const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, "must be one line of text");
const Kinds = z.array(z.string().trim().min(1).max(60)).min(1).max(40).nullable();

const fields = {
  name: Name,
  startsAt: moment,
  /** Null: until somebody ends it. */
  endsAt: moment.nullable(),
  /** Local times of the site, within the above; null for all of it. */
  weekly: WeeklyTimes.nullable(),
  /** Kinds of alerts that stay quiet; null for every kind. */
  mutedKinds: Kinds,
};

const endsAfterItStarts = (times: { startsAt?: string | undefined; endsAt?: string | null | undefined }) =>
  times.startsAt === undefined || times.endsAt == null || times.startsAt < times.endsAt;
const ENDS_AFTER = { message: "must end after it starts", path: ["endsAt"] };

/** `POST /api/maintenance`: a space with all that is in it, or one source, is out of use for a while. */
export const MaintenanceDraft = z
  .strictObject({
    spaceId: SpaceId.nullable().default(null),
    sourceId: SpaceId.nullable().default(null),
    ...fields,
    /** Now, when left out. */
    startsAt: moment.optional(),
    endsAt: fields.endsAt.default(null),
    weekly: fields.weekly.default(null),
    mutedKinds: fields.mutedKinds.default(null),
  })
  .refine(({ spaceId, sourceId }) => (spaceId === null) !== (sourceId === null), {
    message: "must be about a space or about a source",
    path: ["spaceId"],
  })
  .refine(endsAfterItStarts, ENDS_AFTER);
export type MaintenanceDraft = z.infer<typeof MaintenanceDraft>;

/** `PATCH /api/maintenance/{id}`: only what is named changes. */
export const MaintenanceChange = z
  .strictObject({
    ...fields,
    /** True ends it now, for good; false takes that back. */
    ended: z.boolean(),
  })
  .partial()
  .refine(endsAfterItStarts, ENDS_AFTER);
export type MaintenanceChange = z.infer<typeof MaintenanceChange>;

export const MaintenanceWindow = z.object({
  id: z.string(),
  spaceId: z.string().nullable(),
  sourceId: z.string().nullable(),
  /** Of the space or the source. */
  about: z.string(),
  /** Where weekly times are read. */
  timeZone: z.string(),
  name: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable(),
  weekly: WeeklyTimes.nullable(),
  mutedKinds: z.array(z.string()).nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  /** When somebody ended it before its time. */
  endedAt: z.iso.datetime().nullable(),
  /** Is it on, as of the answer? */
  isOn: z.boolean(),
  /** When that changes by itself; null for never. */
  changesAt: z.iso.datetime().nullable(),
});
export type MaintenanceWindow = z.infer<typeof MaintenanceWindow>;

/** `GET /api/maintenance`: what is on or to come, unless `ended` asks for all. */
export const MaintenanceQuery = z.object({
  /** Only what closes this space: its own, and those of what it stands in. */
  spaceId: SpaceId.optional(),
  ended: z.stringbool().default(false),
  cursor: SpaceId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type MaintenanceQuery = z.infer<typeof MaintenanceQuery>;

export const MaintenancePage = z.object({ items: z.array(MaintenanceWindow), next: z.string().nullable() });
export type MaintenancePage = z.infer<typeof MaintenancePage>;

/** When a window is on. Moments are ms. */
export interface MaintenanceTimes {
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly endedAt: number | null;
  readonly weekly: WeeklyTimes | null;
  readonly timeZone: string;
}

/** How far ahead the next weekly time can be. */
const WEEK_MS = 8 * 24 * 60 * 60_000;
const MOST_SPANS = 1_000;

/** When a window is on between two moments (ms), in order: spans are as long as they really are. At most 1,000. */
export function maintenanceSpans(window: MaintenanceTimes, from: number, to: number): Span[] {
  const ends = [window.endsAt, window.endedAt].filter((at) => at !== null);
  const end = ends.length > 0 ? Math.min(...ends) : null;
  const whole = { from: window.startsAt, until: end };
  const spans = window.weekly === null ? [whole] : weeklySpans(window.weekly, window.timeZone, whole, from, to);
  return spans.filter(
    (span) => span.from < to && span.from !== span.until && isAfter(span.until, from) && isReal(span),
  );
}

const isReal = ({ from, until }: Span) => until === null || until > from;

function weeklySpans(weekly: WeeklyTimes, zone: string, whole: Span, from: number, to: number): Span[] {
  const last = Math.min(to, whole.until ?? to);
  const spans: Span[] = [];
  // One day earlier: a night of yesterday may still be on.
  let day = dateAfter(wallDate(Math.max(from, whole.from), zone), -1);
  for (; momentAt(day, zone) < last && spans.length < MOST_SPANS; day = dateAfter(day, 1)) {
    if (!weekly.weekdays.includes(WEEKDAYS[weekdayOf(day) - 1] ?? "mon")) continue;
    const endDay = weekly.until <= weekly.from ? dateAfter(day, 1) : day;
    const start = Math.max(momentsAt(day, weekly.from, zone).first, whole.from);
    const until = Math.min(momentsAt(endDay, weekly.until, zone).last, whole.until ?? Number.POSITIVE_INFINITY);
    if (start < until) spans.push({ from: start, until });
  }
  return spans;
}

/** Is the window on at a moment (ms)? */
export const isInMaintenance = (window: MaintenanceTimes, at: number): boolean =>
  spanAt(spansFrom(window, at), at) !== null;

/** When that changes by itself, ms; null for never. */
export function maintenanceChange(window: MaintenanceTimes, at: number): number | null {
  return nextSpanChange(spansFrom(window, at), at);
}

const spansFrom = (window: MaintenanceTimes, at: number) => {
  const ahead = Math.max(at, window.startsAt);
  return maintenanceSpans(window, at, ahead + WEEK_MS);
};

/** The spans that close a space around and after a moment (ms), the next eight days of them. */
export const spansAhead = (window: MaintenanceTimes, at: number): Span[] => maintenanceSpans(window, at, at + WEEK_MS);
