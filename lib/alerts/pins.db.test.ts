import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { actOnAlert } from "@/lib/services/alerts/act-on-alerts";
import { openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";

const MINUTE = 60_000;
const T = Date.now() - 60 * MINUTE;
const clock = { now: T };
let world: Awaited<ReturnType<typeof openAlerting>>;
let floor = "";
let room = 0;
beforeAll(async () => {
  world = await openAlerting(clock);
  await world.post(butlrEvent({ at: T, data: 0 }));
  const { rows } = await world.db.read.query<{ id: number; parent_id: number }>(
    "SELECT id, parent_id FROM space WHERE kind = 'room'",
  );
  room = rows[0]?.id ?? 0;
  floor = String(rows[0]?.parent_id);
  await world.post(zoomAlert("zoom", 2, T), "zoom");
  await world.db.read.query(
    "INSERT INTO assignment (source_id, space_id, starts_at) SELECT id, $1, '-infinity' FROM source WHERE external_id = 'zoom'",
    [room],
  );
});
afterAll(() => world.close());

const shown = async () => {
  const snapshot = await readFloorSnapshot(floor, world.db);
  return { offset: snapshot?.offset ?? 0, alerts: snapshot?.spaces.find(({ id }) => id === String(room))?.openAlerts };
};
const ada: Actor = {
  ...{ userId: "1", name: "Ada", email: "ada@example.com", scopes: null, sessionId: "1", address: null },
  ...{ role: "admin", sites: null },
};
const act = (id: string, action: Parameters<typeof actOnAlert>[1]) =>
  actOnAlert(id, action, { actor: ada, db: world.db, now: clock.now });

test("a floor says at once which alert of a space is the gravest, and how many there are", async () => {
  await world.look();
  const before = await shown();
  expect(before.alerts).toBeUndefined();
  await world.post(zoomAlert("zoom", 1, T + MINUTE, { component: 4 }), "zoom");
  await world.post(zoomAlert("zoom", 1, T + MINUTE), "zoom");
  clock.now += 2 * MINUTE;
  const { floorIds } = await world.engine.look();
  expect(floorIds.map(String)).toEqual([floor]);
  const after = await shown();
  expect(after.offset).toBeGreaterThan(before.offset);
  expect(after.alerts).toMatchObject({ count: 2, severity: "warning" });
  // What it said itself is no news to the engine.
  expect(await world.engine.look()).toMatchObject({ changed: 0, isMore: false, floorIds: [] });
  const [first, second] = (await world.alerts(`a.space_id = ${room}`)).map(({ id }) => id);
  await world.db.read.query("UPDATE alert SET severity = 'critical' WHERE id = $1", [second]);
  expect((await shown()).alerts).toEqual({ id: second, count: 2, severity: "critical" });
  const stood = (await shown()).offset;
  await act(second ?? "", { do: "snooze", for: "15m" });
  expect(await shown()).toEqual({ offset: stood + 1, alerts: { id: first, count: 1, severity: "warning" } });
  await act(first ?? "", { do: "acknowledge" });
  expect((await shown()).offset).toBe(stood + 1);
  clock.now += 16 * MINUTE;
  await world.look();
  expect((await shown()).alerts).toMatchObject({ count: 2 });
  expect((await shown()).offset).toBeGreaterThan(stood + 1);
  for (const component of [4, 5]) await world.post(zoomAlert("zoom", 2, clock.now, { component }), "zoom");
  await world.look();
  expect((await shown()).alerts).toBeUndefined();
});

test("what a maintenance window keeps quiet is on no floor", async () => {
  clock.now += MINUTE;
  await world.post(zoomAlert("zoom", 1, clock.now - 1_000), "zoom");
  await world.look();
  expect((await shown()).alerts).toMatchObject({ count: 1 });
  await world.db.read.query(
    "INSERT INTO maintenance_window (space_id, name, starts_at, created_by) VALUES ($1, 'HVAC', $2, 'test')",
    [room, new Date(clock.now - MINUTE)],
  );
  await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01' WHERE subject = 'everything'");
  await world.look();
  expect((await shown()).alerts).toBeUndefined();
});
