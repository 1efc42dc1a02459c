import { z } from "zod";

const CHANNEL_KINDS = ["email", "slack", "teams", "webhook"] as const;
export const ChannelKind = z.enum(CHANNEL_KINDS);
export type ChannelKind = z.infer<typeof ChannelKind>;

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, "must be one line of text");

const Name = line(100);
/** Where a program is to send to. What is behind the name is checked when something is sent. */
const Address = z.url({ protocol: /^https?$/ }).max(2_000);
const Mail = z.email().max(254);

/** How the way to a mail server is made safe: from the first byte, by STARTTLS, or not at all. */
const MAIL_SECURITIES = ["tls", "starttls", "none"] as const;

const mail = {
  host: line(253).regex(/^[A-Za-z0-9.:-]+$/, "must be the name of a server"),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITIES),
  user: line(320).nullable(),
  from: Mail,
  /** Shared mailboxes, for steps that name this channel; people are reached at their own address. */
  to: z.array(Mail).max(20),
};
const password = z.string().min(1).max(1_000).nullable();

/** `POST /api/channels`. Secrets go in and never come out again. */
export const ChannelDraft = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("email"), name: Name, ...mail, password: password.default(null) }),
  z.strictObject({ kind: z.literal("slack"), name: Name, url: Address }),
  z.strictObject({ kind: z.literal("teams"), name: Name, url: Address }),
  z.strictObject({ kind: z.literal("webhook"), name: Name, url: Address }),
]);
export type ChannelDraft = z.infer<typeof ChannelDraft>;

/** `PATCH /api/channels/{id}`: only what is named changes; `version` is the one that was read. */
export const ChannelChange = z.strictObject({
  version: z.number().int(),
  name: Name.optional(),
  isEnabled: z.boolean().optional(),
  /** Of mail servers. */
  mail: z.strictObject(mail).optional(),
  /** Null: none is asked for any more. */
  password: password.optional(),
  url: Address.optional(),
  /** Of signed webhooks: another secret, which the answer tells once. */
  newSecret: z.literal(true).optional(),
});
export type ChannelChange = z.infer<typeof ChannelChange>;

/** What is stored openly of each kind. */
export const MailConfig = z.object(mail);
export type MailConfig = z.infer<typeof MailConfig>;
/** The address of a chat's webhook is its secret: only its server is told. */
export const HookConfig = z.object({ host: z.string() });
/** The address of a signed webhook is no secret. */
export const SignedConfig = z.object({ url: z.string() });

const common = {
  id: z.string(),
  name: z.string(),
  isEnabled: z.boolean(),
  version: z.number(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
};

/** A channel as admins see it. */
export const Channel = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("email"), ...common, ...mail, hasPassword: z.boolean() }),
  z.object({ kind: z.literal("slack"), ...common, host: z.string() }),
  z.object({ kind: z.literal("teams"), ...common, host: z.string() }),
  z.object({ kind: z.literal("webhook"), ...common, url: z.string() }),
]);
export type Channel = z.infer<typeof Channel>;

export const ChannelList = z.object({ items: z.array(Channel) });
export type ChannelList = z.infer<typeof ChannelList>;

/** `secret`: the signing secret of a webhook, told once. */
export const ChannelAnswer = z.object({ channel: Channel, secret: z.string().nullable() });
export type ChannelAnswer = z.infer<typeof ChannelAnswer>;

/** `POST /api/channels/{id}/test`: what the other side said, in its own words. */
export const ChannelTest = z.object({ ok: z.boolean(), answer: z.string(), tookMs: z.number() });
export type ChannelTest = z.infer<typeof ChannelTest>;
