import { describe, expect, test } from "vitest";
import type { Alert, AlertFrame } from "@/lib/core/alert";
import { ANY_ALERT } from "@/lib/core/alert-filter";
import { anAlert } from "@/lib/testing/wire-alert";
import { type AlertOverlay, applyAlertFrame, expected, liveAlerts, NO_OVERLAY, withNewer } from "./alert-overlay";

const ranked = (id: string, rank: number, change: Partial<Alert> = {}) =>
  anAlert({ id, impact: { people: null, booking: null, spaces: 1, rank }, ...change });
const frame = (from: number, to: number, changes: Alert[] = [], epoch = "e1"): AlertFrame => ({
  epoch,
  from,
  to,
  changes,
  open: 7,
});
const overlay = (...changed: Alert[]): AlertOverlay => ({ ...NO_OVERLAY, changed: withNewer(new Map(), changed) });
const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id).join();
const shown = (items: Alert[], over: AlertOverlay, hasMore = false, filter = ANY_ALERT) =>
  ids(liveAlerts({ items, hasMore }, over, filter, "me"));

describe("frames", () => {
  const at5 = applyAlertFrame(NO_OVERLAY, frame(4, 5)) as AlertOverlay;
  test.each([
    ["joins", frame(5, 6), 6],
    ["overlaps", frame(3, 8), 8],
    ["was seen", frame(3, 5), 5],
    ["leaves a gap", frame(6, 7), "gap"],
    ["comes from nowhere", frame(-1, 9), "gap"],
    ["is of another epoch", frame(5, 6, [], "e2"), "gap"],
  ])("one that %s", (_, next, want) => {
    const after = applyAlertFrame(at5, next);
    expect(after === "gap" ? after : after.place?.offset).toBe(want);
  });
  test("the first one says where the feed stands and how many are open", () => {
    expect(at5).toMatchObject({ place: { epoch: "e1", offset: 5 }, open: 7 });
  });
  test("an older version changes nothing", () => {
    const held = applyAlertFrame(at5, frame(5, 6, [anAlert({ version: 3, count: 3 })])) as AlertOverlay;
    const after = applyAlertFrame(held, frame(6, 7, [anAlert({ version: 2, count: 2 })])) as AlertOverlay;
    expect(after.changed.get("1")?.count).toBe(3);
  });
});

describe("the list", () => {
  const [high, middle, low] = [ranked("1", 30), ranked("2", 20), ranked("3", 10)];
  test("without news it is as it was fetched", () => {
    expect(shown([low, high], NO_OVERLAY)).toBe("3,1");
  });
  test("what changed is where it belongs now", () => {
    expect(shown([high, middle, low], overlay(ranked("3", 40, { version: 2 })))).toBe("3,1,2");
  });
  test("what is over goes, what came is there", () => {
    expect(shown([high, low], overlay(ranked("1", 30, { status: "resolved", version: 2 }), middle))).toBe("2,3");
  });
  test("a page that is newer than the news wins", () => {
    const over = overlay(ranked("1", 30, { status: "resolved", version: 2 }));
    expect(shown([ranked("1", 30, { version: 3 })], over)).toBe("1");
  });
  test("nothing is added beyond the last loaded one while there is more", () => {
    expect(shown([high, middle], overlay(ranked("9", 5)), true)).toBe("1,2");
    expect(shown([high, middle], overlay(ranked("9", 25)), true)).toBe("1,9,2");
  });
  test("children are not rows of their own", () => {
    expect(shown([high], overlay(ranked("9", 40, { parentId: "1" })))).toBe("1");
  });
  test("what only the server can find is not guessed", () => {
    expect(shown([high], overlay(middle), false, { ...ANY_ALERT, q: "oak" })).toBe("1");
  });
  test("alike in rank, the newer comes first", () => {
    expect(shown([low], overlay(ranked("5", 10)))).toBe("5,3");
  });
  test("what somebody expects yields to the server's next word", () => {
    const mine = expected(high, { status: "acknowledged" });
    const server = ranked("1", 30, { version: 2 });
    expect(withNewer(new Map([["1", mine]]), [server]).get("1")).toBe(server);
    expect(withNewer(new Map([["1", mine]]), [high]).get("1")).toBe(mine);
  });
});

test.each([
  ["me", { assignee: ["me"] }, "2"],
  ["nobody", { assignee: ["nobody"] }, "1,3"],
  ["suppressed ones", { suppressed: "only" as const }, "4"],
  ["when they were opened", { openedSince: "2026-11-17T10:00:00Z" }, "3"],
  ["when they were over", { status: ["resolved" as const], since: "2026-11-17T11:00:00Z" }, ""],
  ["a floor", { floor: ["9"] }, ""],
  ["resolved ones", { status: ["resolved" as const] }, "5"],
])("a filter by %s", (_, change, want) => {
  const window = { id: "7", name: "HVAC works", until: null };
  const all = [
    anAlert({ id: "1" }),
    anAlert({ id: "2", assignee: { id: "me", name: "Me" } }),
    anAlert({ id: "3", openedAt: "2026-11-17T10:00:00.000Z" }),
    anAlert({ id: "4", suppressedBy: window }),
    anAlert({ id: "5", status: "resolved", resolvedAt: "2026-11-17T10:00:00.000Z", suppressedBy: window }),
  ];
  const found = liveAlerts({ items: [], hasMore: false }, overlay(...all), { ...ANY_ALERT, ...change }, "me");
  expect(ids([...found].sort((a, b) => Number(a.id) - Number(b.id)))).toBe(want);
});
