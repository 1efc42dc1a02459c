import { z } from "zod";

const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const DAY_MS = 26 * 60 * 60_000;

const PAST_EVENTS = ["trouble", "booking", "correction"] as const;

export const PastEvent = z.object({
  at: z.iso.datetime(),
  kind: z.enum(PAST_EVENTS),
  spaceId: z.string(),
  space: z.string(),
  /** What it was, in the vendor's words; null where the kind says it all. */
  text: z.string().nullable(),
  /** Of a trouble. */
  severity: z.enum(["critical", "major", "minor", "info"]).nullable(),
});
export type PastEvent = z.infer<typeof PastEvent>;

/** `GET /api/floors/{id}/past/events`: of one day at most. */
export const PastEventsQuery = z
  .object({ from: moment, to: moment })
  .refine(({ from, to }) => from < to && to - from <= DAY_MS, {
    message: "must be within a day of from",
    path: ["to"],
  });

export const PastEvents = z.object({
  /** The gravest and then the newest first when there are more than 300; in order. */
  events: z.array(PastEvent),
  /** Were there more? */
  more: z.boolean(),
  /** The first moment of which readings are kept; null when there are none. */
  keptSince: z.iso.datetime().nullable(),
});
export type PastEvents = z.infer<typeof PastEvents>;
