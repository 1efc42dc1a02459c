import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyFrame } from "@/lib/client/apply-frame";
import { DeliveryPage } from "@/lib/core/delivery";
import type { FloorFrame, FloorSnapshot } from "@/lib/core/floor";
import { FloorFromWire, FrameFromWire } from "@/lib/core/packed-floor";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import {
  openSocket,
  postButlr,
  type ServerProcess,
  signIn,
  startServer,
  type TestSocket,
} from "@/lib/testing/server-process";
import { WatchReply } from "./events";

let database: TestDatabase;
let one: ServerProcess;
let two: ServerProcess;
let cookie: string;
const sockets: TestSocket[] = [];
const T = Date.now() - 8 * 60_000;

beforeAll(async () => {
  database = await createTestDatabase();
  [one, two] = await Promise.all([
    startServer({ databaseUrl: database.url }),
    startServer({ databaseUrl: database.url }),
  ]);
  cookie = await signIn(one.url);
  await postButlr(one.url, butlrEvent({ at: T, data: 1 }));
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await Promise.all([one?.stop(), two?.stop()]);
  await database?.drop();
});

function connect(url: string, headers: Record<string, string> = { cookie }): TestSocket {
  const socket = openSocket(url, headers);
  sockets.push(socket);
  return socket;
}

async function firstFloor(): Promise<string> {
  const answer = await fetch(`${one.url}/api/floors`, { headers: { cookie } });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id ?? "";
}

async function snapshot(url: string, floorId: string): Promise<FloorSnapshot> {
  const answer = await fetch(`${url}/api/floors/${floorId}/snapshot`, { headers: { cookie } });
  return FloorFromWire.parse(await answer.json());
}

/** A browser's view of a floor: joins, fetches, then only merges frames. */
async function view(url: string) {
  const socket = connect(url);
  const floorId = await firstFloor();
  const frames: FloorFrame[] = [];
  let floor: FloorSnapshot | null = null;
  let gaps = 0;
  const merge = (frame: FloorFrame) => {
    if (!floor) return;
    const next = applyFrame(floor, frame);
    if (next === "gap") gaps++;
    else floor = next;
  };
  socket.on("floor:changed", (raw) => {
    const frame = FrameFromWire.parse(raw);
    frames.push(frame);
    merge(frame);
  });
  const reply = WatchReply.parse(await socket.timeout(5_000).emitWithAck("floor:watch", floorId));
  floor = await snapshot(url, floorId);
  for (const frame of frames) merge(frame);
  return { socket, reply, frames, floor: () => floor, gaps: () => gaps };
}

const count = (v: Awaited<ReturnType<typeof view>>, name: string) =>
  v.floor()?.spaces.find((space) => space.name === name)?.metrics.occupancy?.value;

test("a change is on the screens of both instances, whichever of them took the webhook", async () => {
  const [here, there] = await Promise.all([view(one.url), view(two.url)]);
  expect(here.reply.ok && there.reply.ok).toBe(true);
  await postButlr(one.url, butlrEvent({ at: T + 60_000, data: 7 }));
  await expect.poll(() => [count(here, "Fjord"), count(there, "Fjord")], { timeout: 5_000 }).toEqual([7, 7]);
  await postButlr(two.url, butlrEvent({ at: T + 120_000, data: 3 }));
  await expect.poll(() => [count(here, "Fjord"), count(there, "Fjord")], { timeout: 5_000 }).toEqual([3, 3]);
  expect([here.gaps(), there.gaps()]).toEqual([0, 0]);
});

test("fifty deliveries of one event on two instances are one row, one fact and at most one frame", async () => {
  const watcher = await view(two.url);
  const event = butlrEvent({ at: T + 180_000, data: 9 });
  const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => postButlr(i % 2 ? one.url : two.url, event)));
  expect(answers.every((a) => a.status === 200)).toBe(true);
  expect(answers.filter((a) => a.body.status === "stored")).toHaveLength(1);
  await expect.poll(() => count(watcher, "Fjord")).toBe(9);
  const log = await fetch(`${one.url}/api/deliveries?limit=200`, { headers: { cookie } });
  const { items } = DeliveryPage.parse(await log.json());
  const observedAt = new Date(T + 180_000).toISOString();
  expect(items.filter((d) => d.observedAt === observedAt).map((d) => d.duplicates)).toEqual([49]);
  expect(
    watcher.frames.filter((f) => f.changes.some((c) => "metrics" in c && c.metrics.occupancy?.value === 9)),
  ).toHaveLength(1);
});

test("an older minute and a repeat send no frame", async () => {
  const watcher = await view(one.url);
  const newest = butlrEvent({ at: T + 240_000, data: 5 });
  await postButlr(one.url, newest);
  await expect.poll(() => count(watcher, "Fjord")).toBe(5);
  const seen = watcher.frames.length;
  await postButlr(one.url, newest);
  await postButlr(one.url, butlrEvent({ at: T - 600_000, data: 9 }));
  await postButlr(one.url, butlrEvent({ at: T + 300_000, data: 6 }));
  await expect.poll(() => count(watcher, "Fjord")).toBe(6);
  expect(watcher.frames).toHaveLength(seen + 1);
});

test("a new room appears in an open browser", async () => {
  const watcher = await view(two.url);
  await postButlr(one.url, butlrEvent({ at: T, data: 2, metadata: { room_id: "room_new", room_name: "Haven" } }));
  await expect.poll(() => count(watcher, "Haven")).toBe(2);
});

test("nobody without a session, and no foreign page, gets a socket", async () => {
  const refused = async (headers: Record<string, string>) => {
    const socket = connect(one.url, headers);
    return new Promise((resolve) => {
      socket.on("connect", () => resolve("connected"));
      socket.on("connect_error", () => resolve("refused"));
    });
  };
  expect(await refused({})).toBe("refused");
  expect(await refused({ cookie: "better-auth.session_token=forged" })).toBe("refused");
  expect(await refused({ cookie, origin: "https://evil.example" })).toBe("refused");
  expect(await refused({ cookie, origin: "null" })).toBe("refused");
  expect(await refused({ cookie, origin: one.url })).toBe("connected");
});

test("a floor that does not exist is not watched, and nonsense is answered", async () => {
  const socket = connect(one.url);
  for (const id of ["999999", "0", "-1", "x", "", "1e3"]) {
    expect(await socket.timeout(5_000).emitWithAck("floor:watch", id)).toEqual({ ok: false, error: "not-found" });
  }
});

test("an unchanged floor answers 304, a changed one does not", async () => {
  const floorId = await firstFloor();
  const first = await fetch(`${one.url}/api/floors/${floorId}/snapshot`, { headers: { cookie } });
  const etag = first.headers.get("etag") ?? "";
  const again = () =>
    fetch(`${two.url}/api/floors/${floorId}/snapshot`, { headers: { cookie, "if-none-match": etag } });
  expect((await again()).status).toBe(304);
  await postButlr(one.url, butlrEvent({ at: T + 360_000, data: 11 }));
  expect((await again()).status).toBe(200);
});

test("signing out ends the sockets of that session on every instance, and only those", async () => {
  const mine = await signIn(one.url);
  const leaving = [connect(one.url, { cookie: mine }), connect(two.url, { cookie: mine })];
  const staying = connect(one.url);
  await Promise.all([...leaving, staying].map((s) => new Promise((resolve) => s.once("connect", () => resolve(null)))));
  const gone = Promise.all(leaving.map((s) => new Promise((resolve) => s.once("disconnect", resolve))));
  await fetch(`${one.url}/api/auth/sign-out`, {
    method: "POST",
    headers: { cookie: mine, "content-type": "application/json" },
    body: "{}",
  });
  await Promise.race([gone, wait(5_000).then(() => Promise.reject(new Error("still connected after 5 s")))]);
  expect(staying.connected).toBe(true);
});
