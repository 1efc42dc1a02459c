import { z } from "zod";
import { AlertSeverity } from "./alert";
import { Words } from "./words";

const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const DAY_MS = 26 * 60 * 60_000;

/** `alert` begins, as the vendor's clock says; `alert-over` is its end. A `trouble` is what no alert tells of. */
const PAST_EVENTS = ["alert", "alert-over", "trouble", "booking", "correction"] as const;

export const PastEvent = z.object({
  at: z.iso.datetime(),
  kind: z.enum(PAST_EVENTS),
  /** Null for alerts that are about no space. */
  spaceId: z.string().nullable(),
  space: z.string().nullable(),
  /** What it was, in the vendor's words; null where the kind says it all. */
  text: z.string().nullable(),
  /** Of a trouble. */
  severity: z.enum(["critical", "major", "minor", "info"]).nullable(),
  /** Which alert it is about; null for what is none. */
  alert: z.object({ id: z.string(), title: Words, severity: AlertSeverity }).nullable(),
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
  /** In order; where there are more than 300 those of alerts, the gravest and the newest of each kind. */
  events: z.array(PastEvent),
  /** Were there more? */
  more: z.boolean(),
  /** The first moment of which readings are kept; null when there are none. */
  keptSince: z.iso.datetime().nullable(),
});
export type PastEvents = z.infer<typeof PastEvents>;
