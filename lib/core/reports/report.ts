import { z } from "zod";
import { LOCALES } from "../locale";
import { SpaceId } from "../space";

/** Reports that one person may have. */
export const MOST_REPORTS = 50;
const MOST_ADDRESSES = 20;

/** What a report is about: all spaces of a kind within a site, building or floor, as the page of history asks. */
const subject = {
  within: SpaceId,
  kind: z.enum(["room", "zone", "desk"]).default("room"),
  /** Id of a type. */
  type: SpaceId.nullable().default(null),
  tag: z.string().trim().min(1).max(50).nullable().default(null),
  hours: z.enum(["working", "all"]).default("working"),
};

const schedule = {
  every: z.enum(["week", "month"]),
  /** 1 Monday to 7 Sunday; monthly ones are sent on the first. */
  weekday: z.number().int().min(1).max(7).default(1),
};

const Address = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());

const recipients = {
  /** To whoever made it, at their own address. */
  toOwner: z.boolean(),
  /** To others; only admins may say so. */
  addresses: z
    .array(Address)
    .max(MOST_ADDRESSES)
    .transform((all) => [...new Set(all)]),
  language: z.enum(LOCALES),
};

/** `POST /api/reports` */
export const ReportDraft = z
  .strictObject({ ...subject, ...schedule, ...recipients })
  .refine(({ toOwner, addresses }) => toOwner || addresses.length > 0, {
    message: "must be sent to somebody",
    path: ["addresses"],
  });
export type ReportDraft = z.infer<typeof ReportDraft>;

/** `PATCH /api/reports/{id}`: only what is named changes; `version` is the one that was read. */
export const ReportChange = z.strictObject({
  version: z.number().int(),
  every: schedule.every.optional(),
  weekday: z.number().int().min(1).max(7).optional(),
  toOwner: recipients.toOwner.optional(),
  addresses: recipients.addresses.optional(),
  language: recipients.language.optional(),
  /** What falls into a pause is not sent later. */
  isPaused: z.boolean().optional(),
  /** False takes back that it was removed. */
  isRemoved: z.literal(false).optional(),
});
export type ReportChange = z.infer<typeof ReportChange>;

const MAIL_STATUSES = ["waiting", "sent", "failed", "skipped"] as const;

/** One mail of a period. */
export const ReportMail = z.object({
  recipient: z.string(),
  /** Waiting ones will be tried (again); skipped ones were not sent: the answer says why. */
  status: z.enum(MAIL_STATUSES),
  /** The mail server's words on the last try, or ours why there was none; null before it. */
  answer: z.string().nullable(),
  /** When it ended; of a waiting one the next try. */
  at: z.iso.datetime(),
});
export type ReportMail = z.infer<typeof ReportMail>;

/** Why a report stopped by itself. */
const STOP_REASONS = ["account", "role", "place"] as const;
export const StopReason = z.enum(STOP_REASONS);
export type StopReason = z.infer<typeof StopReason>;

/** A report as its readers see it. */
export const Report = z.object({
  id: z.string(),
  version: z.number(),
  /** Null: a place that is not there any more, or that whoever asks may not see. */
  place: z
    .object({ id: z.string(), name: z.string(), site: z.string(), kind: z.enum(["site", "building", "floor"]) })
    .nullable(),
  kind: z.enum(["room", "zone", "desk"]),
  type: z.object({ id: z.string(), name: z.string() }).nullable(),
  tag: z.string().nullable(),
  hours: z.enum(["working", "all"]),
  every: z.enum(["week", "month"]),
  weekday: z.number(),
  /** IANA zone in which it is sent at 7. */
  timeZone: z.string(),
  owner: z.object({ name: z.string(), email: z.string() }),
  /** It is of whoever asks. */
  isMine: z.boolean(),
  toOwner: z.boolean(),
  addresses: z.array(z.string()),
  language: z.enum(LOCALES),
  isPaused: z.boolean(),
  /** It stopped by itself; null while it runs, or was paused by somebody. */
  stopped: StopReason.nullable(),
  /** The next sending; null while it is paused. */
  nextAt: z.iso.datetime().nullable(),
  /** Of the newest period that was sent; null before the first. */
  last: z.object({ from: z.iso.date(), to: z.iso.date(), mails: z.array(ReportMail) }).nullable(),
});
export type Report = z.infer<typeof Report>;

/** `GET /api/reports`: one's own, and for who looks after notifications those of their sites. */
export const ReportList = z.object({
  items: z.array(Report),
  /** There is a mail server. */
  canMail: z.boolean(),
  /** May send to others' addresses. */
  mayAddress: z.boolean(),
});
export type ReportList = z.infer<typeof ReportList>;
