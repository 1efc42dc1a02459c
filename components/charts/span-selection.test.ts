import { describe, expect, test } from "vitest";
import { local } from "@/lib/testing/day-fixture";
import { extended, snapped, spanOf } from "./span-selection";

/** 07 to 19, and it is 10:42. */
const axis = { from: local("07:00"), to: local("19:00"), end: local("10:42") + 40_000 };

test.each([
  ["08:12", "08:10"],
  ["08:13", "08:15"],
  ["06:00", "07:00"],
  ["10:40", "10:40"],
  ["10:42", "10:42"],
  ["15:00", "10:42"], // nothing is known of what is to come
])("%s is taken for %s", (at, taken) => {
  expect(snapped(local(at), axis)).toBe(local(taken));
});

test("a selection is in order whichever way it was drawn, and nothing when it has no length", () => {
  const span = { from: local("08:00"), to: local("09:00") };
  expect(spanOf({ anchor: span.from, head: span.to })).toEqual(span);
  expect(spanOf({ anchor: span.to, head: span.from })).toEqual(span);
  expect(spanOf({ anchor: span.to, head: span.to })).toBeNull();
  expect(spanOf(null)).toBeNull();
});

describe("keys with Shift", () => {
  test.each([
    ["ArrowRight", "09:05"],
    ["ArrowLeft", "08:55"],
    ["PageUp", "10:00"],
    ["PageDown", "08:00"],
    ["Home", "07:00"],
    ["End", "10:42"],
  ])("%s leads from 09:00 to %s", (key, head) => {
    const anchor = local("08:00");
    expect(extended({ anchor, head: local("09:00") }, key, 0, axis)).toEqual({ anchor, head: local(head) });
  });

  test("a selection begins where one looks", () => {
    expect(extended(null, "ArrowRight", local("08:12"), axis)).toEqual({
      anchor: local("08:10"),
      head: local("08:15"),
    });
  });

  test("from now, which is no whole five minutes, back to whole ones", () => {
    const anchor = local("10:42");
    expect(extended({ anchor, head: anchor }, "ArrowLeft", 0, axis)).toEqual({ anchor, head: local("10:40") });
    expect(extended({ anchor, head: anchor }, "ArrowRight", 0, axis)).toEqual({ anchor, head: anchor });
  });

  test("other keys mean nothing", () => {
    expect(extended(null, "Enter", local("08:00"), axis)).toBeNull();
  });
});
