import { expect, test } from "vitest";
import { aSource, aSpace, aValue } from "@/lib/testing/space-fixture";
import { freeUntil, isRoomFor } from "./room-wish";

const NOW = Date.parse("2026-11-17T10:00:00Z");
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
const booking = (from: number, to: number) => ({
  startsAt: at(from),
  endsAt: at(to),
  checkedInAt: null,
  checkedOutAt: null,
});
const free = { metrics: { occupancy: aValue(0, at(-1)) }, sources: [aSource()], capacity: 6, tags: ["Screen"] };

test.each([
  [free, { seats: 6, tags: ["screen"] }, true],
  [free, { seats: 7, tags: [] }, false],
  [free, { seats: 0, tags: ["screen", "board"] }, false],
  [{ ...free, capacity: null }, { seats: 0, tags: [] }, true],
  [{ ...free, capacity: null }, { seats: 1, tags: [] }, false],
  [{ ...free, kind: "zone" as const }, { seats: 0, tags: [] }, false],
  [{ ...free, metrics: {} }, { seats: 0, tags: [] }, false], // silence is not free
  [{ ...free, bookings: [booking(5, 60)] }, { seats: 0, tags: [] }, false], // held
])("a room %#", (change, wish, fits) => {
  expect(isRoomFor(aSpace(change), wish, NOW)).toBe(fits);
});

test("free until the next booking; null when none is known", () => {
  expect(freeUntil(aSpace({ ...free, bookings: [booking(90, 120), booking(40, 60)] }), NOW)).toBe(NOW + 40 * 60_000);
  expect(freeUntil(aSpace({ ...free, bookings: [booking(-60, -10)] }), NOW)).toBeNull();
});
