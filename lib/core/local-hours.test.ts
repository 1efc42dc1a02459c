import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { evenPieces, localDays, localHours, localIso, startOfLocalHour } from "./local-hours";

const ms = (iso: string) => Date.parse(iso);
const hoursOf = (day: string, zone: string) => {
  const [from, to] = [DateTime.fromISO(day, { zone }), DateTime.fromISO(day, { zone }).plus({ days: 1 })];
  return localHours({ from: from.toMillis(), to: to.toMillis() }, zone);
};

describe("the hours of a zone's clock", () => {
  test("a day of 25 hours has two of the hour that is repeated, each its own bucket", () => {
    const hours = hoursOf("2026-10-25", "Europe/Oslo");
    expect(hours.map(({ hour }) => hour)).toEqual([0, 1, 2, 2, ...Array.from({ length: 21 }, (_, i) => i + 3)]);
    expect(new Set(hours.map(({ date }) => date))).toEqual(new Set(["2026-10-25"]));
  });

  test("a day of 23 hours has none of the hour that is skipped", () => {
    const hours = hoursOf("2026-03-29", "Europe/Oslo");
    expect(hours).toHaveLength(23);
    expect(hours.some(({ hour }) => hour === 2)).toBe(false);
  });

  test.each([
    ["Asia/Kolkata", "2026-11-21T10:29:59Z", "2026-11-21T09:30:00Z"],
    ["Asia/Kathmandu", "2026-11-21T10:20:00Z", "2026-11-21T10:15:00Z"],
    ["America/St_Johns", "2026-11-21T10:20:00Z", "2026-11-21T09:30:00Z"],
    ["UTC", "2026-11-21T10:20:00Z", "2026-11-21T10:00:00Z"],
  ])("in %s the hour of %s begins at %s", (zone, at, start) => {
    expect(startOfLocalHour(ms(at), zone)).toBe(ms(start));
  });

  test("where the clock is set by half an hour, hours still join without gap or overlap", () => {
    for (const day of ["2026-04-05", "2026-10-04"]) {
      const hours = hoursOf(day, "Australia/Lord_Howe");
      const [{ from }, { to }] = [hours[0] as { from: number }, hours.at(-1) as { to: number }];
      expect(to - from).toBe((day === "2026-04-05" ? 24.5 : 23.5) * 3_600_000);
      for (const [i, hour] of hours.entries()) {
        if (i > 0) expect(hour.from).toBe(hours[i - 1]?.to);
        for (const at of [hour.from, (hour.from + hour.to) / 2, hour.to - 1])
          expect(startOfLocalHour(at, "Australia/Lord_Howe")).toBe(hour.from);
      }
    }
  });

  test("days follow the calendar, and pieces of them the clock", () => {
    const [day] = localDays({ from: ms("2026-10-25T12:00Z"), to: ms("2026-10-25T12:01Z") }, "Europe/Oslo");
    expect(day).toMatchObject({
      date: "2026-10-25",
      weekday: 7,
      from: ms("2026-10-24T22:00Z"),
      to: ms("2026-10-25T23:00Z"),
    });
    expect(
      evenPieces(day as NonNullable<typeof day>, "Europe/Oslo").map(({ to, offset }) => [to, offset / 3_600_000]),
    ).toEqual([
      [ms("2026-10-25T01:00Z"), 2],
      [ms("2026-10-25T23:00Z"), 1],
    ]);
  });

  test("a moment is written with the offset it has there", () => {
    expect(localIso(ms("2026-10-25T00:30:00Z"), "Europe/Oslo")).toBe("2026-10-25T02:30:00+02:00");
    expect(localIso(ms("2026-10-25T01:30:00.250Z"), "Europe/Oslo")).toBe("2026-10-25T02:30:00.250+01:00");
    expect(localIso(ms("2026-11-21T12:00:00Z"), "America/St_Johns")).toBe("2026-11-21T08:30:00-03:30");
  });
});
