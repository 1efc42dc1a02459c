import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { VendorId } from "@/lib/core/observation";
import { readFloorSnapshot } from "@/lib/db/floor-repository";
import { readSpaceHistory } from "@/lib/db/history-repository";
import { listSources } from "@/lib/db/source-repository";
import { readSourceTotals } from "@/lib/db/source-totals-repository";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";

const EVERYTHING = { sites: null, waiting: true };

/** The floor asks the database what time it is. */
const NOW = Math.floor(Date.now() / 1000) * 1000;
const iso = (secondsAgo: number, fraction = "000000") =>
  new Date(NOW - secondsAgo * 1000).toISOString().replace(/\.\d+Z$/, `.${fraction}Z`);

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
});
afterAll(() => ingest.close());

const query = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await ingest.db.read.query<T>(sql, values)).rows;

let events = 0;
function dt(device: string, eventType: string, data: unknown, timestamp: string) {
  const targetName = `projects/d0project/devices/${device}`;
  return {
    event: { eventId: `d0event${events++}`, targetName, eventType, data: { [eventType]: data }, timestamp },
    labels: { name: device },
    metadata: { deviceId: device, projectId: "d0project", deviceType: "motion", productNumber: "102588" },
  };
}
const motion = (device: string, secondsAgo: number, moved: boolean) =>
  dt(device, "motion", { state: moved ? "MOTION_DETECTED" : "NO_MOTION_DETECTED" }, iso(secondsAgo));
const connection = (device: string, secondsAgo: number, word: "OFFLINE" | "SDS") =>
  dt(device, "connectionStatus", { connection: word, available: word === "SDS" ? ["SDS"] : [] }, iso(secondsAgo));
const co2 = (device: string, secondsAgo: number, ppm: number) => dt(device, "co2", { ppm }, iso(secondsAgo));
const zoomEvent = (event: string, object: object, secondsAgo: number) => ({
  event,
  payload: { account_id: "acc1", object },
  event_ts: NOW - secondsAgo * 1000,
});
const alert = (room: string, kind: number, component: number, secondsAgo: number) =>
  zoomEvent(
    "zoomroom.alert",
    {
      id: room,
      room_name: room,
      issue: "Selected device has disconnected",
      alert_type: 2,
      component,
      alert_time: NOW - secondsAgo * 1000,
      alert_kind: kind,
    },
    secondsAgo,
  );
const peopleCount = (room: string, secondsAgo: number, value: string) =>
  zoomEvent(
    "zoomroom.sensor_data",
    {
      id: room,
      room_name: room,
      device_id: "dev==",
      sensor_data: [{ date_time: iso(secondsAgo), sensor_type: "REAL_TIME_PEOPLE_COUNT", sensor_value: value }],
    },
    secondsAgo,
  );

/** A room on a floor, made by a Butlr event of long ago, and sources assigned to it as an admin would. */
async function roomWith(name: string, sources: readonly { vendor: VendorId; kind: string; id: string }[]) {
  const place = { room_id: `room_${name}`, room_name: name };
  await ingest.post(butlrEvent({ at: NOW - 40 * 3_600_000, data: 0, metadata: place }));
  const [space] = await query<{ id: number; floor: number }>(
    `SELECT s.id, m.floor_id AS floor FROM space s JOIN floor_member m ON m.space_id = s.id WHERE s.vendor_name = $1`,
    [name],
  );
  if (!space) throw new Error("The room was not made");
  await query(`DELETE FROM assignment WHERE space_id = $1`, [space.id]);
  for (const { vendor, kind, id } of sources) {
    await query(
      `WITH s AS (INSERT INTO source (vendor, kind, external_id) VALUES ($1, $2, $3)
         ON CONFLICT (vendor, kind, external_id) DO UPDATE SET kind = EXCLUDED.kind RETURNING id)
       INSERT INTO assignment (source_id, space_id, starts_at) SELECT id, $4, 'epoch' FROM s`,
      [vendor, kind, id, space.id],
    );
  }
  const now = async () => {
    const snapshot = await readFloorSnapshot(String(space.floor), ingest.db);
    const found = snapshot?.spaces.find((s) => s.id === String(space.id));
    if (!found) throw new Error("The room is not on its floor");
    return { ...found, offset: snapshot?.offset };
  };
  return { ...space, now };
}

describe("a DT device in a room", () => {
  test("motion, the air and the device's own health are on the floor", async () => {
    const room = await roomWith("DT one", [{ vendor: "disruptive", kind: "device", id: "emudt1" }]);
    const before = (await room.now()).offset ?? 0;
    await ingest.post(motion("emudt1", 60, true), "disruptive");
    await ingest.post(co2("emudt1", 50, 712), "disruptive");
    await ingest.post(dt("emudt1", "batteryStatus", { percentage: 92 }, iso(40)), "disruptive");
    const now = await room.now();
    expect(now).toMatchObject({
      state: "occupied",
      metrics: { motion: { value: 1 }, co2: { value: 712 } },
      sources: [{ name: "emudt1", battery: 92, online: null, senses: true }],
    });
    expect(now.offset).toBe(before + 3);
  });

  test("OFFLINE makes its state unknown, a later event proves it is back, SDS says so", async () => {
    const room = await roomWith("DT two", [{ vendor: "disruptive", kind: "device", id: "emudt2" }]);
    await ingest.post(motion("emudt2", 600, true), "disruptive");
    await ingest.post(connection("emudt2", 300, "OFFLINE"), "disruptive");
    expect(await room.now()).toMatchObject({
      state: "offline",
      sources: [{ online: false, offlineAt: iso(300, "000") }],
    });
    await ingest.post(motion("emudt2", 200, false), "disruptive");
    expect(await room.now()).toMatchObject({ state: "free", sources: [{ online: false }] });
    await ingest.post(connection("emudt2", 250, "SDS"), "disruptive");
    expect(await room.now()).toMatchObject({ state: "free", sources: [{ online: true }] });
  });

  test("backfill and samples are history, never now", async () => {
    const room = await roomWith("DT three", [{ vendor: "disruptive", kind: "device", id: "emudt3" }]);
    const temperature = (secondsAgo: number, value: number, isBackfilled: boolean) =>
      dt("emudt3", "temperature", { value, samples: [], isBackfilled }, iso(secondsAgo));
    await ingest.post(temperature(3600, 20, false), "disruptive");
    await ingest.post(temperature(60, 25, true), "disruptive");
    expect((await room.now()).metrics.temperature?.value).toBe(20);
    const kept = await query(
      "SELECT 1 FROM reading r JOIN source s ON s.id = r.source_id WHERE s.external_id = 'emudt3'",
    );
    expect(kept).toHaveLength(2);
  });

  test("of one heartbeat heard by two connectors the strongest stands, in either order", async () => {
    const network = (device: string, fraction: string, signalStrength: number) =>
      dt(
        device,
        "networkStatus",
        { signalStrength, rssi: -60, cloudConnectors: [{ id: "c", signalStrength, rssi: -60 }] },
        iso(60, fraction),
      );
    for (const [device, order] of [
      ["emudt4", [30, 80]],
      ["emudt5", [80, 30]],
    ] as const) {
      const room = await roomWith(device, [{ vendor: "disruptive", kind: "device", id: device }]);
      await ingest.post(network(device, "000001", order[0]), "disruptive");
      await ingest.post(network(device, "000005", order[1]), "disruptive");
      expect((await room.now()).sources[0]?.signal).toBe(80);
    }
  });

  test("the same eventId again, even with another content, is a duplicate; the first copy is kept", async () => {
    const first = motion("emudt6", 100, true);
    const other = { ...first, event: { ...first.event, data: { motion: { state: "NO_MOTION_DETECTED" } } } };
    expect((await ingest.post(first, "disruptive")).kind).toBe("stored");
    expect((await ingest.post(other, "disruptive")).kind).toBe("duplicate");
  });

  test("of two events 1 µs apart the later one is now, whichever came first", async () => {
    const room = await roomWith("DT micro", [{ vendor: "disruptive", kind: "device", id: "emumicro" }]);
    const moved = (fraction: string, state: string) => dt("emumicro", "motion", { state }, iso(60, fraction));
    expect(await ingest.post(moved("361455", "NO_MOTION_DETECTED"), "disruptive")).toEqual({
      kind: "stored",
      changed: 1,
    });
    expect(await ingest.post(moved("361454", "MOTION_DETECTED"), "disruptive")).toEqual({ kind: "stored", changed: 1 });
    expect((await room.now()).state).toBe("free");
  });

  test("a new name and labels follow the newest word", async () => {
    const labels = (secondsAgo: number, name: string) => {
      const event = dt("emudt7", "labelsChanged", {}, iso(secondsAgo));
      return { ...event, labels: {}, event: { ...event.event, data: { added: { room: name }, modified: { name } } } };
    };
    await ingest.post(labels(50, "New"), "disruptive");
    await ingest.post(labels(90, "Old"), "disruptive");
    expect(await query("SELECT name FROM source WHERE external_id = 'emudt7'")).toEqual([{ name: "New" }]);
    expect(
      await query(
        "SELECT f.value FROM source_fact f JOIN source s ON s.id = f.source_id WHERE s.external_id = 'emudt7' AND f.name = 'label:room'",
      ),
    ).toEqual([{ value: '"New"' }]);
  });
});

describe("a Zoom Room", () => {
  test("its appliance stands where the room stands, beside Butlr; every value stays visible", async () => {
    const room = await roomWith("Zoom one", [
      { vendor: "zoom", kind: "room", id: "zr1" },
      { vendor: "butlr", kind: "room", id: "room_beside" },
    ]);
    await ingest.post(peopleCount("zr1", 300, "6"), "zoom");
    await ingest.post(
      butlrEvent({ at: NOW - 60_000, data: 4, metadata: { room_id: "room_beside", room_name: "Zoom one" } }),
    );
    expect(await room.now()).toMatchObject({
      state: "occupied",
      metrics: { occupancy: { value: 4 } },
      others: [{ metric: "occupancy", value: 6 }],
    });
  });

  test("alerts open and clear by room, type and component; a microphone's clear leaves the camera's alert", async () => {
    const room = await roomWith("Zoom two", [{ vendor: "zoom", kind: "room", id: "zr2" }]);
    await ingest.post(alert("zr2", 1, 4, 300), "zoom");
    await ingest.post(alert("zr2", 1, 5, 300), "zoom");
    expect((await room.now()).alerts).toHaveLength(2);
    await ingest.post(alert("zr2", 2, 4, 200), "zoom");
    expect((await room.now()).alerts).toMatchObject([{ code: expect.stringContaining("camera") }]);
  });

  test("a check-in is a booking and no head count", async () => {
    const room = await roomWith("Zoom three", [{ vendor: "zoom", kind: "room", id: "zr3" }]);
    const object = { id: "zr3", room_name: "Zoom three", event_id: "AAMk1" };
    await ingest.post(zoomEvent("zoomroom.checked_in", object, 60), "zoom");
    expect(await room.now()).toMatchObject({ state: "unmonitored", bookings: [{ checkedInAt: iso(60, "000") }] });
  });

  test("deleted, it stays deleted for what was said before", async () => {
    const room = await roomWith("Zoom four", [{ vendor: "zoom", kind: "room", id: "zr4" }]);
    const object = { id: "zr4", room_name: "Zoom four" };
    await ingest.post(zoomEvent("zoomroom.deleted", object, 60), "zoom");
    await ingest.post(zoomEvent("zoomroom.updated", object, 90), "zoom");
    expect((await room.now()).sources).toEqual([]);
  });
});

test("detections keep one row a sensor and no line in the log", async () => {
  const [before] = await query<{ n: number }>("SELECT count(*)::int AS n FROM delivery");
  for (const secondsAgo of [30, 29, 31]) {
    const event = butlrEvent({
      type: "DETECTIONS",
      at: NOW - secondsAgo * 1000,
      data: { local: [[0, secondsAgo]], world: [[1, secondsAgo]] },
      metadata: { sensor_id: "sensor_1", hive_id: "hive_1" },
    });
    expect((await ingest.post(event)).kind).toBe("stored");
  }
  const [after] = await query<{ n: number }>("SELECT count(*)::int AS n FROM delivery");
  expect(after).toEqual(before);
  expect(await query("SELECT value FROM source_fact WHERE name = 'positions'")).toEqual([
    { value: '{"local":[[0,29]],"world":[[1,29]]}' },
  ]);
});

describe("any order and any duplication ends alike", () => {
  const RUNS = Number(process.env.PROPERTY_RUNS ?? 40);
  let device = 0;

  test("of a device's motion, air and connection", async () => {
    const history = [
      (id: string) => motion(id, 900, true),
      (id: string) => motion(id, 600, false),
      (id: string) => connection(id, 500, "OFFLINE"),
      (id: string) => motion(id, 400, true),
      (id: string) => connection(id, 300, "SDS"),
      (id: string) => co2(id, 200, 900),
      (id: string) => connection(id, 100, "OFFLINE"),
    ];
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...history, ...history], { minLength: 14, maxLength: 14 }),
        async (order) => {
          const id = `emuany${device++}`;
          const room = await roomWith(id, [{ vendor: "disruptive", kind: "device", id }]);
          for (const event of order) await ingest.post(event(id), "disruptive");
          const { state, since, metrics, sources } = await room.now();
          const air = metrics.co2?.value;
          seen.add(
            JSON.stringify([state, since, metrics.motion?.value, metrics.motion?.observedAt, air, sources[0]?.online]),
          );
          expect(seen.size).toBe(1);
        },
      ),
      { numRuns: RUNS },
    );
    expect([...seen][0]).toContain("offline");
  });

  test("of a room's alerts and check-ins", async () => {
    const history = [
      (id: string) => alert(id, 1, 4, 900),
      (id: string) => alert(id, 2, 4, 800),
      (id: string) => alert(id, 1, 4, 700),
      (id: string) => alert(id, 1, 4, 600),
      (id: string) => alert(id, 3, 5, 500),
      (id: string) => zoomEvent("zoomroom.checked_in", { id, room_name: id, event_id: `b-${id}` }, 400),
      (id: string) => zoomEvent("zoomroom.checked_out", { id, room_name: id, event_id: `b-${id}` }, 300),
      (id: string) => zoomEvent("zoomroom.checked_in", { id, room_name: id, event_id: `b-${id}` }, 200),
    ];
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...history, ...history], { minLength: 16, maxLength: 16 }),
        async (order) => {
          const id = `zrany${device++}`;
          const room = await roomWith(id, [{ vendor: "zoom", kind: "room", id }]);
          for (const event of order) await ingest.post(event(id), "zoom");
          const { alerts, bookings } = await room.now();
          seen.add(JSON.stringify([alerts.map(({ source: _, ...rest }) => rest), bookings]));
          expect(seen.size).toBe(1);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

test("every golden event of every vendor lands in the database, and no word of it that may not be there", async () => {
  const posted: Record<string, string> = {};
  for (const vendor of ["butlr", "disruptive", "zoom"] as const) {
    const folder = path.join(import.meta.dirname, "../vendors", vendor, "fixtures");
    for (const name of readdirSync(folder).filter((file) => !file.includes(".expected."))) {
      const outcome = await ingest.post(readFileSync(path.join(folder, name), "utf8"), vendor);
      posted[`${vendor}/${name}`] = outcome.kind;
    }
  }
  expect(Object.entries(posted).filter(([, kind]) => !["stored", "duplicate", "unhandled"].includes(kind))).toEqual([]);
});

describe("what stands nowhere yet", () => {
  test("is listed with everything it said, and its counters add up per hour", async () => {
    const hour = Math.floor(NOW / 3_600_000) * 3_600_000 - 3 * 3_600_000;
    const traffic = (at: number, inside: number) =>
      butlrEvent({
        type: "TRAFFIC",
        at,
        data: { in: inside, out: 1 },
        metadata: { sensor_id: "sensor_door", hive_id: "hive_1", sensor_model: "Heatic 2+" },
      });
    await ingest.post(traffic(hour + 60_000, 2));
    await ingest.post(traffic(hour + 120_000, 3));
    const { items } = await listSources(
      { assigned: "false", vendor: "butlr", kind: "sensor", limit: 500 },
      EVERYTHING,
      ingest.db,
    );
    const door = items.find(({ externalId }) => externalId === "sensor_door");
    expect(door).toMatchObject({
      kind: "sensor",
      space: null,
      facts: { model: "Heatic 2+" },
      values: { trafficIn: { value: 3 } },
    });
    const span = { from: new Date(hour), to: new Date(hour + 2 * 3_600_000) };
    const { buckets } = await readSourceTotals(
      door?.id ?? "",
      { metric: "trafficIn", ...span, bucket: "hour" },
      ingest.db,
    );
    expect(buckets.map(({ total }) => total)).toEqual([5, null]);
  });

  test("a lifetime counter gives differences, and 0 when a device was replaced", async () => {
    const hour = Math.floor(NOW / 3_600_000) * 3_600_000 - 3 * 3_600_000;
    const count = (at: number, total: number) =>
      dt("emucount", "objectPresentCount", { total }, new Date(at).toISOString());
    for (const [minutes, total] of [
      [-30, 4100],
      [5, 4110],
      [50, 4116],
      [70, 12],
      [80, 15],
    ] as const) {
      await ingest.post(count(hour + minutes * 60_000, total), "disruptive");
    }
    const { items } = await listSources({ assigned: "false", vendor: "disruptive", limit: 500 }, EVERYTHING, ingest.db);
    const id = items.find(({ externalId }) => externalId === "emucount")?.id ?? "";
    const span = { from: new Date(hour), to: new Date(hour + 2 * 3_600_000) };
    const { buckets } = await readSourceTotals(id, { metric: "objectCountTotal", ...span, bucket: "hour" }, ingest.db);
    expect(buckets.map(({ total }) => total)).toEqual([16, 3]);
  });
});

test("the history of motion ends where its sensor went offline, and is there before it was mapped", async () => {
  await ingest.post(motion("emuline", 7200, true), "disruptive");
  await ingest.post(connection("emuline", 3600, "OFFLINE"), "disruptive");
  await ingest.post(motion("emuline", 1800, false), "disruptive");
  const room = await roomWith("DT line", [{ vendor: "disruptive", kind: "device", id: "emuline" }]);
  const history = await readSpaceHistory(
    String(room.id),
    { metric: "motion", from: new Date(NOW - 5_400_000), to: new Date(NOW), bucket: "none" },
    ingest.db,
  );
  expect(history.points.map(({ at, value }) => [(NOW - Date.parse(at)) / 1000, value])).toEqual([
    [5400, 1],
    [3600, null],
    [1800, 0],
  ]);
});
