import "server-only";
import { MailConfig, SignedConfig } from "@/lib/core/notifications/channel";
import { type MailContent, mailOf } from "@/lib/core/notifications/mail";
import type { Message } from "@/lib/core/notifications/message";
import type { Database } from "@/lib/db/database";
import { forgetBrowsers, readBrowsers } from "@/lib/db/notifications/browser-repository";
import { type ChannelRecord, listChannels, readChannel } from "@/lib/db/notifications/channel-repository";
import type { Claimed } from "@/lib/db/notifications/outbox";
import { readReader } from "@/lib/db/notifications/reader-rows";
import type { OutgoingRules } from "@/lib/outgoing/way-out";
import { channelSecretOf } from "@/lib/secrets/purposes";
import { SealError, type Sealer } from "@/lib/secrets/sealer";
import { HookSecret, MailSecret, SigningSecret } from "./channel-secret";
import { sendSigned, sendToChat } from "./send-hook";
import { sendMail } from "./send-mail";
import type { SendOutcome } from "./send-outcome";
import { type PushKeys, sendPush } from "./send-push";

export interface SendersOptions {
  readonly db: Database;
  readonly sealer: Sealer;
  readonly rules: OutgoingRules;
  readonly pushKeys: () => Promise<PushKeys>;
  /** `https:` or `mailto:`, for push services to complain to. */
  readonly pushSubject: string;
  /** ms */
  readonly now: () => number;
}

type Destination = Pick<Claimed, "channel" | "userId" | "channelId">;

/** Everything that can carry a message. What does not work is an outcome, never an exception. */
export interface Senders {
  send(to: Destination, message: Message): Promise<SendOutcome>;
  /** By a channel as it is, on or off. */
  sendBy(channel: ChannelRecord, to: readonly string[] | null, message: Message): Promise<SendOutcome>;
  /** By the mail server. */
  mail(to: readonly string[], content: MailContent): Promise<SendOutcome>;
}

const never = (answer: string): SendOutcome => ({ ok: false, answer, isFinal: true, retryAfterS: null });
const later = (answer: string): SendOutcome => ({ ok: false, answer, isFinal: false, retryAfterS: null });

async function unlessSealed(work: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    return later("Its secret cannot be opened with the key of this installation. Set it again.");
  }
}

export function createSenders({ db, sealer, rules, pushKeys, pushSubject, now }: SendersOptions): Senders {
  const opened = (channel: ChannelRecord): unknown =>
    channel.sealed === null ? null : JSON.parse(sealer.open(channel.sealed, channelSecretOf(channel.id)));

  const mailBy = (channel: ChannelRecord, to: readonly string[] | null, content: MailContent) => {
    const config = MailConfig.parse(channel.config);
    const password = MailSecret.nullable().parse(opened(channel))?.password ?? null;
    return sendMail({ config, password, to: to ?? config.to, content }, rules);
  };

  const sendBy: Senders["sendBy"] = (channel, to, message) =>
    unlessSealed(async () => {
      switch (channel.kind) {
        case "email":
          return await mailBy(channel, to, mailOf(message));
        case "slack":
        case "teams":
          return await sendToChat(channel.kind, HookSecret.parse(opened(channel)).url, message, rules);
        case "webhook": {
          const { secret } = SigningSecret.parse(opened(channel));
          return await sendSigned(SignedConfig.parse(channel.config).url, secret, message, { rules, now: now() });
        }
      }
    });

  const mail: Senders["mail"] = async (to, content) => {
    const channel = (await listChannels(db)).find(({ kind, isEnabled }) => kind === "email" && isEnabled);
    if (!channel) return later("There is no mail server any more, or it is off.");
    return unlessSealed(() => mailBy(channel, to, content));
  };

  const sendToPerson = async (userId: string, channel: Claimed["channel"], message: Message): Promise<SendOutcome> => {
    if (channel === "push") {
      const browsers = await readBrowsers(db.read, userId);
      const push = { browsers, keys: await pushKeys(), subject: pushSubject, message };
      const { outcome, gone } = await sendPush(push, rules);
      await forgetBrowsers(db.read, gone);
      return outcome;
    }
    const reader = await readReader(db.read, userId);
    return reader ? mail([reader.email], mailOf(message)) : never("They have no account any more.");
  };

  return {
    sendBy,
    mail,
    send: async ({ channel, userId, channelId }, message) => {
      if (userId !== null) return sendToPerson(userId, channel, message);
      const found = channelId === null ? null : await readChannel(channelId, db.read);
      if (!found) return never("The channel was removed.");
      return found.isEnabled ? sendBy(found, null, message) : never("The channel is off.");
    },
  };
}
