import { expect, test } from "vitest";
import { LAG_BUCKETS } from "@/lib/core/feed-health";
import type { FeedMinute } from "@/lib/db/feed-repository";
import type { Outcome } from "@/lib/ingest/outcome";
import { createFeedRecorder } from "./feed-recorder";

const MINUTE = Date.UTC(2026, 10, 17, 10, 42);
const stored: Outcome = { kind: "stored", changed: 1 };

function recorder() {
  const added: FeedMinute[][] = [];
  const errors: unknown[] = [];
  let refuse = false;
  const one = createFeedRecorder({
    now: () => MINUTE + 30_000,
    add: async (minutes) => {
      if (refuse) throw new Error("the database is away");
      added.push([...minutes]);
    },
    onError: (error) => errors.push(error),
  });
  const arrive = (at: number, lagMs: number | null, outcome: Outcome, vendor = "butlr") =>
    one.ended(
      { vendor, receivedAtUs: at * 1000 + 7, observedAtUs: lagMs === null ? null : (at - lagMs) * 1000 },
      outcome,
    );
  return { ...one, arrive, added, errors, setRefuse: (to: boolean) => (refuse = to) };
}

const lags = (at: Record<number, number>) => Array.from({ length: LAG_BUCKETS }, (_, i) => at[i] ?? 0);

test("every ending is counted once, per vendor and minute of arrival", async () => {
  const { arrive, refused, flush, added } = recorder();
  arrive(MINUTE + 1_000, 3_000, stored);
  arrive(MINUTE + 2_000, 90_000, stored);
  arrive(MINUTE + 3_000, 3_000, { kind: "duplicate" });
  arrive(MINUTE + 4_000, null, { kind: "unhandled", eventType: "X" });
  arrive(MINUTE + 5_000, null, { kind: "quarantined", issues: [] });
  arrive(MINUTE + 6_000, 1_000, { kind: "unavailable", retryAfterS: 30 });
  arrive(MINUTE + 60_000, null, stored);
  arrive(MINUTE + 7_000, 0, stored, "zoom");
  refused("zoom");
  await flush();
  expect(added).toHaveLength(1);
  expect(added[0]).toEqual([
    {
      vendor: "butlr",
      minute: MINUTE,
      received: 6,
      duplicates: 1,
      unhandled: 1,
      quarantined: 1,
      refused: 0,
      unavailable: 1,
      lags: lags({ 2: 1, 6: 1 }),
      lastAt: MINUTE + 6_000,
    },
    expect.objectContaining({ minute: MINUTE + 60_000, received: 1, lags: lags({}), lastAt: MINUTE + 60_000 }),
    expect.objectContaining({ vendor: "zoom", received: 1, refused: 1, lags: lags({ 0: 1 }) }),
  ]);
});

test("who is only refused has sent nothing", async () => {
  const { refused, flush, added } = recorder();
  refused("butlr");
  await flush();
  expect(added[0]).toEqual([expect.objectContaining({ minute: MINUTE, received: 0, refused: 1, lastAt: null })]);
});

test("what could not be added is added next time, together with what came meanwhile", async () => {
  const { arrive, flush, added, errors, setRefuse } = recorder();
  setRefuse(true);
  arrive(MINUTE + 1_000, 3_000, stored);
  await flush();
  arrive(MINUTE + 2_000, 3_000, stored);
  await flush();
  expect([added.length, errors.length]).toEqual([0, 2]);
  setRefuse(false);
  await flush();
  await flush();
  expect(added).toEqual([[expect.objectContaining({ received: 2, lags: lags({ 2: 2 }), lastAt: MINUTE + 2_000 })]]);
});
