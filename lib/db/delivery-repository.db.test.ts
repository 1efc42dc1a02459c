import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DeliveryQuery } from "@/lib/core/delivery";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { listDeliveries } from "./delivery-repository";

const HOUR = 3_600_000;
const NOW = Date.now();
let clock = NOW;
let ingest: Awaited<ReturnType<typeof openIngest>>;

/** Hours ago, oldest first: some close together, some days apart. */
const ARRIVED = [400, 130, 50, 26, 25, 5, 1, 0.5, 0.01];
const outcomeOf = (i: number) => (["stored", "quarantined", "unhandled"] as const)[i % 3] ?? "stored";

beforeAll(async () => {
  ingest = await openIngest({ now: () => clock });
  for (const [i, ago] of ARRIVED.entries()) {
    clock = NOW - ago * HOUR;
    const data = outcomeOf(i) === "quarantined" ? "four" : i;
    const type = outcomeOf(i) === "unhandled" ? "SOMETHING_NEW" : "ROOM_OCCUPANCY";
    await ingest.post(butlrEvent({ type, at: clock - 4_000, data }));
  }
});
afterAll(() => ingest.close());

const list = (query: Record<string, unknown>) => listDeliveries(DeliveryQuery.parse(query), ingest.db);
const hoursAgo = (page: Awaited<ReturnType<typeof list>>) =>
  page.items.map((item) => Math.round(((NOW - Date.parse(item.receivedAt)) / HOUR) * 100) / 100);
const newestFirst = [...ARRIVED].reverse();

test("the log is read newest first, and a summary says the lag but not the body", async () => {
  const page = await list({});
  expect(hoursAgo(page)).toEqual(newestFirst);
  expect(page.next).toBeNull();
  expect(page.items.at(-1)).toEqual({
    id: "1",
    vendor: "butlr",
    eventType: "ROOM_OCCUPANCY",
    outcome: "stored",
    receivedAt: new Date(NOW - 400 * HOUR).toISOString(),
    observedAt: new Date(NOW - 400 * HOUR - 4_000).toISOString(),
    lagMs: 4_000,
    duplicates: 0,
  });
});

test.each([1, 2, 4, 8, 9])("pages of %d put together are the whole log, each delivery once", async (limit) => {
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ limit, ...(cursor ? { cursor } : {}) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...hoursAgo(page));
    cursor = page.next;
  } while (cursor);
  expect(seen).toEqual(newestFirst);
});

describe("filters", () => {
  const at = (ago: number) => new Date(NOW - ago * HOUR).toISOString();
  test.each([
    ["outcome", { outcome: "quarantined" }, [0.5, 25, 130]],
    ["type, by its whole name", { type: "SOMETHING_NEW" }, [0.01, 5, 50]],
    ["a type nobody sends", { type: "SOMETHING" }, []],
    ["vendor", { vendor: "zoom" }, []],
    ["from, included", { from: at(25) }, [0.01, 0.5, 1, 5, 25]],
    ["to, not included", { to: at(25) }, [26, 50, 130, 400]],
    ["all of them", { vendor: "butlr", outcome: "stored", type: "ROOM_OCCUPANCY", from: at(200), to: at(2) }, [26]],
  ])("%s", async (_, query, expected) => expect(hoursAgo(await list(query))).toEqual(expected));
});

test("the rare ones are found by the index that has only those", async () => {
  const { rows } = await ingest.db.read.query<{ "QUERY PLAN": string }>(
    `EXPLAIN (COSTS off) SELECT id FROM delivery
     WHERE outcome = 'quarantined' AND received_at >= now() - interval '1 day' ORDER BY received_at DESC LIMIT 50`,
  );
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("outcome_received_at");
});
