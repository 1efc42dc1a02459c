import { DateTime } from "luxon";
import { z } from "zod";

/** What is kept for how long. `PUT /api/storage/retention` */
export const Retention = z.strictObject({
  /** Days of the delivery log: bodies of webhooks, for support and replay. */
  deliveryDays: z.number().int().min(3).max(3_650),
  /** Months of readings, whole ones. Two at least: what is usual needs eight weeks. */
  readingMonths: z.number().int().min(2).max(120),
  /** Years of hourly and daily figures; null for ever. */
  rollupYears: z.number().int().min(2).max(50).nullable(),
  /** Months of alerts that are over, with their timelines. Three at least: what is similar is looked for in 90 days. */
  alertMonths: z.number().int().min(3).max(120).default(24),
});
export type Retention = z.infer<typeof Retention>;

export const DEFAULT_RETENTION: Retention = { deliveryDays: 30, readingMonths: 13, rollupYears: null, alertMonths: 24 };

/** From when on each class is kept; what is older goes. Days and months are UTC's, as the partitions are. */
export function keptFrom(retention: Retention, now: Date): Record<StorageClass, DateTime | null> {
  const today = DateTime.fromJSDate(now, { zone: "utc" }).startOf("day");
  return {
    deliveries: today.minus({ days: retention.deliveryDays }),
    readings: today.startOf("month").minus({ months: retention.readingMonths }),
    rollups: retention.rollupYears === null ? null : today.minus({ years: retention.rollupYears }),
    alerts: today.minus({ months: retention.alertMonths }),
  };
}

export const STORAGE_CLASSES = ["deliveries", "readings", "rollups", "alerts"] as const;
export type StorageClass = (typeof STORAGE_CLASSES)[number];

const ClassReport = z.object({
  name: z.enum(STORAGE_CLASSES),
  bytes: z.number(),
  /** As the database estimates it. */
  rows: z.number(),
  /** The oldest that is there, by day (readings: by month). */
  oldest: z.iso.date().nullable(),
  /** What goes next: days or months before `before`, at `at`; null when nothing goes. */
  next: z.object({ before: z.iso.date(), at: z.iso.datetime() }).nullable(),
});
export type ClassReport = z.infer<typeof ClassReport>;

/** What the last clean-up did, or does now. */
export const CleanUp = z.object({
  startedAt: z.iso.datetime(),
  /** Null while it runs. */
  finishedAt: z.iso.datetime().nullable(),
  /** Partitions and rows that went, per class. */
  removed: z.record(z.enum(STORAGE_CLASSES), z.object({ partitions: z.number(), rows: z.number() })),
});
export type CleanUp = z.infer<typeof CleanUp>;

/** `GET /api/storage` */
export const StorageReport = z.object({
  /** The whole database. */
  bytes: z.number(),
  classes: z.array(ClassReport),
  retention: Retention,
  cleanUp: CleanUp.nullable(),
  /** Spans of time that wait to be worked out again. */
  pendingRollups: z.number(),
});
export type StorageReport = z.infer<typeof StorageReport>;

/** What goes next of a class, when whole days (or months) go. */
export function goesNext(
  name: StorageClass,
  oldest: string | null,
  retention: Retention,
  now: Date,
): ClassReport["next"] {
  if (oldest === null) return null;
  const unit = name === "readings" ? "months" : "days";
  const first = DateTime.fromISO(oldest, { zone: "utc" }).startOf(name === "readings" ? "month" : "day");
  const end = first.plus({ [unit]: 1 });
  const age = {
    deliveries: { days: retention.deliveryDays },
    readings: { months: retention.readingMonths },
    rollups: retention.rollupYears === null ? null : { years: retention.rollupYears },
    alerts: { months: retention.alertMonths },
  }[name];
  if (age === null) return null;
  const at = DateTime.max(end.plus(age), DateTime.fromJSDate(now, { zone: "utc" }));
  return { before: end.toISODate() ?? oldest, at: new Date(at.toMillis()).toISOString() };
}
