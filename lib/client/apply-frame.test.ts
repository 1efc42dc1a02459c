import { expect, test } from "vitest";
import type { FloorFrame, FloorSnapshot } from "@/lib/core/floor";
import { aSpace } from "@/lib/testing/space-fixture";
import { applyFrame } from "./apply-frame";

const space = (id: string, name = id) => aSpace({ id, name, state: "unmonitored", sources: [] });
const floor: FloorSnapshot = {
  floor: { id: "1", name: "1", building: { id: "2", name: "b" }, site: { id: "3", name: "s", timeZone: "UTC" } },
  epoch: "e",
  offset: 5,
  now: "2026-11-16T09:30:00Z",
  plan: null,
  spaces: [space("a"), space("b")],
};
const frame = (from: number, to: number, changes: FloorFrame["changes"] = [], epoch = "e"): FloorFrame => ({
  floorId: "1",
  epoch,
  from,
  to,
  plan: null,
  changes,
});

test("the next frame changes what it names and keeps every other object", () => {
  const next = applyFrame(floor, frame(5, 6, [space("b", "B")]));
  if (next === "gap") throw new Error("gap");
  expect(next.offset).toBe(6);
  expect(next.spaces[0]).toBe(floor.spaces[0]);
  expect(next.spaces[1]?.name).toBe("B");
});

test("a frame seen before changes nothing, not even the reference", () => {
  expect(applyFrame(floor, frame(3, 5, [space("a", "old")]))).toBe(floor);
});

test("a frame that overlaps what we have is taken whole", () => {
  expect(applyFrame(floor, frame(3, 8, [space("a", "A")]))).toMatchObject({
    offset: 8,
    spaces: [{ name: "A" }, { name: "b" }],
  });
});

test("a hole, or another database, is a gap", () => {
  expect(applyFrame(floor, frame(6, 7))).toBe("gap");
  expect(applyFrame(floor, frame(5, 6, [], "other"))).toBe("gap");
});

test("a space that left goes, a new one comes", () => {
  expect(applyFrame(floor, frame(5, 6, [{ id: "a", removed: true }, space("c")]))).toMatchObject({
    spaces: [{ id: "b" }, { id: "c" }],
  });
});
