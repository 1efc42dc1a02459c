import { afterAll, beforeAll, expect, test } from "vitest";
import { openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";
import { readPastEvents } from "./past-events-repository";

const MINUTE = 60_000;
const NOON = Date.now() - 120 * MINUTE;
const at = (minute: number) => NOON + minute * MINUTE;
const clock = { now: NOON };
const CAMERA = { component: 5 };
const MICROPHONE = { component: 4 };
let world: Awaited<ReturnType<typeof openAlerting>>;
let floor = "";
let room = "";

beforeAll(async () => {
  world = await openAlerting(clock);
  await world.post(butlrEvent({ at: at(0), data: 0 }));
  const { rows } = await world.db.read.query<{ id: number; parent_id: number }>(
    "SELECT id, parent_id FROM space WHERE kind = 'room'",
  );
  room = String(rows[0]?.id);
  floor = String(rows[0]?.parent_id);
  await world.post(zoomAlert("zoom", 2, at(0)), "zoom");
  await world.db.read.query(
    "INSERT INTO assignment (source_id, space_id, starts_at) SELECT id, $1, '-infinity' FROM source WHERE external_id = 'zoom'",
    [room],
  );
  // The camera for ten minutes; the microphone twice said, never cleared.
  await said(10, zoomAlert("zoom", 1, at(10), CAMERA));
  await said(20, zoomAlert("zoom", 2, at(20), CAMERA));
  await said(30, zoomAlert("zoom", 1, at(30), MICROPHONE));
  await said(40, zoomAlert("zoom", 1, at(40), MICROPHONE));
});
afterAll(() => world.close());

async function said(minute: number, event: object) {
  clock.now = at(minute);
  await world.post(event, "zoom");
  await world.look();
}

async function told(from: number, to: number, hasAlerts = true) {
  const { events } = await readPastEvents(floor, { from: at(from), to: at(to), hasAlerts }, world.db);
  return events.map((event) => [(Date.parse(event.at) - NOON) / MINUTE, event.kind, event.alert?.title.text]);
}

test("an alert is told where it begins and where it ends, and its signals are not told again", async () => {
  expect(await told(0, 60)).toEqual([
    [10, "alert", "Camera disconnected: {place}"],
    [20, "alert-over", "Camera disconnected: {place}"],
    [30, "alert", "Microphone disconnected: {place}"],
  ]);
  const { events } = await readPastEvents(floor, { from: at(0), to: at(15), hasAlerts: true }, world.db);
  expect(events[0]).toMatchObject({ spaceId: room, space: "Fjord", alert: { severity: "warning" } });
});

test("of an alert that is longer than the span only what is in it", async () => {
  expect(await told(15, 25)).toEqual([[20, "alert-over", "Camera disconnected: {place}"]]);
  expect(await told(32, 38)).toEqual([]);
});

test("who may not read alerts is told of the troubles", async () => {
  expect((await told(0, 60, false)).map(([minute, kind]) => [minute, kind])).toEqual([
    [10, "trouble"],
    [30, "trouble"],
    [40, "trouble"],
  ]);
});

test("what maintenance keeps quiet is no mark", async () => {
  const quiet = (window: number | null) =>
    world.db.read.query("UPDATE alert SET suppressed_by = $1 WHERE code LIKE '%microphone%'", [window]);
  await quiet(1);
  expect((await told(25, 60)).filter(([, kind]) => kind === "alert")).toEqual([]);
  await quiet(null);
});

test("what belongs to an incident is told once, by the incident", async () => {
  const { rows } = await world.db.read.query<{ id: string }>(
    `INSERT INTO alert (cause, kind, code, severity, floor_id, site_id, opened_at, since, last_at)
     SELECT 'floor:1', 'floor-offline', 'offline', 'critical', floor_id, site_id, $1, $1, $1 FROM alert LIMIT 1 RETURNING id`,
    [new Date(at(29))],
  );
  const join = (parent: string | null) =>
    world.db.read.query("UPDATE alert SET parent_id = $1 WHERE code LIKE '%microphone%'", [parent]);
  await join(rows[0]?.id ?? null);
  expect(await told(25, 60)).toEqual([
    [29, "alert", "{count, plural, one {# device} other {# devices}} silent: {place}"],
  ]);
  await join(null);
  await world.db.read.query("DELETE FROM alert WHERE id = $1", [rows[0]?.id]);
});

test("a silent vendor is told where its sensors stood, and nowhere else", async () => {
  const silent = (vendor: string, site: number) =>
    world.db.read.query(
      `INSERT INTO alert (cause, kind, code, severity, vendor, site_id, opened_at, since, last_at)
       VALUES ('feed:' || $1, 'feed-silent', 'silent', 'critical', $1, $2, $3, $3, $3)`,
      [vendor, site, new Date(at(50))],
    );
  await silent("butlr", -1);
  await silent("disruptive", -2);
  const { events } = await readPastEvents(floor, { from: at(45), to: at(60), hasAlerts: true }, world.db);
  expect(events.map(({ kind, spaceId, alert }) => [kind, spaceId, alert?.title.values.vendor])).toEqual([
    ["alert", null, "Butlr"],
  ]);
});
