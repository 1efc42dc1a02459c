import { percentOf } from "@/components/booked/booked-words";
import type { BookedHistory, BookedUse, GhostCell } from "@/lib/core/booked/booked-history";
import type { Text } from "@/lib/core/text";
import type { RankedBooked } from "./rank-booked";

const percent = (part: number) => String(Math.round(part * 1_000) / 10);

/** The table of spaces as it is shown, in its order. */
export function bookedSpacesCsv(rows: readonly RankedBooked[], t: Text): string[][] {
  return [
    [
      ...[t("Id"), t("Space"), t("Type"), t("Floor"), t("Bookings"), t("No-shows"), t("Not seen")],
      ...[t("Lost to no-shows (min)"), t("Booked and used (min)"), t("Booked and empty (min)")],
      ...[t("Used without booking (min)"), t("Neither (min)"), t("Given back (min)")],
      ...[t("Coverage of booked time (%)"), t("Ranked")],
    ],
    ...rows.map(({ space, isUnranked }) => [
      ...[space.id, space.name, space.type ?? "", space.floor?.name ?? ""],
      ...[space.bookings, space.noShows, space.unknown, space.ghost, space.bookedUsed, space.bookedEmpty].map(String),
      ...[space.openUsed, space.openEmpty, space.recovered].map(String),
      ...[percent(space.bookedCoverage), isUnranked ? t("no") : t("yes")],
    ]),
  ];
}

/** The four quarters and what nobody saw. */
export function quartersCsv(use: BookedUse, t: Text): string[][] {
  const seen = use.bookedUsed + use.bookedEmpty + use.openUsed + use.openEmpty;
  const line = (name: string, minutes: number) => [name, String(minutes), String(percentOf(minutes, seen) ?? "")];
  return [
    [t("Time"), t("Minutes"), t("Of the time seen (%)")],
    line(t("Booked and used"), use.bookedUsed),
    line(t("Booked and empty"), use.bookedEmpty),
    line(t("Used without booking"), use.openUsed),
    line(t("Neither"), use.openEmpty),
    [t("Booked and not seen"), String(use.bookedUnseen), ""],
    [t("Not booked and not seen"), String(use.openUnseen), ""],
  ];
}

/** The hours of the week. */
export function ghostCellsCsv(
  cells: readonly GhostCell[],
  weekdayName: (weekday: number) => string,
  t: Text,
): string[][] {
  return [
    [t("Weekday"), t("Hour"), t("Nobody came (% of booked time)"), t("Coverage (%)"), t("Days")],
    ...cells.map(({ weekday, hour, value, coverage, days }) => [
      weekdayName(weekday),
      `${String(hour).padStart(2, "0")}:00`,
      value === null ? "" : String(value),
      percent(coverage),
      String(days),
    ]),
  ];
}

/** The list of no-shows, moments with the offset of the site. */
export function noShowsCsv(noShows: BookedHistory["noShows"], t: Text): string[][] {
  return [
    [t("Id"), t("Space"), t("From"), t("Until"), t("Empty (min)"), t("Released")],
    ...noShows.map(({ space, startsAt, endsAt, empty, isReleased }) => [
      ...[space.id, space.name, startsAt, endsAt, String(empty)],
      isReleased ? t("yes") : t("no"),
    ]),
  ];
}
