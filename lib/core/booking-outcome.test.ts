import { expect, test } from "vitest";
import { bookingOutcome } from "./booking-outcome";

const MINUTE = 60_000;
const booked = (change = {}) => ({
  startsAt: 0,
  endsAt: 60 * MINUTE,
  checkedInAt: null,
  checkedOutAt: null,
  cancelledAt: null,
  ...change,
});
const all = (state: "free" | "occupied" | "ghost" | "held" | "offline") => [{ from: -MINUTE, to: 90 * MINUTE, state }];

test.each([
  ["before its time", booked(), all("free"), -5, "to-come"],
  ["in its first minutes", booked(), all("held"), 5, "running"],
  ["empty after ten minutes", booked(), all("ghost"), 12, "no-show"],
  ["over and nobody came", booked(), all("free"), 90, "no-show"],
  ["checked in", booked({ checkedInAt: 2 * MINUTE }), all("free"), 90, "checked-in"],
  ["somebody was there without a check-in", booked(), all("occupied"), 90, "used"],
  ["nobody could see", booked(), all("offline"), 90, "unknown"],
  ["nothing is known of the time at all", booked(), [], 90, "unknown"],
  ["cancelled", booked({ cancelledAt: -MINUTE }), all("free"), 90, null],
] as const)("%s", (_, booking, states, minute, outcome) => {
  expect(bookingOutcome(booking, states, minute * MINUTE)).toBe(outcome);
});

test("empty for half of its time and unseen for the other is no proof", () => {
  const states = [
    { from: 0, to: 30 * MINUTE, state: "free" as const },
    { from: 30 * MINUTE, to: 60 * MINUTE, state: "stale" as const },
  ];
  expect(bookingOutcome(booked(), states, 90 * MINUTE)).toBe("unknown");
});
