import { z } from "zod";
import { Alert, AlertKind, AlertSeverity, AlertStatus } from "./alert";
import { VENDORS } from "./observation";
import { SpaceId } from "./space";

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

/** `GET /api/alerts/since?at=`. */
export const HandoverQuery = z.object({
  at: z.iso.datetime({ offset: true }),
  site: SpaceId.optional(),
});
