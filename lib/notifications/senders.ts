import "server-only";
import { MailConfig, SignedConfig } from "@/lib/core/notifications/channel";
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
}

const never = (answer: string): SendOutcome => ({ ok: false, answer, isFinal: true, retryAfterS: null });
const later = (answer: string): SendOutcome => ({ ok: false, answer, isFinal: false, retryAfterS: null });

export function createSenders({ db, sealer, rules, pushKeys, pushSubject, now }: SendersOptions): Senders {
  const opened = (channel: ChannelRecord): unknown =>
    channel.sealed === null ? null : JSON.parse(sealer.open(channel.sealed, channelSecretOf(channel.id)));

  const sendBy: Senders["sendBy"] = async (channel, to, message) => {
    try {
      switch (channel.kind) {
        case "email": {
          const config = MailConfig.parse(channel.config);
          const password = MailSecret.nullable().parse(opened(channel))?.password ?? null;
          return await sendMail({ config, password, to: to ?? config.to, message }, rules);
        }
        case "slack":
        case "teams":
          return await sendToChat(channel.kind, HookSecret.parse(opened(channel)).url, message, rules);
        case "webhook": {
          const { secret } = SigningSecret.parse(opened(channel));
          return await sendSigned(SignedConfig.parse(channel.config).url, secret, message, { rules, now: now() });
        }
      }
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      return later("Its secret cannot be opened with the key of this installation. Set it again.");
    }
  };

  const sendToPerson = async (userId: string, channel: Claimed["channel"], message: Message): Promise<SendOutcome> => {
    if (channel === "push") {
      const browsers = await readBrowsers(db.read, userId);
      const push = { browsers, keys: await pushKeys(), subject: pushSubject, message };
      const { outcome, gone } = await sendPush(push, rules);
      await forgetBrowsers(db.read, gone);
      return outcome;
    }
    const mail = (await listChannels(db)).find(({ kind, isEnabled }) => kind === "email" && isEnabled);
    const reader = await readReader(db.read, userId);
    if (!mail) return later("There is no mail server any more, or it is off.");
    return reader ? sendBy(mail, [reader.email], message) : never("They have no account any more.");
  };

  return {
    sendBy,
    send: async ({ channel, userId, channelId }, message) => {
      if (userId !== null) return sendToPerson(userId, channel, message);
      const found = channelId === null ? null : await readChannel(channelId, db.read);
      if (!found) return never("The channel was removed.");
      return found.isEnabled ? sendBy(found, null, message) : never("The channel is off.");
    },
  };
}
