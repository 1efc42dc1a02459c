import { expect, test } from "vitest";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { SpaceVerdict } from "@/lib/core/space-state";
import { aSpace } from "@/lib/testing/space-fixture";
import { pickFigures } from "./pick-figures";

const judged = (id: string, verdict: Partial<SpaceVerdict>, space: Partial<SpaceSnapshot> = {}) => ({
  space: aSpace({ id, parentId: "floor", kind: "room", capacity: 10, ...space }),
  verdict: {
    ...{ state: "free", since: null, count: null, lastState: null, changesAt: null, uncertain: false, heldBy: null },
    ...verdict,
  } as SpaceVerdict,
});
const FLOOR = [
  judged("oak", { state: "occupied", count: 4 }),
  judged("zone", { state: "unmonitored" }, { kind: "zone", parentId: "oak" }),
  judged("desk", { state: "occupied", count: 1 }, { kind: "desk", parentId: "zone", capacity: 1 }),
  judged("elm", { state: "free", count: 0 }),
  judged("ash", { state: "stale", count: 7 }),
  judged("fir", { state: "occupied" }),
  judged("den", { state: "occupied", count: 2 }, { capacity: null }),
];

test.each<[string[], object]>([
  [["oak", "elm"], { spaces: 2, people: 4, capacity: 20, withoutData: 0, withoutCount: 0 }],
  // A desk in a picked room is part of its count, whatever stands between them.
  [["oak", "desk"], { spaces: 2, people: 4, capacity: 10, withoutData: 0, withoutCount: 0 }],
  [["desk"], { people: 1, capacity: 1 }],
  // Silent is not nobody, and its seats are not free ones.
  [["oak", "ash"], { people: 4, capacity: 10, withoutData: 1, withoutCount: 0 }],
  [["ash"], { people: null, capacity: null, withoutData: 1 }],
  [["oak", "fir"], { people: 4, capacity: 10, withoutData: 0, withoutCount: 1 }],
  [["oak", "den"], { people: 6, capacity: null }],
  [["gone"], { spaces: 0, people: null }],
])("%j", (picked, figures) => {
  expect(pickFigures(FLOOR, new Set(picked))).toMatchObject(figures);
});
