import { describe, expect, it } from "vitest";
import { type AlertState, alertStep } from "./alert-step";
import type { Condition, Ended } from "./condition";

const T = Date.UTC(2026, 10, 21, 10);
const MINUTE = 60_000;
const HALL = { spaceId: 4, floorId: 3, siteId: 1 };

const seen = (change: Partial<Condition> = {}): Condition => ({
  cause: "source:9:offline",
  kind: "device-offline",
  code: "offline",
  severity: "warning",
  since: T,
  lastAt: T,
  count: 1,
  firesAt: T,
  text: null,
  value: null,
  threshold: null,
  ruleId: 1,
  sourceId: 9,
  vendor: "disruptive",
  place: HALL,
  suppression: null,
  ...change,
});
const cleared: Ended = { ended: "cleared", at: T + 5 * MINUTE };

function alert(change: Partial<AlertState> = {}): AlertState {
  const step = alertStep(null, seen(), T);
  if (step.do !== "open") throw new Error("it did not open");
  return { ...step.next, ...change };
}
const over = (reason: AlertState["resolvedReason"]) =>
  alert({ status: "resolved", resolvedAt: T + MINUTE, resolvedReason: reason });
const WINDOW = { id: 7, name: "HVAC works", until: T + 60 * MINUTE };

const TABLE: [name: string, last: AlertState | null, what: Condition | Ended, then: string, events: string[]][] = [
  ["nothing was and something is", null, seen(), "open", ["opened"]],
  ["its grace is not over", null, seen({ firesAt: T + 20 * MINUTE }), "keep", []],
  ["it is the same", alert(), seen(), "keep", []],
  ["it was reported again", alert(), seen({ count: 2, lastAt: T + MINUTE }), "change", ["repeated"]],
  [
    "the same report came twice",
    alert({ count: 2, lastAt: T + MINUTE }),
    seen({ count: 2, lastAt: T + MINUTE }),
    "keep",
    [],
  ],
  ["an earlier beginning is learned late", alert(), seen({ since: T - MINUTE }), "change", []],
  ["it got worse", alert(), seen({ severity: "critical" }), "change", ["worsened"]],
  ["it got better", alert(), seen({ severity: "notice" }), "change", ["eased"]],
  ["it ended", alert(), cleared, "change", ["resolved"]],
  ["it ended while somebody had it", alert({ status: "acknowledged" }), cleared, "change", ["resolved"]],
  [
    "it ended while it was snoozed",
    alert({ status: "snoozed", snoozedUntil: T + 90 * MINUTE }),
    cleared,
    "change",
    ["resolved"],
  ],
  ["what is over ends again", over("cleared"), cleared, "keep", []],
  ["nothing was and it ends", null, cleared, "keep", []],
  [
    "it comes back after it ended",
    over("cleared"),
    seen({ since: T + 2 * MINUTE, lastAt: T + 2 * MINUTE }),
    "open",
    ["opened"],
  ],
  ["somebody resolved it and nothing new was said", over("manual"), seen(), "keep", []],
  [
    "somebody resolved it and it is said again",
    over("manual"),
    seen({ lastAt: T + 2 * MINUTE, count: 2 }),
    "open",
    ["opened"],
  ],
  [
    "its snooze is over and it is still so",
    alert({ status: "snoozed", snoozedUntil: T + 5 * MINUTE }),
    seen(),
    "change",
    ["snooze-ended"],
  ],
  ["its snooze is not over", alert({ status: "snoozed", snoozedUntil: T + 15 * MINUTE }), seen(), "keep", []],
  ["it is snoozed until it clears", alert({ status: "snoozed" }), seen(), "keep", []],
  [
    "a snoozed one is reported again",
    alert({ status: "snoozed" }),
    seen({ count: 2, lastAt: T + MINUTE }),
    "change",
    ["repeated"],
  ],
  [
    "it was not sure and is said again",
    alert({ isConfirmed: false }),
    seen({ lastAt: T + MINUTE, count: 2 }),
    "change",
    ["repeated", "confirmed"],
  ],
  ["a window begins", alert(), seen({ suppression: WINDOW }), "change", ["suppressed"]],
  ["the window is over and it is still so", alert({ suppression: WINDOW }), seen(), "change", ["unsuppressed"]],
  ["the device stands elsewhere now", alert(), seen({ place: { ...HALL, spaceId: 5 } }), "replace", ["resolved"]],
];

describe("alertStep", () => {
  it.each(TABLE)("when %s", (_, last, what, then, events) => {
    const step = alertStep(last, what, T + 10 * MINUTE);
    expect(step.do).toBe(then);
    expect("events" in step ? step.events.map(({ kind }) => kind) : []).toEqual(events);
  });

  it("comes back unacknowledged from a snooze", () => {
    const step = alertStep(alert({ status: "snoozed", snoozedUntil: T + MINUTE }), seen(), T + MINUTE);
    expect(step).toMatchObject({ do: "change", next: { status: "open", snoozedUntil: null } });
  });

  it("stays acknowledged while it is reported again", () => {
    const step = alertStep(alert({ status: "acknowledged" }), seen({ count: 2, lastAt: T + 1 }), T + MINUTE);
    expect(step).toMatchObject({ do: "change", next: { status: "acknowledged", count: 2 } });
  });
});
