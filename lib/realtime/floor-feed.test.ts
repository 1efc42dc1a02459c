import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { FloorFrame } from "@/lib/core/floor";
import { createFloorFeed } from "./floor-feed";

/** A feed over a table of offsets, as the database would hold them. */
function feedOver(offsets: Map<number, number>) {
  const frames: FloorFrame[] = [];
  const notified: number[][] = [];
  const state = { away: false, reads: 0 };
  const cursor = (floorId: number) => ({ floorId, epoch: "e", offset: offsets.get(floorId) ?? 0 });
  const feed = createFloorFeed({
    readFrames: async (cursors) => {
      state.reads++;
      if (state.away) throw new Error("away");
      return cursors
        .filter((c) => cursor(c.floorId).offset > c.offset)
        .map((c) => ({
          floorId: String(c.floorId),
          epoch: "e",
          plan: null,
          from: c.offset,
          to: cursor(c.floorId).offset,
          changes: [],
        }));
    },
    readCursors: async (ids) => ids.filter((id) => offsets.has(id)).map(cursor),
    emit: (frame) => void frames.push(frame),
    notify: (ids) => void notified.push([...ids]),
    socketCount: () => 1,
    onError: () => undefined,
  });
  return { feed, frames, notified, state };
}

const spans = (frames: FloorFrame[]) => frames.map((frame) => [frame.floorId, frame.from, frame.to]);

test("a commit here sends one frame and wakes the others; a burst becomes one frame", async () => {
  const offsets = new Map([[1, 5]]);
  const { feed, frames, notified } = feedOver(offsets);
  await feed.follow(1);
  for (let offset = 6; offset <= 9; offset++) {
    offsets.set(1, offset);
    feed.committedHere([1]);
  }
  await expect.poll(() => spans(frames)).toEqual([["1", 5, 9]]);
  expect(notified).toEqual([[1]]);
});

test("floors nobody watches here cost a notification and no read", async () => {
  const { feed, frames, notified, state } = feedOver(new Map([[1, 5]]));
  feed.committedHere([1]);
  await expect.poll(() => notified).toEqual([[1]]);
  expect([frames, state.reads]).toEqual([[], 0]);
});

test("word from elsewhere is followed, not passed on", async () => {
  const offsets = new Map([[1, 5]]);
  const { feed, frames, notified } = feedOver(offsets);
  await feed.follow(1);
  offsets.set(1, 6);
  feed.committedElsewhere([1]);
  await expect.poll(() => spans(frames)).toEqual([["1", 5, 6]]);
  expect(notified).toEqual([]);
});

test("a lost wake-up is found by the poll", async () => {
  const offsets = new Map([[1, 5]]);
  const { feed, frames } = feedOver(offsets);
  await feed.follow(1);
  offsets.set(1, 7);
  await feed.poll();
  await expect.poll(() => spans(frames)).toEqual([["1", 5, 7]]);
});

test("while the database is away nothing is lost: frames join where they stopped", async () => {
  const offsets = new Map([[1, 5]]);
  const { feed, frames, state } = feedOver(offsets);
  await feed.follow(1);
  state.away = true;
  offsets.set(1, 6);
  feed.committedHere([1]);
  await expect.poll(() => state.reads).toBeGreaterThan(0);
  state.away = false;
  offsets.set(1, 8);
  await expect.poll(() => spans(frames), { timeout: 3_000 }).toEqual([["1", 5, 8]]);
});

test("two first watchers at once share the earlier cursor, and an unknown floor has none", async () => {
  const offsets = new Map([[1, 5]]);
  const { feed } = feedOver(offsets);
  const [a, b] = await Promise.all([feed.follow(1), feed.follow(1)]);
  expect(a).toEqual(b);
  expect(await feed.follow(99)).toBeNull();
});

test("after the last watcher left, nothing is read", async () => {
  const offsets = new Map([[1, 5]]);
  const { feed, frames, state } = feedOver(offsets);
  await feed.follow(1);
  feed.unfollow(1);
  offsets.set(1, 6);
  feed.committedElsewhere([1]);
  await wait(30);
  expect([frames, state.reads]).toEqual([[], 0]);
});
