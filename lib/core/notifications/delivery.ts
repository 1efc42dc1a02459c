import { z } from "zod";

export const SENT_BY = ["email", "push", "slack", "teams", "webhook"] as const;
export const SentBy = z.enum(SENT_BY);
export type SentBy = z.infer<typeof SentBy>;

/** Waiting ones will be tried (again); skipped ones were not needed any more. */
export const OUTCOMES = ["waiting", "sent", "failed", "skipped"] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

const oneOf = <T extends z.ZodType<string, string>>(one: T) =>
  z
    .string()
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(one).max(20));

/** `GET /api/notifications`: newest first; `cursor` is the last answer's `next`. */
export const NotificationQuery = z.object({
  status: oneOf(Outcome).optional(),
  channel: oneOf(SentBy).optional(),
  alert: z
    .string()
    .regex(/^[1-9]\d{0,17}$/, "must be an id")
    .optional(),
  q: z.string().trim().max(100).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

/** One message to one recipient. */
export const Delivered = z.object({
  /** Sent along as `webhook-id` and in the `Message-ID`. */
  id: z.string(),
  /** Null of a summary: it is about several. */
  alertId: z.string().nullable(),
  /** Empty of a summary that was not sent yet. */
  title: z.string(),
  /** 1 for the first; 0: that it is over; -1: a summary of what was held back. */
  step: z.number(),
  channel: SentBy,
  recipient: z.string(),
  status: Outcome,
  createdAt: z.iso.datetime(),
  attempts: z.number(),
  /** The other side's words on the last try; null before it. */
  answer: z.string().nullable(),
  /** The next try; null when there will be none. */
  nextAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
});
export type Delivered = z.infer<typeof Delivered>;

export const NotificationPage = z.object({
  items: z.array(Delivered),
  next: z.string().nullable(),
  /** Of the last 24 hours. */
  counts: z.object({ waiting: z.number(), sent: z.number(), failed: z.number(), skipped: z.number() }),
});
export type NotificationPage = z.infer<typeof NotificationPage>;
