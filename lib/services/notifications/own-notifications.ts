import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { deviceWords } from "@/lib/core/device-words";
import { AppError } from "@/lib/core/errors";
import { testMessage } from "@/lib/core/notifications/message";
import {
  type BrowserDraft,
  type OwnNotifications,
  type OwnTest,
  USUAL_WISHES,
  type Wishes,
} from "@/lib/core/notifications/preference";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { deleteBrowser, putBrowser, readBrowsers } from "@/lib/db/notifications/browser-repository";
import { listChannels } from "@/lib/db/notifications/channel-repository";
import { putWishes, readTellablePlaces } from "@/lib/db/notifications/preference-repository";
import { readReader } from "@/lib/db/notifications/reader-rows";
import { parseId } from "@/lib/db/parse-id";
import { textOf } from "@/lib/notifications/text-of";
import { type Notifier, notifier } from "@/lib/runtime/notifications";

interface Deps {
  readonly db?: Database;
  readonly notifications?: Pick<Notifier, "pushKeys" | "senders" | "publicUrl">;
}

/** What somebody is told of, how, and what they could choose. */
export async function readOwnNotifications(actor: Actor, deps: Deps = {}): Promise<OwnNotifications> {
  const { db = database(), notifications = notifier() } = deps;
  const [reader, browsers, places, channels, { publicKey }] = await Promise.all([
    readReader(db.read, actor.userId),
    readBrowsers(db.read, actor.userId),
    readTellablePlaces(db.read, actor.sites),
    listChannels(db),
    notifications.pushKeys(),
  ]);
  const wishes = reader?.wishes ?? USUAL_WISHES;
  const known = new Set(places.map(({ id }) => id));
  const kept = wishes.places?.filter((id) => known.has(id)) ?? null;
  return {
    wishes: { ...wishes, places: kept?.length === 0 ? null : kept },
    email: actor.email,
    canMail: channels.some(({ kind, isEnabled }) => kind === "email" && isEnabled),
    pushKey: publicKey,
    browsers: browsers.map(({ id, browser, createdAt }) => ({
      id: String(id),
      browser,
      createdAt: createdAt.toISOString(),
    })),
    places,
  };
}

/** Says what somebody wants to be told, audited. Throws `not-found` for places that are not theirs. */
export async function changeWishes(wishes: Wishes, actor: Actor, deps: Deps = {}): Promise<OwnNotifications> {
  const { db = database() } = deps;
  await inTransaction(db.read, async (client) => {
    const known = new Set((await readTellablePlaces(client, actor.sites)).map(({ id }) => id));
    if (!(wishes.places ?? []).every((id) => known.has(id))) throw new AppError("not-found", "There is no such place.");
    await putWishes(client, actor.userId, wishes);
    await writeAudit(client, {
      actor,
      action: "user.notifications",
      objectType: "user",
      objectId: actor.userId,
      after: wishes,
    });
  });
  return readOwnNotifications(actor, deps);
}

/** This browser shows notifications of this person from now on, audited. */
export async function addBrowser(
  { endpoint, keys }: BrowserDraft,
  userAgent: string | null,
  actor: Actor,
  deps: Deps = {},
): Promise<OwnNotifications> {
  const { db = database() } = deps;
  const browser = deviceWords(userAgent);
  await inTransaction(db.read, async (client) => {
    await putBrowser(client, actor.userId, { endpoint, ...keys, browser });
    const after = { browser, service: new URL(endpoint).host };
    await writeAudit(client, { actor, action: "user.browser", objectType: "user", objectId: actor.userId, after });
  });
  return readOwnNotifications(actor, deps);
}

/** A browser shows none any more, audited. Throws `not-found` when it is not theirs. */
export async function removeBrowser(browserId: string, actor: Actor, deps: Deps = {}): Promise<OwnNotifications> {
  const { db = database() } = deps;
  await inTransaction(db.read, async (client) => {
    const id = parseId(browserId);
    if (id === null || !(await deleteBrowser(client, actor.userId, id)))
      throw new AppError("not-found", "There is no such browser.");
    await writeAudit(client, { actor, action: "user.forget-browser", objectType: "user", objectId: actor.userId });
  });
  return readOwnNotifications(actor, deps);
}

/** Sends somebody a message of no worth by each way they chose, and answers what came of it. Audited. */
export async function testOwnNotifications(actor: Actor, deps: Deps = {}): Promise<OwnTest> {
  const { db = database(), notifications = notifier() } = deps;
  const { publicUrl, senders } = notifications;
  const wishes = (await readReader(db.read, actor.userId))?.wishes ?? USUAL_WISHES;
  const t = await textOf(wishes.language);
  const ways = (["email", "push"] as const).filter((way) => wishes[way]);
  const items = await Promise.all(
    ways.map(async (channel) => {
      const message = testMessage(randomUUID(), { publicUrl, name: actor.name, t });
      const { ok, answer } = await senders.send({ channel, userId: actor.userId, channelId: null }, message);
      return { channel, ok, answer };
    }),
  );
  await writeAudit(db.read, {
    actor,
    action: "user.test-notifications",
    objectType: "user",
    objectId: actor.userId,
    after: { items },
  });
  return { items };
}
