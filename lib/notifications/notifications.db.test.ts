import { createECDH, randomBytes, randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { EscalationStep } from "@/lib/core/notifications/escalation";
import { USUAL_WISHES, type Wishes } from "@/lib/core/notifications/preference";
import { openDatabase } from "@/lib/db/database";
import { resolveBySystem } from "@/lib/outgoing/way-out";
import { channelSecretOf } from "@/lib/secrets/purposes";
import { createSealer } from "@/lib/secrets/sealer";
import { connectionEvent, heardEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { addPerson } from "@/lib/testing/people-fixture";
import { startHttpReceiver, startMailReceiver } from "@/lib/testing/receivers";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";
import { decideNotifications } from "./decide";
import { deliverDue } from "./deliver";
import { keepPushKeys } from "./push-keys";
import { createSenders } from "./senders";

const MINUTE = 60_000;
const T = Date.UTC(2026, 10, 21, 10);
const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
const clock = { now: T };
const sealer = createSealer(Buffer.alloc(32, 5));
let world: Awaited<ReturnType<typeof openAlerting>>;
let hook: Awaited<ReturnType<typeof startHttpReceiver>>;
let mail: Awaited<ReturnType<typeof startMailReceiver>>;
let webhookId: string;
let siteId: number;
let roomId: number;

const options = () => ({
  db: world.db,
  sealer,
  rules: { allowed: ["127.0.0.1"], resolve: resolveBySystem },
  pushKeys: () => keepPushKeys(world.db, sealer),
  pushSubject: "mailto:a@example.com",
  now: () => clock.now,
});
const delivering = () => ({
  db: world.db,
  senders: createSenders(options()),
  now: () => clock.now,
  publicUrl: "https://occ.example",
});

async function addChannel(kind: string, config: object, secret: object | null) {
  const id = randomUUID();
  await world.db.read.query(
    "INSERT INTO notification_channel (id, kind, name, config, sealed, created_by) VALUES ($1, $2, $2, $3, $4, 'Ada')",
    [id, kind, config, secret && sealer.seal(JSON.stringify(secret), channelSecretOf(id))],
  );
  return id;
}

beforeAll(async () => {
  world = await openAlerting(clock);
  [hook, mail] = [await startHttpReceiver(), await startMailReceiver()];
  webhookId = await addChannel("webhook", { url: hook.url }, { secret: SECRET });
  const { port } = mail;
  const config = {
    host: "127.0.0.1",
    port,
    security: "none",
    user: "occ",
    from: "occ@example.com",
    to: ["desk@example.com"],
  };
  await addChannel("email", config, { password: "right" });
  await world.post(butlrEvent({ at: T, data: 0 }));
  const { rows } = await world.db.read.query("SELECT id, kind FROM space WHERE kind IN ('site', 'room')");
  siteId = rows.find(({ kind }) => kind === "site").id;
  roomId = rows.find(({ kind }) => kind === "room").id;
});
afterAll(async () => {
  await Promise.all([hook?.close(), mail?.close()]);
  await world?.close();
});
beforeEach(async () => {
  clock.now += 24 * 60 * MINUTE;
  // What earlier tests left open is seen, and is not told here.
  await policy();
  await world.look();
  await work();
  await world.db.read.query("DELETE FROM notification");
  await world.db.read.query('DELETE FROM "user"');
  hook.received.length = 0;
  mail.mails.length = 0;
});

const step = (change: Partial<EscalationStep>): EscalationStep => ({
  afterMinutes: 0,
  when: "always",
  minSeverity: "notice",
  to: [{ to: "channel", channelId: webhookId }],
  ...change,
});
async function policy(...steps: EscalationStep[]) {
  await world.db.read.query(
    "INSERT INTO escalation_policy (site_id, steps, changed_by) VALUES (0, $1, 'Ada') ON CONFLICT (site_id) DO UPDATE SET steps = excluded.steps",
    [JSON.stringify(steps)],
  );
}

/** Decides and sends until nothing more is due at this moment. */
async function work() {
  for (let i = 0; i < 20; i++) {
    while ((await decideNotifications(world.db.read, clock.now)).isMore);
    const begun = await deliverDue(delivering(), 8);
    if (begun.length === 0) return;
    await Promise.all(begun);
  }
  throw new Error("It does not come to an end");
}
const later = async (minutes: number) => {
  clock.now += minutes * MINUTE;
  await world.look();
  await work();
};
let names = 0;
/** Letters only: of digits an address of a person would have none left. */
const name = (what: string) => `${what}${(names++).toString(2).replaceAll("0", "a").replaceAll("1", "b")}`;
const events = () =>
  hook.received.map(
    ({ body }) => JSON.parse(body) as { type: string; data: { title: string; alert: { id: string; devices: number } } },
  );
const log = async () =>
  (await world.db.read.query("SELECT status, attempts, answer, recipient FROM notification ORDER BY created_at, id"))
    .rows;

async function trouble(room = name("r")) {
  await world.post(zoomAlert(room, 1, clock.now), "zoom");
  await world.look();
  await work();
  return room;
}
const ended = async (room: string) => {
  clock.now += MINUTE;
  await world.post(zoomAlert(room, 2, clock.now), "zoom");
  await world.look();
  await work();
};
/** A sensor that stands in the room. */
async function placed(device: string) {
  await world.post(connectionEvent(device, "SDS", clock.now - MINUTE), "disruptive");
  await world.db.read.query(
    "INSERT INTO assignment (source_id, space_id, starts_at) SELECT id, $2, '-infinity' FROM source WHERE external_id = $1 ON CONFLICT DO NOTHING",
    [device, roomId],
  );
}
async function person(wishes: Partial<Wishes> | null, sites: readonly number[] | null = null) {
  const who = await addPerson(world.db.read, { name: name("p"), role: "operator", sites });
  if (wishes)
    await world.db.read.query("INSERT INTO notification_preference (user_id, wishes) VALUES ($1, $2)", [
      who.id,
      { ...USUAL_WISHES, isFollowing: true, ...wishes },
    ]);
  return who;
}

test("a receiver that fails first gets each step once as it counts by id, signed, and then that it is over", async () => {
  await policy(step({}), step({ afterMinutes: 15 }));
  hook.statuses.push(503, 500);
  const room = await trouble();
  expect(await log()).toMatchObject([{ status: "waiting", attempts: 1, answer: "503 not today" }]);
  await later(0.1);
  await later(1);
  expect(hook.ids()).toEqual([[expect.any(String), 3]]);
  // The library asks for a recent time; the test's clock is its own.
  for (const { body, headers } of hook.received)
    expect(headers["webhook-signature"]).toBe(
      new Webhook(SECRET).sign(
        String(headers["webhook-id"]),
        new Date(Number(headers["webhook-timestamp"]) * 1_000),
        body,
      ),
    );
  await later(15);
  await later(30);
  await ended(room);
  expect(hook.ids().map(([, times]) => times)).toEqual([3, 1, 1]);
  expect(events().map(({ type }) => type)).toEqual([
    "alert.opened",
    "alert.opened",
    "alert.opened",
    "alert.escalated",
    "alert.resolved",
  ]);
  expect((await log()).map(({ status }) => status)).toEqual(["sent", "sent", "sent"]);
  const { rows } = await world.db.read.query("SELECT data FROM alert_event WHERE kind = 'notified' AND alert_id = $1", [
    events()[0]?.data.alert.id,
  ]);
  expect(rows).toHaveLength(3);
});

test("acknowledged within a quarter of an hour: the second step tells nobody", async () => {
  await policy(step({}), step({ afterMinutes: 15 }));
  const room = await trouble();
  await world.db.read.query(
    `UPDATE alert SET status = 'acknowledged', acknowledged_at = $1 WHERE status = 'open' AND source_id = (SELECT id FROM source WHERE external_id = $2)`,
    [new Date(clock.now), room],
  );
  await later(60);
  expect(events()).toHaveLength(1);
});

test("twenty sensors and their connector: one message that they are silent, and one that all are back", async () => {
  await policy(step({}));
  const connector = name("ccon");
  const devices = Array.from({ length: 20 }, () => name("d"));
  for (const device of devices) await world.post(heardEvent(device, connector, clock.now - MINUTE), "disruptive");
  for (const device of devices) await world.post(connectionEvent(device, "OFFLINE", clock.now), "disruptive");
  await later(0);
  await later(0.5);
  expect(events()).toEqual([]);
  await world.post(connectionEvent(connector, "OFFLINE", clock.now), "disruptive");
  await later(0);
  await later(2);
  await later(60);
  expect(events()).toMatchObject([{ type: "alert.opened", data: { alert: { devices: 20 } } }]);
  await world.post(connectionEvent(connector, "ETHERNET", clock.now), "disruptive");
  await later(0);
  for (const device of devices) await world.post(connectionEvent(device, "SDS", clock.now), "disruptive");
  await later(1);
  await later(30);
  expect(events().map(({ type }) => type)).toEqual(["alert.opened", "alert.resolved"]);
  expect(hook.ids().map(([, times]) => times)).toEqual([1, 1]);
});

test("people get mail at their own address, escaped, with an id that stays; nobody is told of what is not theirs", async () => {
  await world.db.read.query(
    "INSERT INTO space (id, kind, name, time_zone) VALUES (9100, 'site', 'Elsewhere', 'UTC') ON CONFLICT DO NOTHING",
  );
  await policy(step({ to: [{ to: "followers" }, { to: "role", role: "operator" }] }));
  const [here, elsewhere, everywhere] = [await person({}, [siteId]), await person({}, [9100]), await person(null)];
  await world.db.read.query("UPDATE space SET name = '<b>Fjord</b> & Co' WHERE id = $1", [roomId]);
  const device = name("d");
  await placed(device);
  await world.post(connectionEvent(device, "OFFLINE", clock.now), "disruptive");
  await later(0);
  await later(1.1);
  expect(mail.mails.flatMap(({ to }) => to).sort()).toEqual([here.email, everywhere.email].sort());
  expect(mail.mails.flatMap(({ to }) => to)).not.toContain(elsewhere.email);
  const html = mail.mails[0]?.raw.split("text/html")[1] ?? "";
  expect(html).toContain("&lt;b&gt;Fjord");
  expect(html).not.toContain("<b>Fjord");
  const { rows } = await world.db.read.query("SELECT id::text FROM notification");
  expect(mail.messageIds().sort()).toEqual(rows.map(({ id }) => id).sort());
  await world.post(connectionEvent(device, "SDS", clock.now), "disruptive");
  await later(1);
});

test("who loses the site before a message is sent does not get it", async () => {
  await policy(step({ to: [{ to: "followers" }] }));
  const who = await person({ quiet: { from: "00:00", to: "23:59", butCritical: false } }, [siteId]);
  const device = name("d");
  await placed(device);
  await world.post(connectionEvent(device, "OFFLINE", clock.now), "disruptive");
  await later(0);
  await later(1.1);
  expect(await log()).toMatchObject([{ status: "waiting", attempts: 0 }]);
  await world.db.read.query("DELETE FROM user_site WHERE user_id = $1", [who.id]);
  await later(24 * 60);
  expect(await log()).toMatchObject([{ status: "skipped", answer: "They may not see this alert any more." }]);
  expect(mail.mails).toEqual([]);
  await world.post(connectionEvent(device, "SDS", clock.now), "disruptive");
  await later(1);
});

test("in quiet hours a message waits for their end, and is not sent when it is over by then", async () => {
  await policy(step({ to: [{ to: "followers" }] }));
  const hour = new Date(clock.now).getUTCHours();
  const two = (n: number) => String(n % 24).padStart(2, "0");
  await person({ quiet: { from: `${two(hour)}:00`, to: `${two(hour + 2)}:00`, butCritical: false } });
  const [first, second] = [await trouble(), await trouble()];
  await later(10);
  await ended(second);
  expect(mail.mails).toEqual([]);
  await later(120);
  await later(0.1);
  expect(mail.subjects()).toHaveLength(1);
  expect((await log()).map(({ status }) => status).sort()).toEqual(["sent", "skipped", "skipped"]);
  await ended(first);
  expect(mail.subjects()[1]).toMatch(/^Over: /);
});

test("a browser gets it encrypted and signed by the keys of this installation; one that is gone is forgotten", async () => {
  await policy(step({ to: [{ to: "followers" }] }));
  const { id } = await person({ email: false });
  const browser = createECDH("prime256v1");
  await world.db.read.query(
    "INSERT INTO push_subscription (user_id, endpoint, p256dh, auth, browser) VALUES ($1, $2, $3, $4, 'Firefox')",
    [id, hook.url, browser.generateKeys("base64url"), randomBytes(16).toString("base64url")],
  );
  const room = await trouble();
  const { publicKey } = await keepPushKeys(world.db, sealer);
  expect(await keepPushKeys(world.db, sealer)).toMatchObject({ publicKey });
  expect(hook.received).toMatchObject([
    { headers: { authorization: expect.stringContaining(`k=${publicKey}`), "content-encoding": "aes128gcm" } },
  ]);
  expect(hook.received[0]?.body).not.toContain("Camera");
  expect(await log()).toMatchObject([{ status: "sent" }]);
  hook.statuses.push(410);
  await ended(room);
  expect((await log()).map(({ status }) => status).sort()).toEqual(["failed", "sent"]);
  expect((await world.db.read.query("SELECT 1 FROM push_subscription")).rowCount).toBe(0);
  // With another key of the installation, browsers have to be asked again: their keys are others.
  const other = await keepPushKeys(world.db, createSealer(Buffer.alloc(32, 6)));
  expect(other.publicKey).not.toBe(publicKey);
});

test("a mailbox that does not exist is not tried again, and the server's words stand in the log", async () => {
  await policy(step({ to: [{ to: "followers" }] }));
  await person({});
  mail.state.refuses = true;
  const room = await trouble();
  await later(60);
  mail.state.refuses = false;
  expect(await log()).toMatchObject([
    { status: "failed", attempts: 1, answer: expect.stringContaining("No such mailbox") },
  ]);
  await ended(room);
  expect(mail.mails).toEqual([]);
});

test("a snoozed alert that comes back is told anew; one in a maintenance window after it", async () => {
  await policy(step({}));
  const room = await trouble();
  const change = (set: string) =>
    world.db.read
      .query(
        `WITH c AS (UPDATE alert SET ${set} WHERE resolved_at IS NULL AND source_id = (SELECT id FROM source WHERE external_id = $1) RETURNING id, site_id),
       f AS (UPDATE alert_feed f SET "offset" = f."offset" + 1 FROM c WHERE f.site_id = c.site_id RETURNING f.site_id, f."offset")
       SELECT c.id, f."offset" FROM c JOIN f USING (site_id)`,
        [room],
      )
      .then(({ rows }) =>
        world.db.read.query(`UPDATE alert SET "offset" = $2 WHERE id = $1`, [rows[0].id, rows[0].offset]),
      );
  await change(`status = 'snoozed', snoozed_until = '${new Date(clock.now + 15 * MINUTE).toISOString()}'`);
  await work();
  clock.now += 16 * MINUTE;
  await change("status = 'open', snoozed_until = NULL");
  await work();
  expect(hook.ids().map(([, times]) => times)).toEqual([1, 1]);
  await change("suppressed_by = 1, suppressed_name = 'Works'");
  await work();
  await change("suppressed_by = NULL");
  await work();
  expect(hook.ids().map(([, times]) => times)).toEqual([1, 1, 1]);
  await ended(room);
});

test("two instances that decide and deliver at once send everything once; what one left behind the other sends", async () => {
  await policy(step({}), step({ to: [{ to: "followers" }] }));
  await person({});
  const other = openDatabase(world.db.url, () => undefined);
  const rooms = Array.from({ length: 12 }, () => name("r"));
  for (const room of rooms) await world.post(zoomAlert(room, 1, clock.now), "zoom");
  await world.look();
  const run = async (db: typeof other) => {
    for (let i = 0; i < 8; i++) {
      await decideNotifications(db.read, clock.now);
      const begun = await deliverDue({ ...delivering(), db }, 5);
      await Promise.all(begun);
    }
  };
  await Promise.all([run(world.db), run(other)]);
  expect(hook.ids().map(([, times]) => times)).toEqual(rooms.map(() => 1));
  expect(new Set(mail.messageIds()).size).toBe(12);
  expect(mail.mails).toHaveLength(12);
  // One that was taken by a process that died is sent after its lease.
  await world.db.read.query("UPDATE notification SET status = 'sending', due_at = $1 WHERE id = $2", [
    new Date(clock.now + MINUTE),
    hook.ids()[0]?.[0],
  ]);
  await work();
  expect(hook.received).toHaveLength(12);
  await later(2);
  expect(
    hook
      .ids()
      .map(([, times]) => times)
      .sort(),
  ).toEqual([...Array.from({ length: 11 }, () => 1), 2]);
  await other.close();
});
