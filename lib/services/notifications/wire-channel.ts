import { type Channel, HookConfig, MailConfig, SignedConfig } from "@/lib/core/notifications/channel";
import type { ChannelRecord } from "@/lib/db/notifications/channel-repository";

/** What admins see of a channel: nothing that is secret. */
export function wireChannel(record: ChannelRecord): Channel {
  const { id, name, isEnabled, version, createdBy } = record;
  const common = { id, name, isEnabled, version, createdAt: record.createdAt.toISOString(), createdBy };
  switch (record.kind) {
    case "email":
      return { kind: "email", ...common, ...MailConfig.parse(record.config), hasPassword: record.sealed !== null };
    case "slack":
    case "teams":
      return { kind: record.kind, ...common, ...HookConfig.parse(record.config) };
    case "webhook":
      return { kind: "webhook", ...common, ...SignedConfig.parse(record.config) };
  }
}
