import { z } from "zod";

const DELIVERY_OUTCOMES = ["stored", "unhandled", "quarantined"] as const;

/** `GET /api/deliveries`: `cursor` is the last answer's `next`. */
export const DeliveryQuery = z.object({
  outcome: z.enum(DELIVERY_OUTCOMES).optional(),
  vendor: z.string().optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeliveryQuery = z.infer<typeof DeliveryQuery>;

export const DeliverySummary = z.object({
  id: z.string(),
  vendor: z.string(),
  eventType: z.string(),
  outcome: z.enum(DELIVERY_OUTCOMES),
  receivedAt: z.iso.datetime(),
  observedAt: z.iso.datetime().nullable(),
  /** Received minus observed, ms; null when the event tells no time. */
  lagMs: z.number().nullable(),
  /** Times the same POST came again. */
  duplicates: z.number(),
  issues: z.array(z.string()),
  /** The redacted JSON as text. */
  body: z.string(),
});
export type DeliverySummary = z.infer<typeof DeliverySummary>;
