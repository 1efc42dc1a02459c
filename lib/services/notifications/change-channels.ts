import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type {
  ChannelAnswer,
  ChannelChange,
  ChannelDraft,
  ChannelKind,
  ChannelList,
  ChannelTest,
} from "@/lib/core/notifications/channel";
import { testMessage } from "@/lib/core/notifications/message";
import { english } from "@/lib/core/text";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import {
  type ChannelRecord,
  deleteChannel,
  insertChannel,
  listChannels,
  readChannel,
  updateChannel,
} from "@/lib/db/notifications/channel-repository";
import { outgoingUrl } from "@/lib/outgoing/post";
import { BlockedError } from "@/lib/outgoing/way-out";
import { type Notifier, notifier } from "@/lib/runtime/notifications";
import { channelSecretOf } from "@/lib/secrets/purposes";
import { wireChannel } from "./wire-channel";

interface Deps {
  readonly db?: Database;
  readonly notifications?: Pick<Notifier, "sealer" | "senders" | "publicUrl">;
}

/** Every channel, without secrets. */
export const readChannels = async (db: Database = database()): Promise<ChannelList> => ({
  items: (await listChannels(db)).map(wireChannel),
});

const newSigningSecret = () => `whsec_${randomBytes(32).toString("base64")}`;

/** Makes a channel, audited. The signing secret of a webhook is in this answer and in no other. Throws `conflict`, `invalid`. */
export async function addChannel(draft: ChannelDraft, actor: Actor, deps: Deps = {}): Promise<ChannelAnswer> {
  const { db = database(), notifications = notifier() } = deps;
  const id = randomUUID();
  const { config, secret, told } = partsOf(draft);
  const sealed = secret && notifications.sealer.seal(JSON.stringify(secret), channelSecretOf(id));
  return inTransaction(db.read, async (client) => {
    const { kind, name } = draft;
    const isAdded = await insertChannel(client, { id, kind, name, config, sealed, createdBy: actor.name });
    if (!isAdded) throw new AppError("conflict", "There is a mail server already. Change that one.");
    const after = { kind, name, ...config };
    await writeAudit(client, { actor, action: "channel.create", objectType: "channel", objectId: id, after });
    return answer(client, id, told);
  });
}

function partsOf(draft: ChannelDraft): { config: object; secret: object | null; told: string | null } {
  if (draft.kind === "email") {
    const { kind: _, name: __, password, ...config } = draft;
    return { config, secret: password === null ? null : { password }, told: null };
  }
  const url = checkedUrl(draft.url);
  if (draft.kind !== "webhook") return { config: { host: url.host }, secret: { url: url.href }, told: null };
  const secret = newSigningSecret();
  return { config: { url: url.href }, secret: { secret }, told: secret };
}

/** What can be seen to be wrong without asking anybody. What is behind the name is checked when something is sent. */
function checkedUrl(text: string): URL {
  try {
    return outgoingUrl(text);
  } catch (error) {
    if (error instanceof BlockedError) throw new AppError("invalid", error.message);
    throw error;
  }
}

const nothingThere = () => new AppError("not-found", "There is no such channel.");

async function answer(client: PoolClient, id: string, secret: string | null): Promise<ChannelAnswer> {
  const channel = await readChannel(id, client);
  if (!channel) throw nothingThere();
  return { channel: wireChannel(channel), secret };
}

/** Changes what is named, audited. Throws `not-found`, `conflict` when it is not the version that was read, `invalid`. */
export async function changeChannel(
  id: string,
  change: ChannelChange,
  actor: Actor,
  deps: Deps = {},
): Promise<ChannelAnswer> {
  const { db = database(), notifications = notifier() } = deps;
  return inTransaction(db.read, async (client) => {
    const before = await readChannel(id, client, true);
    if (!before) throw nothingThere();
    if (before.version !== change.version)
      throw new AppError("conflict", "Somebody else has changed this channel. Look at it again first.");
    const { config, secret, told } = changedParts(before, change);
    const sealed =
      secret === undefined
        ? before.sealed
        : secret && notifications.sealer.seal(JSON.stringify(secret), channelSecretOf(id));
    const { name = before.name, isEnabled = before.isEnabled } = change;
    await updateChannel(client, id, { name, isEnabled, config, sealed });
    await writeAudit(client, {
      actor,
      action: "channel.update",
      objectType: "channel",
      objectId: id,
      before: { name: before.name, isEnabled: before.isEnabled, ...(before.config as object) },
      after: { name, isEnabled, ...(config as object), ...(secret !== undefined && { secret: "changed" }) },
    });
    return answer(client, id, told);
  });
}

interface Parts {
  readonly config: unknown;
  /** Undefined: as it was. */
  readonly secret: object | null | undefined;
  readonly told: string | null;
}

function changedParts({ kind, config }: ChannelRecord, { mail, password, url, newSecret }: ChannelChange): Parts {
  const wrong = (part: string) => new AppError("invalid", `This kind of channel has no ${part}.`);
  if (kind !== "email" && (mail !== undefined || password !== undefined)) throw wrong("mail server");
  if (kind === "email" && url !== undefined) throw wrong("address");
  if (kind !== "webhook" && newSecret) throw wrong("signing secret");
  if (kind === "email") {
    const secret = password === undefined ? undefined : password === null ? null : { password };
    return { config: mail ?? config, secret, told: null };
  }
  const to = url === undefined ? null : checkedUrl(url);
  if (kind !== "webhook")
    return to ? { config: { host: to.host }, secret: { url: to.href }, told: null } : keep(config);
  const told = newSecret ? newSigningSecret() : null;
  return { config: to ? { url: to.href } : config, secret: told === null ? undefined : { secret: told }, told };
}

const keep = (config: unknown): Parts => ({ config, secret: undefined, told: null });

/** Removes a channel, audited: what waits for it is not sent. Answers the others. Throws `not-found`. */
export async function removeChannel(id: string, actor: Actor, { db = database() }: Deps = {}): Promise<ChannelList> {
  await inTransaction(db.read, async (client) => {
    const before = await readChannel(id, client, true);
    if (!before) throw nothingThere();
    await deleteChannel(client, id);
    const { kind, name, config } = before;
    await writeAudit(client, {
      actor,
      action: "channel.delete",
      objectType: "channel",
      objectId: id,
      before: { kind, name, ...(config as object) },
    });
  });
  return readChannels(db);
}

const MAIL_ONLY: ChannelKind = "email";

/** Sends a message of no worth and answers what the other side said. A mail server sends it to who asks. Audited. */
export async function testChannel(id: string, actor: Actor, deps: Deps = {}): Promise<ChannelTest> {
  const { db = database(), notifications = notifier() } = deps;
  const channel = await readChannel(id, db.read);
  if (!channel) throw nothingThere();
  const { publicUrl, senders } = notifications;
  const message = testMessage(randomUUID(), { publicUrl, name: channel.name, t: english });
  const began = performance.now();
  const outcome = await senders.sendBy(channel, channel.kind === MAIL_ONLY ? [actor.email] : null, message);
  await writeAudit(db.read, {
    actor,
    action: "channel.test",
    objectType: "channel",
    objectId: id,
    after: { name: channel.name, ok: outcome.ok, answer: outcome.answer },
  });
  return { ok: outcome.ok, answer: outcome.answer, tookMs: Math.round(performance.now() - began) };
}
