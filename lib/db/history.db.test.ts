import { afterAll, beforeAll, expect, test } from "vitest";
import type { Metric } from "@/lib/core/metric";
import { METRICS } from "@/lib/core/metric";
import { openIngest } from "@/lib/testing/ingest-fixture";
import { readSpaceHistory } from "./history-repository";

const HOUR = 3_600_000;
const NOW = Math.floor(Date.now() / 1000) * 1000;
const at = (hoursAgo: number) => new Date(NOW - hoursAgo * HOUR);

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest({ now: () => NOW });
});
afterAll(() => ingest.close());

const insertedId = async (sql: string, values: unknown[]) =>
  (await ingest.db.read.query<{ id: number }>(`${sql} RETURNING id`, values)).rows[0]?.id ?? 0;

interface Device {
  readonly readings: readonly [hoursAgo: number, metric: Metric, value: number][];
  readonly expectedIntervalMs?: number;
  /** When it was taken elsewhere, hours ago. */
  readonly leftAgo?: number;
}

let made = 0;
/** The line of the last eight hours in a room with these devices: [hours ago, value]. */
async function line(metric: Metric, devices: readonly Device[]) {
  const room = await insertedId("INSERT INTO space (kind, vendor_name) VALUES ('room', $1)", [`Room ${made}`]);
  for (const { readings, expectedIntervalMs = null, leftAgo } of devices) {
    const source = await insertedId(
      "INSERT INTO source (vendor, kind, external_id, expected_interval_ms) VALUES ('disruptive', 'device', $1, $2)",
      [`device ${made++}`, expectedIntervalMs],
    );
    await insertedId("INSERT INTO assignment (source_id, space_id, starts_at, ends_at) VALUES ($1, $2, 'epoch', $3)", [
      source,
      room,
      leftAgo === undefined ? null : at(leftAgo),
    ]);
    for (const [hoursAgo, of, value] of readings) {
      await ingest.db.read.query(
        "INSERT INTO reading (source_id, metric, observed_at, value, first_value, version, received_at) VALUES ($1, $2, $3, $4, $4, 1, $3)",
        [source, METRICS[of].code, at(hoursAgo), value],
      );
    }
  }
  const span = { metric, from: at(8), to: at(-1), bucket: "none" } as const;
  const { points } = await readSpaceHistory(String(room), span, ingest.db);
  return points.map((point) => [Math.round(((NOW - Date.parse(point.at)) / HOUR) * 10) / 10, point.value]);
}

test("motion of yesterday still holds, because its silence means nothing", async () => {
  expect(await line("motion", [{ readings: [[30, "motion", 1]] }])).toEqual([[8, 1]]);
});

test("motion is unknown from when its device was offline until it speaks again", async () => {
  const readings: Device["readings"] = [
    [30, "motion", 1],
    [6, "online", 0],
    [5, "online", 1],
    [2, "motion", 0],
  ];
  expect(await line("motion", [{ readings }])).toEqual([
    [8, 1],
    [6, null],
    [2, 0],
  ]);
});

test("the air is unknown after three hours, whatever the rhythm of its source", async () => {
  const readings: Device["readings"] = [
    [9, "co2", 500],
    [7, "co2", 500],
    [1, "co2", 900],
  ];
  expect(await line("co2", [{ readings, expectedIntervalMs: 60_000 }])).toEqual([
    [8, 500],
    [4, null],
    [1, 900],
  ]);
});

test("a device that was taken elsewhere leaves a gap, one that stays beside it does not", async () => {
  const left: Device = { readings: [[7, "deskOccupied", 1]], leftAgo: 3 };
  expect(await line("deskOccupied", [left])).toEqual([
    [7, 1],
    [3, null],
  ]);
  expect(await line("deskOccupied", [left, { readings: [[5, "deskOccupied", 1]] }])).toEqual([[7, 1]]);
});
