import { afterAll, beforeAll, expect, test } from "vitest";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { readSpace } from "./space-repository";
import { readIgnored } from "./why-repository";

const NOW = Math.floor(Date.now() / 60_000) * 60_000;
let now = NOW;
let ingest: Awaited<ReturnType<typeof openIngest>>;
let spaceId: string;
const count = (minutesAgo: number, data: number, arrivesMinutesAgo: number) => {
  now = NOW - arrivesMinutesAgo * 60_000;
  return ingest.post(butlrEvent({ at: NOW - minutesAgo * 60_000, data }));
};

beforeAll(async () => {
  ingest = await openIngest({ now: () => now });
  await count(9, 2, 9);
  await count(8, 3, 8);
  await count(5, 4, 5);
  const { rows } = await ingest.db.read.query<{ id: number }>("SELECT id FROM space WHERE kind = 'room'");
  spaceId = String(rows[0]?.id);
});
afterAll(() => ingest.close());

test("what came in order is not told: it was current once", async () => {
  expect(await readIgnored(spaceId, ingest.db)).toEqual({ spaceId, ignored: [], repeats: 0 });
});

test("a late event is told as older than current, and changes nothing", async () => {
  const before = await readSpace(spaceId, ingest.db);
  await count(6, 7, 3);
  const { ignored } = await readIgnored(spaceId, ingest.db);
  expect(ignored).toMatchObject([
    { value: 7, reason: "older", firstValue: null, vendor: "butlr", metric: "occupancy" },
  ]);
  expect((await readSpace(spaceId, ingest.db))?.metrics).toEqual(before?.metrics);
});

test("a corrected minute says from what, a day-old one that it is history only; repeats are counted", async () => {
  await count(8, 1, 2);
  await count(25 * 60, 5, 1);
  const body = butlrEvent({ at: NOW - 60_000, data: 4 });
  await ingest.post(body);
  await ingest.post(body);
  const { ignored, repeats } = await readIgnored(spaceId, ingest.db);
  expect(ignored.map(({ reason, value, firstValue }) => [reason, value, firstValue])).toEqual([
    ["day-late", 5, null],
    ["corrected", 1, 3],
    ["older", 7, null],
  ]);
  expect(repeats).toBe(1);
});
