// @vitest-environment jsdom
import "@/lib/testing/setup-dom";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DeliverySummary } from "@/lib/core/delivery";
import type { DeliveryFilter } from "./delivery-search";
import { useDeliveryLog } from "./use-delivery-log";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 17, 10, 42);
const ANY: DeliveryFilter = { vendor: null, outcome: null, type: null, lastMs: 24 * 60 * MINUTE, from: null, to: null };

/** The log as the server has it, newest first. */
let log: DeliverySummary[];
const delivery = (id: number, at: number, change: Partial<DeliverySummary> = {}): DeliverySummary => ({
  id: String(id),
  vendor: "butlr",
  eventType: "ROOM_OCCUPANCY",
  outcome: "stored",
  receivedAt: new Date(at).toISOString(),
  observedAt: null,
  lagMs: null,
  duplicates: 0,
  ...change,
});

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
  log = [];
  vi.stubGlobal("fetch", async (url: string) => {
    const query = new URL(url, "http://test").searchParams;
    const [from, to, outcome] = ["from", "to", "outcome"].map((name) => query.get(name));
    const items = log.filter(
      (one) =>
        (!from || one.receivedAt >= from) && (!to || one.receivedAt < to) && (!outcome || one.outcome === outcome),
    );
    return Response.json({ items, next: null });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function follow(filter = ANY) {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook((props: DeliveryFilter) => useDeliveryLog(props, NOW), { wrapper, initialProps: filter });
  await waitFor(() => expect(hook.result.current.items).not.toBeNull());
  return hook;
}
const ids = (hook: Awaited<ReturnType<typeof follow>>) => hook.result.current.items?.map(({ id }) => id);
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("what comes later is counted, and moves no row until it is asked for", async () => {
  log = [delivery(2, NOW - MINUTE), delivery(1, NOW - 2 * MINUTE)];
  const hook = await follow();
  log = [delivery(4, NOW + 2_000), delivery(3, NOW + 1_000), ...log];
  await later(5_100);
  expect(ids(hook)).toEqual(["2", "1"]);
  expect(hook.result.current.news).toEqual({ count: 2, more: false });
  act(() => hook.result.current.showNews());
  await waitFor(() => expect(ids(hook)).toEqual(["4", "3", "2", "1"]));
  expect(hook.result.current.news.count).toBe(0);
});

test("rows that are shown are kept true where they stand", async () => {
  log = [delivery(2, NOW - MINUTE, { outcome: "quarantined" }), delivery(1, NOW - 2 * MINUTE)];
  const hook = await follow();
  log = [delivery(2, NOW - MINUTE), delivery(1, NOW - 2 * MINUTE, { duplicates: 3 })];
  await later(5_100);
  expect(hook.result.current.items?.map(({ outcome, duplicates }) => [outcome, duplicates])).toEqual([
    ["stored", 0],
    ["stored", 3],
  ]);
});

test("an empty log fills by itself, and from then on holds still", async () => {
  const hook = await follow();
  expect(ids(hook)).toEqual([]);
  log = [delivery(1, NOW + 1_000)];
  await later(5_100);
  await waitFor(() => expect(ids(hook)).toEqual(["1"]));
  log = [delivery(2, NOW + 8_000), ...log];
  await later(10_000);
  expect([ids(hook), hook.result.current.news.count]).toEqual([["1"], 1]);
});

test("another filter is as of now, and shows the old rows as such until it is answered", async () => {
  log = [delivery(1, NOW - MINUTE)];
  const hook = await follow();
  log = [delivery(2, NOW + 1_000, { outcome: "quarantined" }), ...log];
  await later(2_000);
  hook.rerender({ ...ANY, outcome: "quarantined" });
  expect([ids(hook), hook.result.current.isOutdated]).toEqual([["1"], true]);
  await waitFor(() => expect([ids(hook), hook.result.current.isOutdated]).toEqual([["2"], false]));
});
