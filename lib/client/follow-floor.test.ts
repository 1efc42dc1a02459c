// @vitest-environment jsdom
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FloorFrame, FloorSnapshot } from "@/lib/core/floor";
import { aSpace, aValue } from "@/lib/testing/space-fixture";
import { followFloor } from "./follow-floor";
import { queryKeys } from "./query-keys";
import type { FeedSocket } from "./socket";

const NOW = "2026-11-17T09:42:00.000Z";

const room = (people: number) => aSpace({ metrics: { occupancy: aValue(people, NOW) } });

const snapshot = (offset: number, people: number, epoch = "e1"): FloorSnapshot => ({
  floor: {
    id: "1",
    name: "Level 1",
    building: { id: "2", name: "Alder House" },
    site: { id: "3", name: "Riverside", timeZone: "UTC" },
  },
  epoch,
  offset,
  now: NOW,
  plan: null,
  spaces: [room(people)],
});
const frame = (from: number, to: number, people: number): FloorFrame => ({
  floorId: "1",
  epoch: "e1",
  from,
  to,
  plan: null,
  changes: [room(people)],
});
const beat = (offset: number) => ({ floorId: "1", epoch: "e1", offset, now: NOW, floors: "" });

/** A socket whose server is the test. */
function fakeSocket(reply: () => unknown) {
  const listeners = new Map<string, (message: unknown) => unknown>();
  const socket = {
    connected: true,
    on: (event: string, listener: (message: unknown) => unknown) => listeners.set(event, listener),
    off: () => undefined,
    emit: () => undefined,
    connect: () => undefined,
    io: { engine: { close: () => undefined } },
    timeout: () => ({ emitWithAck: async () => reply() }),
  };
  return { socket: socket as unknown as FeedSocket, listeners };
}

/** Requests for the snapshot that still wait for their answer. */
let pending: ((answer: Response | Error) => void)[] = [];
let asked = 0;

beforeEach(() => {
  pending = [];
  asked = 0;
  vi.stubGlobal("fetch", () => {
    asked++;
    return new Promise<Response>((resolve, reject) => {
      pending.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    });
  });
});

afterEach(() => void vi.useRealTimers());

async function settle() {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(0);
  else await new Promise((resolve) => setTimeout(resolve, 0));
}
async function answer(body: FloorSnapshot | Error | Response) {
  await vi.waitFor(() => expect(pending).not.toHaveLength(0));
  pending.shift()?.(body instanceof Error || body instanceof Response ? body : Response.json(body));
  await settle();
}

async function follow({ held = snapshot(5, 1), offset = 5 } = {}) {
  const client = new QueryClient();
  const key = queryKeys.floor("1");
  client.setQueryData(key, held);
  const reply = { ok: true, epoch: "e1", offset };
  const { socket, listeners } = fakeSocket(() => reply);
  const on = { onHealth: vi.fn(), onCaughtUp: vi.fn(), onSignedOut: vi.fn() };
  const stop = followFloor(socket, client, "1", on);
  await settle();
  return {
    on,
    stop,
    reply,
    client,
    hear: (event: string, message?: unknown) => listeners.get(event)?.(message),
    shown: () => {
      const floor = client.getQueryData<FloorSnapshot>(key);
      return [floor?.offset, floor?.spaces[0]?.metrics.occupancy?.value];
    },
  };
}

test("a frame that follows what is held is applied without a request", async () => {
  const { hear, shown, stop } = await follow();
  hear("floor:changed", frame(5, 6, 4));
  expect([shown(), asked]).toEqual([[6, 4], 0]);
  stop();
});

test("a gap fetches the floor, and an older answer never replaces newer frames", async () => {
  const { hear, shown, stop } = await follow();
  hear("floor:changed", frame(7, 8, 4));
  expect([shown(), asked]).toEqual([[5, 1], 1]);
  hear("floor:changed", frame(5, 9, 6)); // overtakes the answer
  await answer(snapshot(8, 4));
  expect(shown()).toEqual([9, 6]);
  stop();
});

test("a frame newer than the answer on its way is not lost until the next heartbeat", async () => {
  const { hear, shown, stop } = await follow();
  hear("floor:changed", frame(7, 8, 4));
  hear("floor:changed", frame(8, 9, 6)); // the server read the snapshot before this
  await answer(snapshot(8, 4));
  await answer(snapshot(9, 6));
  expect(shown()).toEqual([9, 6]);
  stop();
});

test("a heartbeat that is ahead fetches what was missed, one that is level does not", async () => {
  const { hear, shown, stop } = await follow();
  hear("feed:heartbeat", beat(5));
  expect(asked).toBe(0);
  hear("feed:heartbeat", beat(6));
  await answer(snapshot(6, 2));
  expect(shown()).toEqual([6, 2]);
  stop();
});

test.each([
  ["does not answer", new Error("away")],
  ["has no database", Response.json({ code: "unavailable", title: "Wait." }, { status: 503 })],
])("a server that %s is asked again by the next heartbeat, and not before", async (_, failure) => {
  vi.useFakeTimers();
  const { hear, shown, stop } = await follow();
  hear("feed:heartbeat", beat(6));
  await answer(failure);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(asked).toBe(1);
  hear("feed:heartbeat", beat(6));
  await answer(snapshot(6, 2));
  expect([shown(), asked]).toEqual([[6, 2], 2]);
  stop();
});

test("another epoch replaces what is held, whatever its offset", async () => {
  const { hear, shown, stop } = await follow();
  hear("feed:heartbeat", { ...beat(1), epoch: "e2" });
  await answer(snapshot(1, 3, "e2"));
  expect(shown()).toEqual([1, 3]);
  stop();
});

test("after a lost connection it says how much changed, once, and only when it has it", async () => {
  const { hear, shown, on, reply, stop } = await follow();
  hear("disconnect", "transport close");
  reply.offset = 9;
  hear("connect");
  await settle();
  await answer(new Error("still away"));
  expect(on.onCaughtUp).not.toHaveBeenCalled();
  hear("feed:heartbeat", beat(9));
  await answer(snapshot(9, 6));
  expect(shown()).toEqual([9, 6]);
  expect(on.onCaughtUp.mock.calls).toEqual([[1]]);
  hear("feed:heartbeat", beat(9));
  expect(on.onCaughtUp).toHaveBeenCalledTimes(1);
  stop();
});

test("a message that makes no sense is dropped, and the next one still counts", async () => {
  const { hear, shown, stop } = await follow();
  expect(() => hear("floor:changed", { floorId: "1" })).not.toThrow();
  expect(() => hear("feed:heartbeat", null)).not.toThrow();
  hear("floor:changed", frame(5, 6, 4));
  expect(shown()).toEqual([6, 4]);
  stop();
});

test("the session is over when the snapshot answers 401", async () => {
  const { hear, on, stop } = await follow();
  hear("feed:heartbeat", beat(6));
  await answer(Response.json({ code: "unauthenticated", title: "Sign in." }, { status: 401 }));
  expect(on.onSignedOut).toHaveBeenCalledTimes(1);
  stop();
});

test("the session is over when the socket is refused", async () => {
  const { hear, on, stop } = await follow();
  hear("connect_error", new Error("unauthenticated"));
  expect(on.onSignedOut).toHaveBeenCalledTimes(1);
  stop();
});
