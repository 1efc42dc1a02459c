import { expect, test } from "vitest";
import { english } from "@/lib/core/text";
import { dateOf, dayAround, hoursOf, momentWords, onDate } from "./past-words";

const ZONE = "Europe/Oslo";
const at = Date.parse("2026-11-17T09:42:00Z");

test("a moment on the site's clock", () => {
  expect(momentWords(at, ZONE, english)).toBe("Tue 17 Nov 10:42");
  expect(dateOf(Date.parse("2026-11-17T23:30:00Z"), ZONE)).toBe("2026-11-18");
});

test("days have the hours they have", () => {
  const hours = (iso: string) => {
    const { from, to } = dayAround(Date.parse(iso), ZONE);
    return (to - from) / 3_600_000;
  };
  expect(["2026-11-17T09:00:00Z", "2026-10-25T09:00:00Z", "2027-03-28T09:00:00Z"].map(hours)).toEqual([24, 25, 23]);
  expect(hoursOf(dayAround(at, ZONE), ZONE)).toHaveLength(8);
});

test("another day keeps the time of day, also over a clock change", () => {
  const then = onDate(at, "2026-10-20", ZONE);
  expect(then && momentWords(then, ZONE, english)).toBe("Tue 20 Oct 10:42");
  expect(onDate(at, "nonsense", ZONE)).toBeNull();
});
