import { z } from "zod";
import { AlertKind, AlertSeverity } from "../alert";
import { LOCALES } from "../locale";
import { SpaceId } from "../space";

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 22:00");

/** From when until when somebody is left alone, by the clock of the site; over midnight when `to` is earlier. */
export const QuietHours = z
  .strictObject({
    from: TimeOfDay,
    to: TimeOfDay,
    /** Critical alerts come through. */
    butCritical: z.boolean(),
  })
  .refine(({ from, to }) => from !== to, { message: "must end at another time than it starts" });
export type QuietHours = z.infer<typeof QuietHours>;

/** What somebody wants to be told of, and how. */
export const Wishes = z.strictObject({
  /** Told without being named by a step. */
  isFollowing: z.boolean(),
  email: z.boolean(),
  push: z.boolean(),
  minSeverity: AlertSeverity,
  /** Null: every kind. */
  kinds: z.array(AlertKind).min(1).nullable(),
  /** Sites and floors; null: wherever they may look. */
  places: z.array(SpaceId).min(1).max(200).nullable(),
  quiet: QuietHours.nullable(),
  /** Of what they are sent. */
  language: z.enum(LOCALES).default("en"),
});
export type Wishes = z.infer<typeof Wishes>;

/** Of who never said anything: a step that names them reaches them by e-mail. */
export const USUAL_WISHES: Wishes = {
  isFollowing: false,
  email: true,
  push: true,
  minSeverity: "notice",
  kinds: null,
  places: null,
  quiet: null,
  language: "en",
};

/** `GET /api/account/notifications`. */
export const OwnNotifications = z.object({
  wishes: Wishes,
  email: z.string(),
  /** There is a mail server. */
  canMail: z.boolean(),
  /** What a browser needs to subscribe. */
  pushKey: z.string(),
  browsers: z.array(z.object({ id: z.string(), browser: z.string(), createdAt: z.iso.datetime() })),
  places: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(["site", "floor"]), site: z.string() })),
});
export type OwnNotifications = z.infer<typeof OwnNotifications>;

/** `POST /api/account/browsers`: what `PushManager.subscribe` answered. */
export const BrowserDraft = z.strictObject({
  endpoint: z.url({ protocol: /^https$/ }).max(2_000),
  expirationTime: z.number().nullish(),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{80,100}={0,2}$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{20,30}={0,2}$/),
  }),
});
export type BrowserDraft = z.infer<typeof BrowserDraft>;

/** `POST /api/account/notifications/test`: what each way said. */
export const OwnTest = z.object({
  items: z.array(z.object({ channel: z.enum(["email", "push"]), ok: z.boolean(), answer: z.string() })),
});
export type OwnTest = z.infer<typeof OwnTest>;
