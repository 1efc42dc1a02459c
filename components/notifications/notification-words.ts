import { ROLE_WORDS } from "@/lib/core/access";
import type { Channel, ChannelKind } from "@/lib/core/notifications/channel";
import type { Delivered, Outcome, SentBy } from "@/lib/core/notifications/delivery";
import type { EscalationList, Recipient } from "@/lib/core/notifications/escalation";
import type { Text } from "@/lib/core/text";

/** What a channel is. */
export function channelKindWord(kind: ChannelKind, t: Text): string {
  const words: Record<ChannelKind, string> = {
    email: t("Mail server"),
    slack: t("Slack"),
    teams: t("Microsoft Teams"),
    webhook: t("Signed webhook"),
  };
  return words[kind];
}

/** How a message went out. */
export function sentByWord(channel: SentBy, t: Text): string {
  if (channel === "push") return t("Browser");
  return channel === "email" ? t("Mail") : channelKindWord(channel, t);
}

/** Where a channel leads, in one line. */
export function channelLine(channel: Channel, t: Text): string {
  if (channel.kind === "email") {
    const values = { host: channel.host, port: String(channel.port), from: channel.from };
    return t("{host}, port {port}, from {from}", values);
  }
  return channel.kind === "webhook" ? channel.url : channel.host;
}

/** What became of a message. */
export function outcomeWord(outcome: Outcome, t: Text): string {
  const words: Record<Outcome, string> = {
    waiting: t("Waiting"),
    sent: t("Sent"),
    failed: t("Given up"),
    skipped: t("Not needed any more"),
  };
  return words[outcome];
}

/** Which step it was. */
export function stepWord({ step }: Pick<Delivered, "step">, t: Text): string {
  if (step < 0) return t("Summary of what was held back");
  return step === 0 ? t("That it is over") : t("Step {step, number}", { step });
}

/** A recipient as one value of a list of choices. */
export function recipientKey(recipient: Recipient): string {
  switch (recipient.to) {
    case "followers":
      return "followers";
    case "person":
      return `person:${recipient.userId}`;
    case "role":
      return `role:${recipient.role}`;
    case "channel":
      return `channel:${recipient.channelId}`;
  }
}

export interface RecipientChoice {
  readonly key: string;
  readonly label: string;
  readonly recipient: Recipient;
}

const TOLD_ROLES = ["operator", "site_admin", "admin"] as const;

/** Everybody and everything that a step can tell, in groups. */
export function recipientChoices({ people, channels }: EscalationList, t: Text) {
  const choice = (recipient: Recipient, label: string): RecipientChoice => ({
    key: recipientKey(recipient),
    label,
    recipient,
  });
  return [
    { group: t("General"), items: [choice({ to: "followers" }, t("Everybody who asked for it"))] },
    {
      group: t("Channels"),
      items: channels.map(({ id, name, isEnabled }) =>
        choice({ to: "channel", channelId: id }, isEnabled ? name : t("{name} (off)", { name })),
      ),
    },
    {
      group: t("Roles"),
      items: TOLD_ROLES.map((role) => choice({ to: "role", role }, t("Every {role}", { role: t(ROLE_WORDS[role]) }))),
    },
    { group: t("People"), items: people.map(({ id, name }) => choice({ to: "person", userId: id }, name)) },
  ];
}
