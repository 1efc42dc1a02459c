import { afterAll, beforeAll, expect, test } from "vitest";
import { dtEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { noteDecays } from "./note-decays";
import { readAirDecay } from "./read-air-decay";

const MINUTE = 60_000;
const DAY = 1_440;
/** Long enough ago that six evenings are over by now. */
const T = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 7 * DAY * MINUTE;
const clock = { now: T };
let world: Awaited<ReturnType<typeof openAlerting>>;
let room = 0;
beforeAll(async () => {
  world = await openAlerting(clock);
  await world.post(butlrEvent({ at: T, data: 0 }));
  await air(0, 500);
  const { rows } = await world.db.read.query<{ id: number }>(
    `INSERT INTO assignment (source_id, space_id, starts_at) SELECT o.id, s.id, '-infinity' FROM source o, space s
     WHERE o.external_id = 'air' AND s.kind = 'room' RETURNING space_id AS id`,
  );
  room = rows[0]?.id ?? 0;
});
afterAll(() => world.close());

async function air(minute: number, ppm: number) {
  clock.now = Math.max(clock.now, T + minute * MINUTE);
  await world.post(dtEvent("air", "co2", { ppm }, T + minute * MINUTE, "co2"), "disruptive");
}
async function people(minute: number, count: number) {
  clock.now = Math.max(clock.now, T + minute * MINUTE);
  await world.post(butlrEvent({ at: T + minute * MINUTE, data: count }));
}

/** Four people until minute 60 of a day; then half of 800 ppm is gone after so many minutes. */
async function meeting(day: number, halfAfter: number) {
  const from = day * DAY;
  for (let minute = 50; minute < 60; minute++) await people(from + minute, 4);
  await air(from + 60, 1_220);
  for (let minute = 60; minute <= 60 + halfAfter; minute += 5) await people(from + minute, 0);
  if (halfAfter > 50) await air(from + 60 + halfAfter / 2, 1_020);
  await air(from + 60 + halfAfter, 820);
  await people(from + 61 + halfAfter, 0);
  clock.now = T + (from + 70 + halfAfter) * MINUTE;
}
const hint = () => world.alerts(`a.space_id = ${room} AND a.kind = 'hint'`);
async function noted() {
  const looked = await noteDecays(world.db, clock.now);
  await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01' WHERE subject LIKE 'decay:%'");
  await world.look();
  return looked;
}
const told = async () =>
  (await world.db.read.query("SELECT minutes, usual FROM air_decay ORDER BY left_at")).rows.map(
    ({ minutes, usual }) => [minutes, usual],
  );

test("an evening that takes twice as long as usual is a hint, and the next usual one ends it", {
  timeout: 60_000,
}, async () => {
  for (let day = 0; day < 5; day++) {
    await meeting(day, 20 + (day % 2) * 4);
    expect(await noted()).toBe(1);
  }
  // Twice changes nothing.
  expect(await noted()).toBe(1);
  const usual = [20, 24, 20, 24, 20].map((minutes) => [minutes, null]);
  expect(await told()).toEqual(usual);
  expect(await hint()).toEqual([]);
  await meeting(5, 60);
  await noted();
  expect(await told()).toEqual([...usual, [60, 20]]);
  expect(await hint()).toMatchObject([{ severity: "notice", status: "open", count: 1, code: "air-slow" }]);
  const { rows } = await world.db.read.query("SELECT value, threshold FROM alert WHERE kind = 'hint'");
  expect(rows).toEqual([{ value: 60, threshold: 20 }]);
  expect(await readAirDecay(String(room), { db: world.db, now: clock.now })).toMatchObject({
    outsidePpm: 420,
    last: { minutes: 60, isHalved: true, ppm: 1_220, usual: 20, isSlow: true },
    usual: { minutes: 22, count: 6 },
  });
  await meeting(6, 20);
  await noted();
  expect(await hint()).toMatchObject([{ status: "resolved", reason: "cleared" }]);
});

test("switched off, nothing is said of it any more", async () => {
  await world.db.read.query("UPDATE air_decay SET minutes = 300 WHERE left_at = (SELECT max(left_at) FROM air_decay)");
  await world.db.read.query(
    "INSERT INTO alert_timer VALUES ('decay:' || $1, '2026-01-01') ON CONFLICT (subject) DO NOTHING",
    [room],
  );
  await world.look();
  expect(await hint()).toMatchObject([{ status: "resolved" }, { status: "open" }]);
  await world.db.read.query("UPDATE alert_rule SET is_enabled = false WHERE template = 'air-slow'");
  await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01' WHERE subject = 'everything'");
  await world.look();
  expect(await hint()).toMatchObject([{ status: "resolved" }, { status: "resolved", reason: "rule-off" }]);
});
