import { expect, test } from "vitest";
import { local } from "@/lib/testing/day-fixture";
import { spanTyped, typedOf } from "./typed-span";

const ZONE = "Europe/Copenhagen";
const SPAN = { from: local("09:10"), to: local("09:30") };
const typed = (from: string, until: string) => {
  const span = spanTyped({ from, until }, SPAN, ZONE);
  return span && [span.from, span.to];
};

test("a span as fields say it", () => {
  expect(typedOf(SPAN, ZONE)).toEqual({ from: "09:10", until: "09:30" });
  expect(typed("09:10", "09:30")).toEqual([SPAN.from, SPAN.to]);
});

test.each([
  ["08:00", "09:30", [local("08:00"), SPAN.to]],
  ["09:10", "12:45", [SPAN.from, local("12:45")]],
  ["09:10", "00:00", [SPAN.from, local("00:00", "2026-11-18")]],
  ["10:00", "09:30", null],
  ["09:30", "09:30", null],
  ["", "09:30", null],
])("%s to %s", (from, until, span) => {
  expect(typed(from, until)).toEqual(span);
});

test("an hour that the clocks repeat stays the one that was selected", () => {
  const second = { from: Date.parse("2026-10-25T01:10:00Z"), to: Date.parse("2026-10-25T01:40:00Z") };
  expect(spanTyped(typedOf(second, ZONE), second, ZONE)).toEqual(second);
});
