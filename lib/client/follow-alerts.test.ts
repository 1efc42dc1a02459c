// @vitest-environment jsdom
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AlertFrame } from "@/lib/core/alert";
import { anAlert } from "@/lib/testing/wire-alert";
import type { AlertOverlay } from "./alert-overlay";
import { followAlerts } from "./follow-alerts";
import { queryKeys } from "./query-keys";
import type { FeedSocket } from "./socket";

/** A socket whose server is the test. */
function fakeSocket() {
  const listeners = new Map<string, (message?: unknown) => unknown>();
  let place = { ok: true, epoch: "e1", offset: 5, open: 2 };
  const socket = {
    connected: true,
    on: (event: string, listener: (message?: unknown) => unknown) => listeners.set(event, listener),
    off: () => undefined,
    emit: () => undefined,
    connect: () => undefined,
    io: { engine: { close: () => undefined } },
    timeout: () => ({ emitWithAck: async () => place }),
  };
  return {
    socket: socket as unknown as FeedSocket,
    say: (event: string, message?: unknown) => listeners.get(event)?.(message),
    stand: (at: { epoch: string; offset: number; open: number }) => {
      place = { ok: true, ...at };
    },
  };
}

const frame = (from: number, to: number, open: number, ...changes: AlertFrame["changes"]): AlertFrame => ({
  epoch: "e1",
  from,
  to,
  changes,
  open,
});

let client: QueryClient;
let fake: ReturnType<typeof fakeSocket>;
let stop: () => void;
const overlay = () => client.getQueryData<AlertOverlay>(queryKeys.alertOverlay);
const isOld = () => client.getQueryState(queryKeys.alertList(""))?.isInvalidated;

beforeEach(async () => {
  vi.useFakeTimers();
  client = new QueryClient();
  client.setQueryData(queryKeys.alertList(""), { pages: [{ epoch: "e1", offset: 5 }], pageParams: [null] });
  fake = fakeSocket();
  stop = followAlerts(fake.socket, client);
  await vi.advanceTimersByTimeAsync(0);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test("it starts where the pages were read, and knows how many are open", () => {
  expect(overlay()).toMatchObject({ place: { epoch: "e1", offset: 5 }, open: 2 });
  expect(isOld()).toBe(false);
});

test("a frame lies over the pages, which are not fetched again", () => {
  fake.say("alert:changed", frame(5, 6, 3, anAlert({ id: "7" })));
  expect(overlay()).toMatchObject({ place: { offset: 6 }, open: 3 });
  expect(overlay()?.changed.get("7")).toBeDefined();
  expect(isOld()).toBe(false);
});

test.each([
  ["a gap", frame(8, 9, 4)],
  ["too much to tell", frame(-1, 9, 4)],
])("after %s everything is fetched again", (_, missing) => {
  fake.say("alert:changed", missing);
  expect(overlay()).toMatchObject({ place: { offset: 9 }, open: 4 });
  expect(overlay()?.changed.size).toBe(0);
  expect(isOld()).toBe(true);
});

test("what was missed while the line was down is fetched, but a frame on its way is waited for", async () => {
  fake.stand({ epoch: "e1", offset: 6, open: 3 });
  fake.say("disconnect", "transport close");
  fake.say("connect");
  await vi.advanceTimersByTimeAsync(100);
  expect(isOld()).toBe(false);
  fake.say("alert:changed", frame(5, 6, 3));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(isOld()).toBe(false);
  fake.stand({ epoch: "e1", offset: 8, open: 3 });
  fake.say("connect");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(isOld()).toBe(true);
});

test("pages that are older than the feed's first word are fetched again", async () => {
  stop();
  client.removeQueries({ queryKey: queryKeys.alertOverlay });
  client.setQueryData(queryKeys.alertList(""), { pages: [{ epoch: "e1", offset: 4 }], pageParams: [null] });
  stop = followAlerts(fake.socket, client);
  await vi.advanceTimersByTimeAsync(0);
  expect(isOld()).toBe(true);
});

test("of a search only the server knows what belongs to it", async () => {
  client.setQueryData(queryKeys.alertList("q=oak"), { pages: [], pageParams: [] });
  fake.say("alert:changed", frame(5, 6, 3, anAlert({ id: "7" })));
  await vi.advanceTimersByTimeAsync(1_100);
  expect(client.getQueryState(queryKeys.alertList("q=oak"))?.isInvalidated).toBe(true);
  expect(isOld()).toBe(false);
});
