import { afterAll, beforeAll, expect, test } from "vitest";
import { METRICS } from "@/lib/core/metric";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { type Database, openDatabase } from "./database";
import { readSourceTotals } from "./source-totals-repository";

const HOUR = 3_600_000;
const START = Math.floor(Date.now() / HOUR) * HOUR - 6 * HOUR;
const SPAN = { from: new Date(START), to: new Date(START + 4 * HOUR), bucket: "hour" } as const;

let base: TestDatabase;
let db: Database;
let oslo: number;
let bergen: number;
let door: number;
let waiting: number;

const id = async (sql: string, values: unknown[]): Promise<number> =>
  (await db.read.query<{ id: number }>(`${sql} RETURNING id`, values)).rows[0]?.id ?? 0;
const totals = async (metric: "trafficIn" | "objectCountTotal", sites: readonly number[] | null, source = door) =>
  (await readSourceTotals(String(source), { metric, ...SPAN }, db, sites)).buckets.map(({ total }) => total);

async function makeSite(name: string): Promise<{ site: number; room: number }> {
  const site = await id("INSERT INTO space (kind, name, time_zone) VALUES ('site', $1, 'UTC')", [name]);
  let parent = site;
  for (const kind of ["building", "floor", "room"])
    parent = await id("INSERT INTO space (kind, name, parent_id) VALUES ($1::space_kind, $2, $3)", [
      kind,
      kind,
      parent,
    ]);
  return { site, room: parent };
}

async function count(source: number, metric: "trafficIn" | "objectCountTotal", values: readonly number[]) {
  for (const [hour, value] of values.entries())
    await db.read.query(
      "INSERT INTO reading (source_id, metric, observed_at, value, first_value, version, received_at) VALUES ($1, $2, $3, $4, $4, 0, now())",
      [source, METRICS[metric].code, new Date(START + hour * HOUR + 60_000), value],
    );
}

beforeAll(async () => {
  base = await createTestDatabase();
  db = openDatabase(base.url, () => undefined);
  const [a, b] = [await makeSite("Oslo"), await makeSite("Bergen")];
  [oslo, bergen] = [a.site, b.site];
  const source = (name: string) =>
    id("INSERT INTO source (vendor, kind, external_id) VALUES ('butlr', 'sensor', $1)", [name]);
  [door, waiting] = [await source("door"), await source("waiting")];
  // Two hours in Oslo, then in Bergen.
  const moved = new Date(START + 2 * HOUR);
  await db.read.query(
    "INSERT INTO assignment (source_id, space_id, starts_at, ends_at) VALUES ($1, $2, 'epoch', $4), ($1, $3, $4, NULL)",
    [door, a.room, b.room, moved],
  );
  await count(door, "trafficIn", [5, 7, 11, 13]);
  await count(door, "objectCountTotal", [100, 110, 130, 160]);
  await count(waiting, "trafficIn", [1, 2, 3, 4]);
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

test("whoever sees every site reads all that a counter counted", async () => {
  expect(await totals("trafficIn", null)).toEqual([5, 7, 11, 13]);
  expect(await totals("trafficIn", [oslo, bergen])).toEqual([5, 7, 11, 13]);
});

test("of a counter that moved, each site reads what it counted there", async () => {
  expect(await totals("trafficIn", [bergen])).toEqual([null, null, 11, 13]);
  expect(await totals("trafficIn", [oslo])).toEqual([5, 7, null, null]);
  expect(await totals("trafficIn", [])).toEqual([null, null, null, null]);
});

test("the first count of a lifetime counter in a site does not tell of the site before", async () => {
  expect(await totals("objectCountTotal", null)).toEqual([null, 10, 20, 30]);
  expect(await totals("objectCountTotal", [bergen])).toEqual([null, null, null, 30]);
  expect(await totals("objectCountTotal", [oslo])).toEqual([null, 10, null, null]);
});

test("what never stood anywhere is read by those who may say where", async () => {
  expect(await totals("trafficIn", [oslo], waiting)).toEqual([1, 2, 3, 4]);
});
