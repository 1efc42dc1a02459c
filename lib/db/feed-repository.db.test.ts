import { afterEach, beforeEach, expect, test } from "vitest";
import { LAG_BUCKETS } from "@/lib/core/feed-health";
import { createFeedRecorder } from "@/lib/runtime/feed-recorder";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { addFeedMinutes, type FeedMinute, readFeeds, removeOldFeedMinutes } from "./feed-repository";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** A Tuesday, 10:42:30 UTC. */
const NOW = Date.UTC(2026, 10, 17, 10, 42, 30);
const HOUR_START = Date.UTC(2026, 10, 17, 10);

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeEach(async () => {
  ingest = await openIngest();
});
afterEach(() => ingest.close());

const minuteOf = (at: number, counts: Partial<FeedMinute> = {}): FeedMinute => ({
  vendor: "butlr",
  minute: Math.floor(at / MINUTE) * MINUTE,
  received: 0,
  duplicates: 0,
  unhandled: 0,
  quarantined: 0,
  refused: 0,
  unavailable: 0,
  lags: Array<number>(LAG_BUCKETS).fill(0),
  lastAt: counts.received ? at : null,
  ...counts,
});
const add = (...minutes: FeedMinute[]) => addFeedMinutes(minutes, ingest.db);
const butlr = async (now = NOW) => (await readFeeds([{ vendor: "butlr", configured: true }], now, ingest.db))[0];

test("two recorders add to the same minute, also at the same time", async () => {
  const recorder = () =>
    createFeedRecorder({
      add: (minutes) => addFeedMinutes(minutes, ingest.db),
      onError: (error) => {
        throw error;
      },
      now: () => NOW,
    });
  const [one, two] = [recorder(), recorder()];
  const arrive = (to: typeof one, second: number, lagS: number) =>
    to.ended(
      {
        vendor: "butlr",
        receivedAtUs: (NOW + second * 1000) * 1000,
        observedAtUs: (NOW + (second - lagS) * 1000) * 1000,
      },
      { kind: "stored", changed: 1 },
    );
  for (let round = 0; round < 20; round++) {
    arrive(one, 1, 4);
    arrive(two, 2, 40);
    two.refused("zoom");
    await Promise.all([one.flush(), two.flush()]);
  }
  const { rows } = await ingest.db.read.query(
    "SELECT vendor, received, refused, lags, last_at FROM feed_minute ORDER BY 1",
  );
  expect(rows).toEqual([
    {
      vendor: "butlr",
      received: 40,
      refused: 0,
      lags: Array.from({ length: LAG_BUCKETS }, (_, i) => (i === 2 || i === 5 ? 20 : 0)),
      last_at: new Date(NOW + 2_000),
    },
    expect.objectContaining({ vendor: "zoom", received: 0, refused: 20, last_at: null }),
  ]);
});

test("a feed that never sent is waiting, not silent", async () => {
  expect(await butlr()).toEqual({
    vendor: "butlr",
    configured: true,
    lastEventAt: null,
    perMinute: 0,
    lagP50Ms: null,
    lagP95Ms: null,
    duplicatesShare: null,
    refusedShare: null,
    quarantined: 0,
    unhandled: [],
    silentSince: null,
    usualPerHour: 0,
  });
});

test("rate, lag and shares are of what came lately", async () => {
  const lags = minuteOf(NOW).lags.map((_, i) => (i === 2 ? 10 : 0));
  await add(
    minuteOf(NOW - 2 * HOUR, { received: 1_000, duplicates: 1_000, refused: 1_000 }),
    minuteOf(NOW - 20 * MINUTE, { received: 60, duplicates: 30, refused: 20 }),
    minuteOf(NOW - 2_000, { received: 45, lags }),
  );
  expect(await butlr()).toMatchObject({
    lastEventAt: new Date(NOW - 2_000).toISOString(),
    perMinute: 10, // 45 in 4 min 30 s
    lagP50Ms: 3_500,
    duplicatesShare: 30 / 105,
    refusedShare: 20 / 125,
  });
});

test("silent is what is quieter than this hour of the past weeks", async () => {
  for (const weeks of [1, 2, 4]) await add(minuteOf(HOUR_START - weeks * WEEK + 5 * MINUTE, { received: 80 }));
  await add(minuteOf(HOUR_START - WEEK - HOUR, { received: 80 }), minuteOf(NOW - 26 * MINUTE, { received: 1 }));
  const silent = await butlr();
  expect(silent).toMatchObject({ usualPerHour: 60, silentSince: new Date(NOW - 26 * MINUTE).toISOString() });
  await add(minuteOf(NOW - 4 * MINUTE, { received: 1 }));
  expect((await butlr())?.silentSince).toBeNull();
});

test("at night, when nothing is usual, no feed is silent", async () => {
  await add(minuteOf(HOUR_START - WEEK - 8 * HOUR, { received: 900 }), minuteOf(NOW - 7 * HOUR, { received: 1 }));
  expect(await butlr()).toMatchObject({ usualPerHour: 0, silentSince: null });
});

test("a morning's first hour does not blame the night before", async () => {
  await add(
    minuteOf(HOUR_START - WEEK + 30 * MINUTE, { received: 600 }),
    minuteOf(HOUR_START - 14 * HOUR, { received: 1 }),
  );
  expect(await butlr(HOUR_START + MINUTE)).toMatchObject({ usualPerHour: 600, silentSince: null });
  expect(await butlr(HOUR_START + 3 * MINUTE)).toMatchObject({
    silentSince: new Date(HOUR_START - 14 * HOUR).toISOString(),
  });
});

test("a feed on its first day is compared with itself, for as long as it is silent", async () => {
  await add(...Array.from({ length: 30 }, (_, i) => minuteOf(NOW - 3 * HOUR - i * MINUTE, { received: 10 })));
  expect(await butlr()).toMatchObject({ usualPerHour: 300, silentSince: new Date(NOW - 3 * HOUR).toISOString() });
});

test("quarantined and unhandled are what lies in the log, not older than a day", async () => {
  const at = Date.now() - MINUTE;
  const { body } = { body: (type: string, data: unknown) => butlrEvent({ type, at, data }) };
  await ingest.post(body("ROOM_OCCUPANCY", "four"));
  for (let i = 0; i < 3; i++) await ingest.post(body("SOMETHING_NEW", i));
  await ingest.post(body("SOMETHING_ELSE", 1));
  const health = await butlr(Date.now());
  expect(health?.quarantined).toBe(1);
  expect(health?.unhandled).toEqual([
    { type: "SOMETHING_NEW", count: 3 },
    { type: "SOMETHING_ELSE", count: 1 },
  ]);
  expect(await butlr(Date.now() + 2 * DAY)).toMatchObject({ quarantined: 0, unhandled: [] });
});

test("minutes of more than five weeks ago are removed", async () => {
  await add(minuteOf(NOW - 5 * WEEK - MINUTE, { received: 1 }), minuteOf(NOW - 5 * WEEK + MINUTE, { received: 1 }));
  await removeOldFeedMinutes(new Date(NOW), ingest.db);
  const { rows } = await ingest.db.read.query("SELECT count(*)::int AS n FROM feed_minute");
  expect(rows).toEqual([{ n: 1 }]);
});
