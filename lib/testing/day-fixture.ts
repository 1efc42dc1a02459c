import { DateTime } from "luxon";
import type { SpaceDay } from "@/lib/core/space-day";

export const DAY_ZONE = "Europe/Copenhagen";
const DAY_DATE = "2026-11-17";

/** A time of day in the zone of these tests, ms. */
export const local = (time: string, day = DAY_DATE): number =>
  DateTime.fromISO(`${day}T${time}`, { zone: DAY_ZONE }).toMillis();

export const iso = (at: number): string => new Date(at).toISOString();

/** When, what is known, and what it was first said to be and when that was corrected. */
export type PeoplePoint = readonly [time: string, value: number | null, first?: number, correctedAt?: string];

/** A day of a room with ten seats in which these people were counted, and nothing else, but for the change. */
export function aDay(people: readonly PeoplePoint[], change: Partial<SpaceDay> = {}): SpaceDay {
  const date = change.date ?? DAY_DATE;
  return {
    spaceId: "7",
    date,
    timeZone: DAY_ZONE,
    from: iso(local("00:00", date)),
    to: iso(DateTime.fromISO(date, { zone: DAY_ZONE }).plus({ days: 1 }).toMillis()),
    now: iso(local("10:42", date)),
    capacity: 10,
    working: null,
    holiday: null,
    states: [
      { at: iso(local("00:00", date)), state: "unknown" },
      ...people.map(([time, value]) => ({
        at: iso(local(time, date)),
        state: value === null ? ("stale" as const) : value > 0 ? ("occupied" as const) : ("free" as const),
      })),
    ],
    people: {
      metric: "occupancy",
      unit: "people",
      points: people.map(([time, value, firstValue, correctedAt]) => ({
        at: iso(local(time, date)),
        value,
        ...(firstValue === undefined ? {} : { firstValue }),
        ...(correctedAt === undefined ? {} : { correctedAt: iso(local(correctedAt, date)) }),
      })),
    },
    air: [],
    bookings: [],
    swaps: [],
    ...change,
  };
}
