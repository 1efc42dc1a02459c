import { expect, test } from "vitest";
import type { SpaceBooking } from "@/lib/core/floor";
import { english } from "@/lib/core/text";
import { bookingWords } from "./booking-words";

const now = Date.parse("2026-11-17T10:42:00Z");
const at = (time: string) => `2026-11-17T${time}:00.000Z`;
const booked = (startsAt: string | null, endsAt: string | null, change: Partial<SpaceBooking> = {}): SpaceBooking => ({
  startsAt: startsAt && at(startsAt),
  endsAt: endsAt && at(endsAt),
  checkedInAt: null,
  checkedOutAt: null,
  ...change,
});

test("now, next and later, on the site's clock; what is over is left out", () => {
  const bookings = [
    booked("08:00", "10:00"),
    booked("09:30", "11:30", { checkedInAt: at("09:31"), checkedOutAt: at("10:30") }),
    booked(null, null, { checkedInAt: at("09:00") }),
    booked("10:30", "11:00", { checkedInAt: at("10:32") }),
    booked("10:40", "11:00"),
    booked("11:00", "12:00"),
    booked("13:10", "14:00"),
  ];
  const told = bookingWords(bookings, { now, timeZone: "Europe/Copenhagen" }, english);
  expect(told.map(({ when, time, status }) => [when, time, status].join(" | "))).toEqual([
    "Now |  | checked in 10:00",
    "Now | 11:30–12:00 | checked in 11:32",
    "Now | 11:40–12:00 | not checked in",
    "Next | 12:00–13:00 | in 18 min",
    "Later | 14:10–15:00 | in 2 h",
  ]);
});
