import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { AlertQuery } from "@/lib/core/alert-requests";
import { actOnAlert, actOnAlerts } from "@/lib/services/alerts/act-on-alerts";
import { readAlertPage, readOneAlert } from "@/lib/services/alerts/read-alerts";
import { connectionEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";

const MINUTE = 60_000;
const T = Date.UTC(2026, 10, 21, 10);
const clock = { now: T };
let world: Awaited<ReturnType<typeof openAlerting>>;
const places: Record<string, { site: number; floor: number; room: number }> = {};
beforeAll(async () => {
  world = await openAlerting(clock);
  for (const city of ["Oslo", "Bergen"]) places[city] = await office(city);
});
afterAll(() => world.close());

const query = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await world.db.read.query<T>(sql, values)).rows;

/** A site of its own with a floor and a room. */
async function office(city: string) {
  const metadata = { floor_id: `space_${city}`, floor_name: city, room_id: `room_${city}`, room_name: `${city} room` };
  await world.post(butlrEvent({ at: T - MINUTE, data: 0, metadata }));
  const [made] = await query<{ room: number; floor: number }>(
    "SELECT id AS room, parent_id AS floor FROM space WHERE vendor_name = $1",
    [`${city} room`],
  );
  const [site] = await query<{ id: number }>("INSERT INTO space (kind, name) VALUES ('site', $1) RETURNING id", [city]);
  const [building] = await query<{ id: number }>(
    "INSERT INTO space (kind, name, parent_id) VALUES ('building', $1, $2) RETURNING id",
    [city, site?.id],
  );
  await query("UPDATE space SET parent_id = $2 WHERE id = $1", [made?.floor, building?.id]);
  return { site: site?.id ?? 0, floor: made?.floor ?? 0, room: made?.room ?? 0 };
}
const at = (city: string) => places[city] ?? { site: 0, floor: 0, room: 0 };

async function put(externalId: string, spaceId: number) {
  await query(
    `INSERT INTO assignment (source_id, space_id, starts_at) SELECT id, $2, '-infinity' FROM source WHERE external_id = $1`,
    [externalId, spaceId],
  );
}
const close = async (spaceId: number, until: number) =>
  query(
    `INSERT INTO maintenance_window (space_id, name, starts_at, ends_at, created_by) VALUES ($1, 'HVAC works', $2, $3, 'test')`,
    [spaceId, new Date(T - 60 * MINUTE), new Date(until)],
  );
/** Far enough on that feeds and windows are asked again. */
const lookAt = async (minutes: number) => {
  clock.now = T + minutes * MINUTE;
  await world.look();
};
const quiet = async (kind: string) =>
  query<{ name: string | null; events: string[] }>(
    `SELECT a.suppressed_name AS name, ARRAY(SELECT e.kind FROM alert_event e WHERE e.alert_id = a.id ORDER BY e.id) AS events
     FROM alert a WHERE a.kind = $1 AND a.resolved_at IS NULL`,
    [kind],
  );

test("an incident of a floor that is closed is recorded as suppressed, and fires when it is still so afterwards", async () => {
  const { floor, room } = at("Oslo");
  await close(floor, T + 30 * MINUTE);
  for (let i = 0; i < 6; i++) {
    await world.post(connectionEvent(`oslo${i}`, "SDS", T - 2 * MINUTE), "disruptive");
    await put(`oslo${i}`, room);
  }
  for (let i = 0; i < 6; i++) await world.post(connectionEvent(`oslo${i}`, "OFFLINE", T + i), "disruptive");
  await lookAt(1);
  expect(await quiet("floor-offline")).toEqual([{ name: "HVAC works", events: ["opened", "suppressed", "joined"] }]);
  await lookAt(31);
  expect(await quiet("floor-offline")).toEqual([
    { name: null, events: ["opened", "suppressed", "joined", "unsuppressed"] },
  ]);
  for (let i = 0; i < 6; i++) await world.post(connectionEvent(`oslo${i}`, "SDS", clock.now - 1_000), "disruptive");
  await lookAt(32);
  expect(await quiet("floor-offline")).toEqual([]);
});

test("a silent feed is kept quiet only while every floor that it feeds is closed", async () => {
  for (const city of ["Oslo", "Bergen"]) {
    await world.post(zoomAlert(`zoom-${city}`, 2, clock.now - MINUTE), "zoom");
    await put(`zoom-${city}`, at(city).room);
  }
  await close(at("Oslo").site, T + 120 * MINUTE);
  world.feeds.push({ vendor: "zoom", silentSince: new Date(T + 33 * MINUTE).toISOString() });
  await lookAt(40);
  expect(await quiet("feed-silent")).toEqual([{ name: null, events: ["opened"] }]);
  await close(at("Bergen").site, T + 60 * MINUTE);
  await lookAt(41);
  expect(await quiet("feed-silent")).toMatchObject([{ name: "HVAC works", events: ["opened", "suppressed"] }]);
  await lookAt(61);
  expect(await quiet("feed-silent")).toEqual([{ name: null, events: ["opened", "suppressed", "unsuppressed"] }]);
});

const person = (sites: readonly number[] | null, role: Actor["role"] = "operator"): Actor => ({
  ...{ userId: "u1", name: "Una", email: "una@example.com", scopes: null, sessionId: "s1", address: null },
  role,
  sites,
});

test("who has a floor of the vendor hears of its silence, without the people elsewhere, and leaves it to others", async () => {
  const kinds = async (actor: Actor) =>
    (await readAlertPage(AlertQuery.parse({}), actor, { now: clock.now, db: world.db })).items.map(({ kind }) => kind);
  const [site] = await query<{ id: number }>("INSERT INTO space (kind, name) VALUES ('site', 'Empty') RETURNING id");
  expect(await kinds(person([at("Bergen").site]))).toEqual(["feed-silent"]);
  expect(await kinds(person([site?.id ?? 0]))).toEqual([]);
  expect(await kinds(person([]))).toEqual([]);
  await query("UPDATE alert SET people = 7, spaces = 3 WHERE kind = 'feed-silent'");
  const page = await readAlertPage(AlertQuery.parse({}), person(null), { now: clock.now, db: world.db });
  expect(page.items[0]).toMatchObject({ impact: { people: 7, spaces: 3 }, site: null });
  expect(page.facets.site).toEqual([]);
  const id = page.items[0]?.id ?? "";
  const seen = await readOneAlert(id, person([at("Bergen").site]), world.db);
  expect(seen.alert).toMatchObject({ impact: { people: null, booking: null, spaces: 0 }, site: null });
  await expect(readOneAlert(id, person([site?.id ?? 0]), world.db)).rejects.toMatchObject({ code: "not-found" });
  const acts = { db: world.db, now: clock.now };
  for (const act of [
    () => actOnAlert(id, { do: "acknowledge" }, { ...acts, actor: person([at("Bergen").site]) }),
    () => actOnAlerts([id], { do: "acknowledge" }, { ...acts, actor: person([at("Bergen").site]) }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "not-found" });
  expect((await actOnAlert(id, { do: "acknowledge" }, { ...acts, actor: person(null) })).items).toMatchObject([
    { status: "acknowledged" },
  ]);
});
