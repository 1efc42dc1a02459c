import { describe, expect, test } from "vitest";
import { countVisitors, locationsOfSite, type VisitLocation } from "./site-visitors";
import type { Visit } from "./visits";

const DAY = { from: Date.parse("2026-11-17T00:00:00Z"), to: Date.parse("2026-11-18T00:00:00Z") };
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);
const visit = (change: Partial<Visit>): Visit => ({
  invitationId: null,
  visitor: "v",
  hostId: "h",
  startsAt: at("17T10:00"),
  endsAt: null,
  visitorName: null,
  hostName: null,
  status: "expected",
  saidAt: at("01T10:00"),
  checkedInAt: null,
  checkedOutAt: null,
  cancelledAt: null,
  ...change,
});

describe("visitors of a day", () => {
  test("are expected, in or out", () => {
    const visits = [
      visit({}),
      visit({ startsAt: null, saidAt: at("17T08:00") }),
      visit({ status: "in", checkedInAt: at("17T09:50") }),
      visit({ status: "out", checkedInAt: at("17T09:00"), checkedOutAt: at("17T11:00") }),
    ];
    expect(countVisitors(visits, DAY)).toEqual({ expected: 2, in: 1, out: 1 });
  });

  test.each<[string, Partial<Visit>]>([
    ["tomorrow's", { startsAt: DAY.to }],
    ["yesterday's who never came", { startsAt: at("16T10:00") }],
    ["yesterday's who never checked out", { status: "in", checkedInAt: at("16T10:00") }],
    ["those who left yesterday", { status: "out", checkedOutAt: DAY.from - 1 }],
    ["cancelled ones", { status: "cancelled", cancelledAt: at("17T08:00") }],
    ["those announced earlier without a day", { startsAt: null }],
  ])("are not %s", (_, change) => {
    expect(countVisitors([visit(change)], DAY)).toEqual({ expected: 0, in: 0, out: 0 });
  });
});

describe("the locations of a site", () => {
  const location = (id: number, parent: number | null, siteId: number | null = null): VisitLocation => ({
    id,
    key: String(id),
    parentKey: parent === null ? null : String(parent),
    siteId,
  });
  const ids = (locations: VisitLocation[], siteId: number, siteIds = [1, 2]) =>
    locationsOfSite(locations, siteId, siteIds).map(({ id }) => id);

  test("are those put there and what is inside them, but for what was put elsewhere", () => {
    const tree = [location(10, null, 1), location(11, 10), location(12, 11, 2), location(13, 12), location(14, null)];
    expect(ids(tree, 1)).toEqual([10, 11]);
    expect(ids(tree, 2)).toEqual([12, 13]);
  });

  test("are all of them on the only site while nobody has put any anywhere", () => {
    const loose = [location(10, null), location(11, 10)];
    expect(ids(loose, 1, [1])).toEqual([10, 11]);
    expect(ids(loose, 1)).toEqual([]);
    expect(ids([...loose, location(12, null, 1)], 1, [1])).toEqual([12]);
  });

  test("a circle of parents, or one nobody told of, ends", () => {
    expect(ids([location(10, 11), location(11, 10), location(12, 99), location(13, null, 1)], 1)).toEqual([13]);
  });
});
