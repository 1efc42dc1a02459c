import "server-only";
import type { BookedHistory, BookedUse } from "@/lib/core/booked/booked-history";
import { type Cell, csv } from "./history-csv";

/** The figures of a line, in this order, with their units where they have one. */
const COLUMNS: readonly (readonly [keyof BookedUse, string])[] = [
  ["bookings", "bookings"],
  ["checkedIn", "checked in"],
  ["cameAnyway", "used without check-in"],
  ["noShows", "no-shows"],
  ["unknown", "not seen"],
  ["running", "just begun"],
  ["givenBack", "given back at once"],
  ["released", "released after the start"],
  ["bookedUsed", "booked and used (min)"],
  ["bookedEmpty", "booked and empty (min)"],
  ["openUsed", "used without booking (min)"],
  ["openEmpty", "neither (min)"],
  ["bookedUnseen", "booked and not seen (min)"],
  ["openUnseen", "not booked and not seen (min)"],
  ["ghost", "lost to no-shows (min)"],
  ["recovered", "recovered (min)"],
  ["coverage", "coverage"],
  ["bookedCoverage", "coverage of booked time"],
];

/** A line for each space, the last one for all of them together. */
export function bookedCsv(answer: BookedHistory): string {
  const { from, to, timeZone, hours } = answer;
  const line = (about: Cell[], use: BookedUse) => [
    ...about,
    ...COLUMNS.map(([key]) => use[key]),
    ...[from, to, timeZone, hours],
  ];
  return csv([
    ["id", "name", "type", "floor", ...COLUMNS.map(([, title]) => title), "from", "to", "timeZone", "hours"],
    ...answer.items.map((item) => line([item.id, item.name, item.type, item.floor?.name ?? null], item)),
    line([null, "All together", null, null], answer.group),
  ]);
}
