import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { keepPartitions } from "@/lib/db/partitions";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { rollUp } from "../rollups/roll-up";
import { changeRetention, readStorage } from "./read-storage";
import { trimStorage } from "./trim-storage";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse("2026-11-21T12:00:00Z");
const ada: Actor = {
  userId: "1",
  name: "Ada",
  email: "ada@example.com",
  role: "admin",
  sites: null,
  scopes: null,
  sessionId: "1",
  address: null,
};

let clock = NOW;
let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest({ now: () => clock });
  await keepPartitions(ingest.db.read, new Date(NOW), () => undefined);
  for (const ago of [420, 300, 50, 20, 0.5]) {
    clock = NOW - ago * DAY + HOUR;
    await ingest.post(butlrEvent({ at: NOW - ago * DAY, data: 4 }));
  }
  clock = NOW;
});
afterAll(() => ingest.close());

const run = async (sql: string, values: unknown[] = []) => (await ingest.db.read.query(sql, values)).rows;
const count = async (table: string) => Number((await run(`SELECT count(*) AS n FROM ${table}`))[0].n);
const left = async () => [await count("delivery"), await count("reading")];
const rollups = async () => [
  await run("SELECT * FROM rollup_hour ORDER BY 1, 2, 3"),
  await run("SELECT * FROM rollup_day ORDER BY 1, 2, 3"),
];

test("readings wait for their rollups", async () => {
  await trimStorage(ingest.db, new Date(NOW));
  expect(await left()).toEqual([2, 5]);
});

test("what is too old goes class by class, and the rollups stay what they were", async () => {
  await rollUp(ingest.db, NOW);
  const before = await rollups();
  expect(before[1]).toHaveLength(10);
  await trimStorage(ingest.db, new Date(NOW));
  expect(await left()).toEqual([2, 4]);
  const report = await trimStorage(ingest.db, new Date(NOW + 60 * DAY));
  expect(await left()).toEqual([0, 4]);
  expect(report.removed.deliveries.partitions).toBeGreaterThan(20);
  await trimStorage(ingest.db, new Date(NOW + 400 * DAY));
  expect(await left()).toEqual([0, 2]);
  expect(await rollups()).toEqual(before);
  // Also when something marks all of it: what the readings said is not there any more.
  await run("INSERT INTO dirty_span (space_id, from_at, until_at) SELECT id, '-infinity', 'infinity' FROM space");
  await rollUp(ingest.db, NOW);
  expect(await rollups()).toEqual(before);
});

test("a shorter time is kept from the next clean-up on, audited; partitions of what went are not made again", async () => {
  await changeRetention({ deliveryDays: 7, readingMonths: 2, rollupYears: null, alertMonths: 24 }, ada, ingest.db);
  const [entry] = await run("SELECT actor_name, before, after FROM audit_entry WHERE action = 'setting.retention'");
  expect(entry).toMatchObject({ actor_name: "Ada", before: { deliveryDays: 30 }, after: { deliveryDays: 7 } });
  await ingest.post(butlrEvent({ at: NOW - HOUR, data: 4 }));
  await trimStorage(ingest.db, new Date(NOW));
  await keepPartitions(ingest.db.read, new Date(NOW), () => undefined);
  const names = (
    await run("SELECT relname FROM pg_class WHERE relname ~ '^delivery_2' AND relkind = 'r' ORDER BY 1")
  ).map(({ relname }) => relname);
  expect(names[0]).toBe("delivery_20261114");
  const { classes, retention, cleanUp, bytes } = await readStorage(ingest.db, new Date(NOW));
  expect(retention.readingMonths).toBe(2);
  expect(cleanUp?.finishedAt).not.toBeNull();
  expect(bytes).toBeGreaterThan(1e6);
  expect(classes.map(({ name, oldest, next }) => [name, oldest, next?.before ?? null])).toEqual([
    ["deliveries", "2026-11-21", "2026-11-22"],
    ["readings", "2026-11-01", "2026-12-01"],
    ["rollups", "2025-09-27", null],
    ["alerts", null, null],
  ]);
});

test("alerts that are over go with their timelines, but not the word that still keeps one from opening again", async () => {
  const alert = (cause: string, resolved: string | null, reason: string | null) =>
    run(
      `WITH made AS (INSERT INTO alert (cause, kind, code, severity, status, opened_at, since, last_at, resolved_at, resolved_reason)
         VALUES ($1, 'battery', 'battery', 'notice', 'open', '2023-01-01', '2023-01-01', '2023-01-01', $2, $3) RETURNING id)
       INSERT INTO alert_event (alert_id, at, kind) SELECT id, '2023-01-01', 'opened' FROM made`,
      [cause, resolved, reason],
    );
  await alert("old", "2024-01-01", "cleared");
  await alert("lately", "2026-01-01", "cleared");
  await alert("dismissed", "2024-01-01", "manual");
  await alert("followed", "2024-01-01", "manual");
  await alert("followed", "2026-01-01", "cleared");
  await alert("still", null, null);
  const { classes } = await readStorage(ingest.db, new Date(NOW));
  expect(classes.find(({ name }) => name === "alerts")).toMatchObject({
    oldest: "2024-01-01",
    next: { before: "2024-01-02" },
  });
  const { removed } = await trimStorage(ingest.db, new Date(NOW));
  expect(removed.alerts.rows).toBe(2);
  const left = await run(
    "SELECT cause, (SELECT count(*)::int FROM alert_event WHERE alert_id = a.id) AS n FROM alert a ORDER BY id",
  );
  expect(left).toEqual(["lately", "dismissed", "followed", "still"].map((cause) => ({ cause, n: 1 })));
});
