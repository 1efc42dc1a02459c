import { z } from "zod";
import { DeliverySummary } from "./delivery";
import { METRICS, type Metric } from "./metric";
import { VENDORS } from "./observation";
import { text } from "./text";

export const Vendor = z.enum(VENDORS);

/** `primary` is the secret in use; `next` is accepted beside it while the vendor's side is changed. */
export const SecretSlot = z.enum(["primary", "next"]);
export type SecretSlot = z.infer<typeof SecretSlot>;

/** What a header can carry, and long enough not to be guessed. */
const SecretText = z
  .string()
  .trim()
  .min(16, text("A secret has at least 16 characters."))
  .max(512, text("A secret has at most 512 characters."))
  .regex(/^[\x21-\x7e]*$/, text("A secret has letters, digits and signs only, no blanks."));

/** `PUT /api/vendors/{vendor}/secrets/{slot}`. */
export const SecretChange = z.strictObject({ secret: SecretText });

/** Why a delivery's sender was not believed, see lib/vendors/adapter.ts. */
export const RefusalReason = z.enum(["no-secret", "no-proof", "wrong-secret", "other-body", "wrong-time"]);
export type RefusalReason = z.infer<typeof RefusalReason>;

export const VendorRefusal = z.object({
  reason: RefusalReason,
  /** The last time. */
  at: z.iso.datetime(),
  /** How far the sender's clock was from ours, s; positive is behind ours. */
  skewS: z.number().nullable(),
  count: z.number(),
});
export type VendorRefusal = z.infer<typeof VendorRefusal>;

/** That a secret is set, never the secret. */
const StoredSecret = z.object({
  slot: SecretSlot,
  setAt: z.iso.datetime(),
  setBy: z.string(),
  /** False when it was sealed with another key: it proves nothing and must be set again. */
  isReadable: z.boolean(),
});
export type StoredSecret = z.infer<typeof StoredSecret>;

const VendorEvent = DeliverySummary.pick({ eventType: true, outcome: true, receivedAt: true, observedAt: true });
export type VendorEvent = z.infer<typeof VendorEvent>;

/** One of the vendors as `GET /api/vendors` lists them, newest refusal first. */
export const VendorSummary = z.object({
  vendor: Vendor,
  /** The address to give them. */
  webhookUrl: z.string(),
  /** How many secrets the variable of the environment holds; those are accepted as well. */
  environment: z.object({ variable: z.string(), count: z.number() }),
  /** The request header that carries the proof. */
  header: z.string(),
  /** The environment asks for a user name and password too. */
  hasBasicAuth: z.boolean(),
  secrets: z.array(StoredSecret),
  lastEvent: VendorEvent.nullable(),
  refusals: z.array(VendorRefusal),
});
export type VendorSummary = z.infer<typeof VendorSummary>;

export const VendorList = z.object({ now: z.iso.datetime(), items: z.array(VendorSummary) });
export type VendorList = z.infer<typeof VendorList>;

/** One thing an event says, as far as it is fit to be shown. */
const SampleLine = z.object({
  /** What it is about, by the vendor's name or id: "room Fjord". */
  subject: z.string(),
  /** A number of this metric, or a word. */
  metric: z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]).nullable(),
  value: z.number().nullable(),
  word: z.string().nullable(),
});
export type SampleLine = z.infer<typeof SampleLine>;

/** What the last event became here. */
export const VendorSample = z.object({
  lines: z.array(SampleLine),
  /** How many more it said. */
  more: z.number(),
  /** Why it, or a part of it, could not be used. */
  issues: z.array(z.string()),
});
export type VendorSample = z.infer<typeof VendorSample>;

/** `GET /api/vendors/{vendor}`, and the answer to every change of its secrets. */
export const VendorDetail = VendorSummary.extend({ now: z.iso.datetime(), sample: VendorSample.nullable() });
export type VendorDetail = z.infer<typeof VendorDetail>;
