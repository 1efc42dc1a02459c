import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { assignSource } from "./assign-source";

const NOW = Math.floor(Date.now() / 1000) * 1000;
let ingest: Awaited<ReturnType<typeof openIngest>>;
let oslo: Actor;
let everywhere: Actor;

beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  for (const [site, name] of [
    ["oslo", "Oslo"],
    ["bergen", "Bergen"],
  ]) {
    const metadata = { site_id: site, site_name: name, building_id: `${site}_b`, floor_id: `${site}_f`, room_id: site };
    await ingest.post(butlrEvent({ at: NOW - 60_000, data: 1, metadata: { ...metadata, room_name: `${name} room` } }));
  }
  await ingest.post(zoomRoom(), "zoom");
  const site = (await one("SELECT id FROM space WHERE kind = 'site' AND vendor_name = 'Oslo'")).id;
  everywhere = {
    userId: "u1",
    name: "Ada",
    email: "a@b.c",
    role: "admin",
    sessionId: "s1",
    sites: null,
    scopes: null,
    address: "192.0.2.7",
  };
  oslo = { ...everywhere, userId: "u2", role: "site_admin", sites: [site] };
});
afterAll(() => ingest.close());

const one = async (sql: string, values: unknown[] = []): Promise<{ id: number }> =>
  (await ingest.db.read.query<{ id: number }>(sql, values)).rows[0] ?? { id: 0 };
const source = async (externalId: string) =>
  String((await one("SELECT id FROM source WHERE external_id = $1", [externalId])).id);
const room = async (name: string) => String((await one("SELECT id FROM space WHERE vendor_name = $1", [name])).id);
const standsIn = async (externalId: string) =>
  String(
    (
      await one("SELECT space_id AS id FROM assignment WHERE source_id = $1 AND ends_at IS NULL", [
        await source(externalId),
      ])
    ).id,
  );
const zoomRoom = () => ({
  event: "zoomroom.sensor_data",
  payload: {
    account_id: "acc",
    object: {
      id: "zr1",
      room_name: "Fjord",
      device_id: "dev==",
      sensor_data: [
        { date_time: new Date(NOW).toISOString(), sensor_type: "REAL_TIME_PEOPLE_COUNT", sensor_value: "3" },
      ],
    },
  },
  event_ts: NOW,
});

test("a site admin moves what waits into their site, and nothing into another", async () => {
  const zoom = await source("zr1");
  const bergen = { spaceId: await room("Bergen room") };
  await expect(assignSource(zoom, bergen, oslo, ingest.db)).rejects.toMatchObject({ code: "not-found" });
  expect(await standsIn("zr1")).toBe("0");
  expect(await assignSource(zoom, { spaceId: await room("Oslo room") }, oslo, ingest.db)).toHaveLength(1);
});

test("nor do they take a part along that somebody put into another site", async () => {
  await assignSource(await source("zr1/dev=="), { spaceId: await room("Bergen room") }, everywhere, ingest.db);
  const attempt = assignSource(await source("zr1"), { spaceId: null }, oslo, ingest.db);
  await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  expect(await standsIn("zr1")).toBe(await room("Oslo room"));
  expect(await standsIn("zr1/dev==")).toBe(await room("Bergen room"));
});

test("an entry of the audit log says of which site it is, and from where it was done", async () => {
  const { rows } = await ingest.db.read.query("SELECT site_id, address FROM audit_entry ORDER BY id");
  const bergen = (await one("SELECT id FROM space WHERE kind = 'site' AND vendor_name = 'Bergen'")).id;
  expect(rows).toEqual([
    { site_id: oslo.sites?.[0], address: "192.0.2.7" },
    { site_id: bergen, address: "192.0.2.7" },
  ]);
});
