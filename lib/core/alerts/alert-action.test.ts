import { expect, it } from "vitest";
import { type Actionable, act, type StateAction } from "./alert-action";

const T = Date.UTC(2026, 10, 21, 10);
const HOUR = 3_600_000;
const OPEN: Actionable = {
  status: "open",
  acknowledgedAt: null,
  acknowledgedBy: null,
  assigneeId: null,
  snoozedUntil: null,
  resolvedAt: null,
  resolvedReason: null,
};
const HELD = { ...OPEN, status: "acknowledged", acknowledgedAt: T - HOUR, acknowledgedBy: "ana" } as const;
const ASLEEP = { ...HELD, status: "snoozed", snoozedUntil: T + HOUR } as const;
const CLEARED = { ...OPEN, status: "resolved", resolvedAt: T, resolvedReason: "cleared" } as const;
const BY_HAND = { ...HELD, status: "resolved", resolvedAt: T, resolvedReason: "manual" } as const;
const acting = { userId: "ben", now: T, workingDayAt: T + 20 * HOUR, assigneeName: "Ana" };

const TABLE: [string, Actionable, StateAction, Partial<Actionable> | string][] = [
  ["an open one is acknowledged", OPEN, { do: "acknowledge" }, { status: "acknowledged", acknowledgedBy: "ben" }],
  ["an acknowledged one is so already", HELD, { do: "acknowledge" }, "already"],
  ["a snoozed one is acknowledged", ASLEEP, { do: "acknowledge" }, { status: "acknowledged", snoozedUntil: null }],
  ["what is over cannot be acknowledged", CLEARED, { do: "acknowledge" }, "over"],
  ["acknowledging is undone", HELD, { do: "unacknowledge" }, { status: "open", acknowledgedAt: null }],
  ["a quarter of an hour", OPEN, { do: "snooze", for: "15m" }, { status: "snoozed", snoozedUntil: T + HOUR / 4 }],
  ["until work begins", OPEN, { do: "snooze", for: "working-day" }, { snoozedUntil: T + 20 * HOUR }],
  ["until it clears", OPEN, { do: "snooze", for: "cleared" }, { status: "snoozed", snoozedUntil: null }],
  ["a snooze is undone to what it was", ASLEEP, { do: "unsnooze" }, { status: "acknowledged", snoozedUntil: null }],
  ["nothing sleeps that could wake", OPEN, { do: "unsnooze" }, "already"],
  ["somebody gets it", OPEN, { do: "assign", assigneeId: "ana" }, { assigneeId: "ana", status: "open" }],
  ["it is theirs already", { ...OPEN, assigneeId: "ana" }, { do: "assign", assigneeId: "ana" }, "already"],
  ["what is over can be talked about", CLEARED, { do: "comment", text: "Switch 14" }, CLEARED],
  ["somebody says it is over", HELD, { do: "resolve" }, { status: "resolved", resolvedReason: "manual" }],
  ["it is over already", CLEARED, { do: "resolve" }, "already"],
  ["saying so is undone", BY_HAND, { do: "reopen" }, { status: "acknowledged", resolvedAt: null }],
  ["what ended by itself is not reopened", CLEARED, { do: "reopen" }, "not-by-hand"],
];

it.each(TABLE)("%s", (_, alert, action, expected) => {
  const result = act(alert, action, acting);
  if (typeof expected === "string") expect(result).toBe(expected);
  else expect(result).toMatchObject({ next: expected });
});
