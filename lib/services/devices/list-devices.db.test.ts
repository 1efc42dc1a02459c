import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { DevicePage, DeviceQuery } from "@/lib/core/device-health";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { assignSource } from "../sources/assign-source";
import { exportDevices, listDevices } from "./list-devices";

const MINUTE = 60_000;
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;
let ingest: Awaited<ReturnType<typeof openIngest>>;
let admin: Actor;
let oslo: Actor;

beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
  await ingest.post(butlrEvent({ at: NOW - MINUTE, data: 1 }));
  const { rows } = await ingest.db.read.query("SELECT id FROM space WHERE kind = 'site'");
  const person = { userId: "u1", name: "Ada", email: "a@b.c", sessionId: "s1", scopes: null, address: null };
  admin = { ...person, role: "admin", sites: null };
  oslo = { ...person, role: "viewer", sites: [rows[0].id] };
  for (let beat = 0; beat < 8; beat++) await say("regular", NOW - (30 + beat * 10) * MINUTE, network(beat + 40));
  await say("regular", NOW - 30 * MINUTE, { batteryStatus: { percentage: 9 } });
  for (let beat = 0; beat < 3; beat++) await say("slow", NOW - (30 + beat * 60) * MINUTE, network(80));
  await say("slow", NOW - 60 * MINUTE, { batteryStatus: { percentage: 25 } });
  await say("=gone", NOW - 20 * MINUTE, { motion: { state: "MOTION_DETECTED" } });
  await say("=gone", NOW - 10 * MINUTE, { connectionStatus: { connection: "OFFLINE", available: [] } });
  const room = await ingest.db.read.query("SELECT id FROM space WHERE kind = 'room'");
  const slow = await ingest.db.read.query("SELECT id FROM source WHERE external_id = 'device-slow'");
  await assignSource(String(slow.rows[0].id), { spaceId: String(room.rows[0].id) }, admin, ingest.db);
});
afterAll(() => ingest.close());

let event = 0;
const network = (signalStrength: number) => ({
  networkStatus: {
    signalStrength,
    rssi: -80,
    cloudConnectors: [{ id: "gateway", signalStrength, rssi: -80 }],
    transmissionMode: "LOW_POWER_STANDARD_MODE",
  },
});

/** As Disruptive Technologies would post it, signed. */
async function say(name: string, at: number, data: Record<string, object>) {
  const [eventType = ""] = Object.keys(data);
  const timestamp = new Date(at).toISOString();
  const id = `device-${name.replace("=", "")}`;
  const answer = await ingest.post(
    {
      event: {
        eventId: `event${++event}`,
        targetName: `projects/p1/devices/${id}`,
        eventType,
        data: { [eventType]: { ...data[eventType], updateTime: timestamp } },
        timestamp,
      },
      labels: { name },
      metadata: { deviceId: id, projectId: "p1", deviceType: "motion", productNumber: "102588" },
    },
    "disruptive",
  );
  expect(answer.kind).toBe("stored");
}

const list = (query: object, actor = admin) => listDevices(DeviceQuery.parse(query), actor, NOW, ingest.db);
const names = (page: DevicePage) => page.items.map(({ name }) => name);

test("each device is judged by its own rhythm, what needs somebody first", async () => {
  const page = await list({});
  expect(DevicePage.parse(page)).toEqual(page);
  expect(page.items.map(({ name, state, intervalMs }) => [name, state, intervalMs])).toEqual([
    ["=gone", "offline", null],
    ["regular", "silent", 10 * MINUTE],
    ["slow", "fine", 60 * MINUTE],
  ]);
  expect(page.counts).toEqual({
    states: { offline: 1, silent: 1, waiting: 0, fine: 1 },
    batteries: { critical: 1, low: 1, good: 0, unknown: 1 },
  });
  expect(page.items[2]).toMatchObject({ space: { name: "Fjord" }, floor: { name: "2nd Floor" }, signal: 80 });
});

test.each([
  [{ state: "silent" }, ["regular"]],
  [{ battery: "low" }, ["slow"]],
  [{ q: "GON" }, ["=gone"]],
  [{ vendor: "zoom" }, []],
  [{ floor: "no such floor" }, []],
  [{ sort: "battery", limit: 2 }, ["regular", "slow"]],
])("narrowed by %j", async (query, expected) => {
  expect(names(await list(query))).toEqual(expected);
});

test("page by page everything is told once", async () => {
  const first = await list({ limit: 2 });
  expect([first.next, first.total]).toEqual(["2", 3]);
  expect(names(await list({ limit: 2, cursor: first.next }))).toEqual(["slow"]);
});

test("people of a site see its devices, and not what waits for an admin", async () => {
  const page = await list({}, oslo);
  expect([names(page), page.counts.states.offline]).toEqual([["slow"], 0]);
});

test("the export has the rows of the screen, moments with their offset, and no formula", async () => {
  const asked = DeviceQuery.parse({ sort: "attention" });
  const rows: Record<string, string>[] = parse(await exportDevices(asked, admin, NOW, ingest.db), {
    bom: true,
    columns: true,
  });
  expect(rows.map(({ Device, State }) => [Device, State])).toEqual([
    ["'=gone", "offline"],
    ["regular", "silent"],
    ["slow", "fine"],
  ]);
  expect(rows[2]).toMatchObject({ "Battery (%)": "25", "Heard every (min)": "60", Space: "Fjord" });
  expect(rows[2]?.["Last heard"]).toMatch(/(Z|[+-]\d\d:\d\d)$/);
});
