import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { createRule } from "@/lib/services/alert-rules/change-rules";
import { dtEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";

const MINUTE = 60_000;
const T = Math.floor(Date.now() / MINUTE) * MINUTE - 300 * MINUTE;
const clock = { now: T };
let world: Awaited<ReturnType<typeof openAlerting>>;
beforeAll(async () => {
  world = await openAlerting(clock);
});
afterAll(() => world.close());

const ada: Actor = {
  ...{ userId: "1", name: "Ada", email: "ada@example.com", scopes: null, sessionId: "1", address: null },
  ...{ role: "admin", sites: null },
};
const air = (minute: number, ppm: number) =>
  world.post(dtEvent("air", "co2", { ppm }, T + minute * MINUTE, "co2"), "disruptive");
async function lookAt(minute: number) {
  clock.now = T + minute * MINUTE;
  await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01' WHERE subject = 'everything'");
  await world.look();
  return (await world.alerts("a.kind = 'no-data'")).map(({ status, since }) => [
    status,
    (since.getTime() - T) / MINUTE,
  ]);
}

test("a number that is not told any more is an alert of its own after its own grace, and not of the rule", async () => {
  await world.post(butlrEvent({ at: T, data: 0 }));
  await air(0, 700);
  await world.db.read.query(
    `INSERT INTO assignment (source_id, space_id, starts_at) SELECT o.id, s.id, '-infinity' FROM source o, space s
     WHERE o.external_id = 'air' AND s.kind = 'room'`,
  );
  const measure = { metric: "co2", comparison: "above", threshold: 1_200, clearThreshold: 1_000 } as const;
  await createRule(
    {
      ...{ name: "Stuffy", isEnabled: true, severity: "warning", forMinutes: 10, schedule: "always", scope: {} },
      measure: { ...measure, clearMinutes: 5, noDataMinutes: 45 },
    },
    ada,
    world.db,
  );
  expect(await lookAt(1)).toEqual([]);
  expect(await lookAt(44)).toEqual([]);
  expect(await lookAt(45)).toEqual([["open", 0]]);
  expect(await world.alerts("a.kind = 'environment'")).toEqual([]);
  clock.now = T + 60 * MINUTE;
  await air(60, 710);
  expect(await lookAt(60)).toEqual([["resolved", 0]]);
  expect(await lookAt(104)).toHaveLength(1);
  expect(await lookAt(105)).toEqual([
    ["resolved", 0],
    ["open", 60],
  ]);
});
