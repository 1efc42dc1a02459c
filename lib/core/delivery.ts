import { z } from "zod";
import { METRICS, type Metric } from "./metric";
import { VENDORS } from "./observation";

export const DELIVERY_OUTCOMES = ["stored", "unhandled", "quarantined"] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** A place in the log: arrival in µs and id of a delivery. */
const Cursor = z.string().regex(/^\d{1,17}\.\d{1,18}$/, "is not a place in the log");

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const isInOrder = ({ from, to }: { from?: Date | undefined; to?: Date | undefined }) => !from || !to || from < to;
const OUT_OF_ORDER = { message: "must be after from", path: ["to"] };

/** `GET /api/deliveries`: `cursor` is the last answer's `next`; `from` is included, `to` is not. */
export const DeliveryQuery = z
  .object({
    vendor: z.enum(VENDORS).optional(),
    outcome: z.enum(DELIVERY_OUTCOMES).optional(),
    /** The whole name of an event type. */
    type: z.string().max(128).optional(),
    from: moment.optional(),
    to: moment.optional(),
    cursor: Cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(isInOrder, OUT_OF_ORDER);
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const DeliverySummary = z.object({
  id: z.string(),
  vendor: z.string(),
  /** Empty when the event does not say one. */
  eventType: z.string(),
  outcome: z.enum(DELIVERY_OUTCOMES),
  receivedAt: z.iso.datetime(),
  observedAt: z.iso.datetime().nullable(),
  /** Received minus observed, ms; null when the event tells no time. */
  lagMs: z.number().nullable(),
  /** Times the same POST came again. */
  duplicates: z.number(),
});
export type DeliverySummary = z.infer<typeof DeliverySummary>;

export const DeliveryPage = z.object({ items: z.array(DeliverySummary), next: Cursor.nullable() });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** One reading a delivery speaks of, and what is stored for that moment now. */
export const DeliveryReading = z.object({
  source: z.object({ vendor: z.string(), kind: z.string(), externalId: z.string(), name: z.string().nullable() }),
  metric: z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]),
  /** As this delivery says it. */
  value: z.number(),
  observedAt: z.iso.datetime(),
  /**
   * `stored`: it stands. `superseded`: a better version stands there, with `standing` as its value.
   * `missing`: nothing is stored for that moment.
   */
  fate: z.enum(["stored", "superseded", "missing"]),
  standing: z.object({ value: z.number(), receivedAt: z.iso.datetime() }).nullable(),
});
export type DeliveryReading = z.infer<typeof DeliveryReading>;

/** `GET /api/deliveries/{id}`. */
export const DeliveryDetail = DeliverySummary.extend({
  /** The redacted JSON as text. */
  body: z.string(),
  /** Why it was quarantined, or what was left out: paths and reasons. */
  issues: z.array(z.string()),
  /** SHA-256 (hex) by which a repeat is recognised. */
  key: z.string(),
  readings: z.array(DeliveryReading),
  /** What it says besides readings, counted by kind. */
  others: z.array(z.object({ kind: z.string(), count: z.number() })),
});
export type DeliveryDetail = z.infer<typeof DeliveryDetail>;

export const MOST_REPLAYED_IDS = 200;
export const MOST_REPLAYED = 1_000;

const DeliveryId = z.string().regex(/^[1-9]\d{0,17}$/, "is not a delivery");

/** `POST /api/deliveries/replay`: some deliveries, or the oldest 1,000 that match. */
export const ReplayRequest = z.union([
  z.strictObject({ ids: z.array(DeliveryId).min(1).max(MOST_REPLAYED_IDS) }),
  z
    .strictObject({
      vendor: z.enum(VENDORS).optional(),
      outcome: z.enum(DELIVERY_OUTCOMES).optional(),
      from: moment.optional(),
      to: moment.optional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, "must say which deliveries")
    .refine(isInOrder, OUT_OF_ORDER),
]);
export type ReplayRequest = z.infer<typeof ReplayRequest>;

/** What became of deliveries that were judged anew. */
export const ReplayResult = z.object({
  replayed: z.number(),
  /** With at least one fact that is new or corrected. */
  stored: z.number(),
  /** All they say was known already, or is known better. */
  unchanged: z.number(),
  unhandled: z.number(),
  quarantined: z.number(),
  /** No longer an event of that vendor, or its vendor is gone: left as they are. */
  skipped: z.number(),
  /** There are more than were replayed. */
  more: z.boolean(),
});
export type ReplayResult = z.infer<typeof ReplayResult>;
