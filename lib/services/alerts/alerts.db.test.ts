import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Alert } from "@/lib/core/alert";
import { AlertQuery } from "@/lib/core/alert-requests";
import { english } from "@/lib/core/text";
import { connectionEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { addPerson } from "@/lib/testing/people-fixture";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";
import { actOnAlert, actOnAlerts } from "./act-on-alerts";
import { exportAlerts, readAlertPage, readOneAlert } from "./read-alerts";
import { readHandover } from "./read-handover";

const MINUTE = 60_000;
const T = Date.UTC(2026, 10, 20, 10);
const clock = { now: T };
let world: Awaited<ReturnType<typeof openAlerting>>;
let ana: Actor;
let site = 0;
let room = 0;
beforeAll(async () => {
  world = await openAlerting(clock);
  await world.post(butlrEvent({ at: T, data: 1 }));
  const { rows } = await world.db.read.query<{ site: number; room: number }>(
    `UPDATE space SET time_zone = 'Europe/Oslo', working_hours = '{"mon":[["08:30","16:00"]]}' WHERE kind = 'site'
     RETURNING id AS site, (SELECT id FROM space WHERE kind = 'room') AS room`,
  );
  site = rows[0]?.site ?? 0;
  room = rows[0]?.room ?? 0;
  const person = await addPerson(world.db.read, { name: "Ana", role: "operator", sites: [site] });
  ana = {
    ...{ email: person.email, scopes: null, sessionId: "s", address: null },
    userId: person.id,
    name: "Ana",
    role: "operator",
    sites: [site],
  };
});
afterAll(() => world.close());

const acts = () => ({ actor: ana, now: clock.now, db: world.db });
const list = async (query: object = {}) =>
  (await readAlertPage(AlertQuery.parse(query), ana, { now: clock.now, db: world.db })).items;
const titles = (alerts: readonly Alert[]) => alerts.map(({ title }) => english(title.text, title.values));
const kindsOf = async (id: string) => (await readOneAlert(id, ana, world.db)).timeline.map(({ kind }) => kind);

/** An open alert of a Zoom Room in the room, at the test's clock. */
async function trouble(name: string): Promise<string> {
  await world.post(zoomAlert(name, 1, clock.now), "zoom");
  await world.db.read.query(
    `INSERT INTO assignment (source_id, space_id, starts_at) SELECT id, $2, '-infinity' FROM source WHERE external_id = $1`,
    [name, room],
  );
  await world.look();
  const { rows } = await world.db.read.query<{ id: string }>(
    "SELECT a.id::text FROM alert a JOIN source o ON o.id = a.source_id WHERE o.external_id = $1 AND a.site_id = $2",
    [name, site],
  );
  return rows[0]?.id ?? "";
}

test("a snooze comes back unacknowledged with a line in its timeline, and ends silently with its trouble", async () => {
  const [back, gone] = [await trouble("back"), await trouble("gone")];
  for (const id of [back, gone]) {
    await actOnAlert(id, { do: "acknowledge" }, acts());
    await actOnAlert(id, { do: "snooze", for: "15m", reason: "Lunch" }, acts());
  }
  expect(await list({ status: "snoozed" })).toHaveLength(2);
  await world.post(zoomAlert("gone", 2, T + MINUTE), "zoom");
  clock.now = T + 15 * MINUTE;
  await world.look();
  expect(await list()).toMatchObject([{ id: back, status: "open", acknowledgedBy: null, snoozedUntil: null }]);
  expect(await kindsOf(back)).toEqual(["snooze-ended", "snoozed", "acknowledged", "opened"]);
  expect(await kindsOf(gone)).toEqual(["resolved", "snoozed", "acknowledged", "opened"]);
});

test("until the next working day is by the hours and the clock of the place", async () => {
  const id = await trouble("weekend"); // a Friday
  await actOnAlert(id, { do: "snooze", for: "working-day" }, acts());
  expect((await list({ status: "snoozed" }))[0]?.snoozedUntil).toBe("2026-11-23T07:30:00.000Z");
  await actOnAlert(id, { do: "unsnooze" }, acts());
});

test("what somebody resolved stays so until it is reported again, and can be taken back", async () => {
  const id = await trouble("hand");
  await actOnAlert(id, { do: "resolve", reason: "Plugged in" }, acts());
  await world.look();
  expect((await list()).map((alert) => alert.id)).not.toContain(id);
  await actOnAlert(id, { do: "reopen" }, acts());
  expect((await list()).map((alert) => alert.id)).toContain(id);
  await actOnAlert(id, { do: "resolve" }, acts());
  await world.post(zoomAlert("hand", 1, clock.now + 1_000), "zoom");
  await world.look();
  const again = (await list({ q: "hand" })).find((alert) => alert.id !== id);
  expect(again).toMatchObject({ status: "open", count: 2 });
  await expect(actOnAlert(id, { do: "reopen" }, acts())).rejects.toMatchObject({ code: "conflict" });
  await expect(actOnAlert(id, { do: "acknowledge" }, acts())).rejects.toMatchObject({ code: "conflict" });
});

test("many at once: all or none, and one entry in the log", async () => {
  const ids = (await list()).map(({ id }) => id);
  await expect(actOnAlerts([...ids, "999999"], { do: "acknowledge" }, acts())).rejects.toMatchObject({
    code: "not-found",
  });
  expect(await list({ status: "acknowledged" })).toEqual([]);
  const done = await actOnAlerts(ids, { do: "assign", assigneeId: ana.userId }, acts());
  expect(done.items.map(({ assignee }) => assignee?.name)).toEqual(ids.map(() => "Ana"));
  expect((await actOnAlerts(ids, { do: "assign", assigneeId: ana.userId }, acts())).unchanged).toHaveLength(ids.length);
  expect(await list({ assignee: "me" })).toHaveLength(ids.length);
  const { rows } = await world.db.read.query(
    "SELECT count(*)::int AS n FROM audit_entry WHERE action = 'alert.assign'",
  );
  expect(rows).toEqual([{ n: 1 }]);
  const stranger = { ...ana, sites: [site + 10_000] };
  await expect(
    actOnAlert(ids[0] ?? "", { do: "comment", text: "Hi" }, { ...acts(), actor: stranger }),
  ).rejects.toMatchObject({
    code: "not-found",
  });
});

test("between two visits two open and one clears: exactly those", async () => {
  clock.now += 60 * MINUTE;
  const before = new Date(clock.now).toISOString();
  clock.now += MINUTE;
  const [one, two] = [await trouble("new one"), await trouble("new two")];
  await world.post(zoomAlert("back", 2, clock.now), "zoom");
  clock.now += MINUTE;
  await world.look();
  await world.db.read.query("UPDATE alert SET opened_at = $2 WHERE id = ANY($1)", [[one, two], new Date(clock.now)]);
  const told = await readHandover({ at: before }, ana, { now: clock.now, db: world.db });
  expect(told.opened.map(({ id }) => id)).toEqual([two, one]);
  expect(titles(told.cleared)).toEqual(["Camera disconnected: Fjord"]);
});

test("as CSV: plain words, local times with their offset, and no formula", async () => {
  await world.db.read.query("UPDATE space SET name = '=1+1' WHERE id = $1", [room]);
  await world.post(connectionEvent("d1", "OFFLINE", T), "disruptive");
  const csv = await exportAlerts(AlertQuery.parse({}), ana, world.db);
  expect(csv).toContain("Camera disconnected: =1+1");
  expect(csv).toMatch(/2026-11-20T1\d:\d\d:\d\d\+01:00/);
  expect(csv).toContain("'=1+1");
});

test("a comment is taken back by who wrote it, at once and not later; its line stays without the words", async () => {
  clock.now += MINUTE;
  const id = await trouble("commented");
  await actOnAlerts([id], { do: "comment", text: "First" }, acts());
  await actOnAlerts([id], { do: "comment", text: "Oops" }, acts());
  const ben = { ...ana, userId: "ben", name: "Ben" };
  expect(await actOnAlerts([id], { do: "uncomment" }, { ...acts(), actor: ben })).toMatchObject({ unchanged: [id] });
  await actOnAlerts([id], { do: "uncomment" }, acts());
  const comments = async () =>
    (await readOneAlert(id, ana, world.db)).timeline
      .filter(({ kind }) => kind.endsWith("commented"))
      .map(({ kind, text }) => `${kind} ${text}`);
  expect(await comments()).toEqual(["uncommented null", "commented First"]);
  clock.now += 3 * MINUTE;
  await expect(actOnAlert(id, { do: "uncomment" }, acts())).rejects.toMatchObject({ code: "conflict" });
  expect(await comments()).toEqual(["uncommented null", "commented First"]);
  const { rows } = await world.db.read.query(
    "SELECT action FROM audit_entry WHERE object_id = $1 AND action LIKE 'alert.%comment' ORDER BY id",
    [id],
  );
  expect(rows.map(({ action }) => action)).toEqual(["alert.comment", "alert.comment", "alert.uncomment"]);
});

test("those opened since a moment, with their counts", async () => {
  clock.now += MINUTE;
  const since = new Date(clock.now).toISOString();
  const id = await trouble("fresh");
  const page = await readAlertPage(AlertQuery.parse({ openedSince: since, sort: "newest" }), ana, {
    now: clock.now,
    db: world.db,
  });
  expect(page).toMatchObject({ total: 1, items: [{ id }], facets: { kind: [{ value: "room-equipment", count: 1 }] } });
});
