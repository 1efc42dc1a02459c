import { expect, test } from "vitest";
import type { BookedSpace, BookedUse } from "@/lib/core/booked/booked-history";
import { english } from "@/lib/core/text";
import { bookedSpacesCsv, quartersCsv } from "./booked-csv";
import { bookedTiles, noShowTile } from "./booked-words";
import { prepareQuarters } from "./prepare-quarters";
import { rankBooked } from "./rank-booked";

const use = (change: Partial<BookedUse> = {}): BookedUse => ({
  ...{ bookedUsed: 60, bookedEmpty: 120, openUsed: 20, openEmpty: 200, bookedUnseen: 30, openUnseen: 70 },
  ...{ ghost: 60, recovered: 45, coverage: 0.8, bookedCoverage: 0.857, bookings: 5 },
  ...{ checkedIn: 1, cameAnyway: 1, noShows: 1, unknown: 1, running: 1, givenBack: 0, released: 1 },
  ...change,
});
const space = (name: string, change: Partial<BookedUse>): BookedSpace => ({
  ...{ id: name, name, type: null, floor: null },
  ...use(change),
});

test("tiles tell how many came of those that could be seen", () => {
  const told = bookedTiles(use(), english).map(({ figure, unit, note }) => [figure, unit, note]);
  expect(told).toEqual([
    ["1", "of 3 bookings", "33\u2009% of those seen"],
    ["1 h", "", "33\u2009% of booked time"],
    ["33", "%", "3 h 30 min booked"],
    ["20 min", "", "25\u2009% of all use"],
    ["45 min", "", "1 booking released"],
  ]);
  expect(noShowTile(use(), english)).toMatchObject({ note: "45 min given back", isThin: false });
});

test("of bookings nobody could see there is no number of no-shows", () => {
  const unseen = use({
    bookings: 4,
    noShows: 0,
    checkedIn: 0,
    cameAnyway: 0,
    running: 0,
    unknown: 4,
    bookedCoverage: 0,
  });
  expect(noShowTile(unseen, english)).toMatchObject({ figure: "–", unit: "4 bookings, none seen", isThin: true });
});

test("quarters are parts of what was seen, the bar is all of the time", () => {
  const { quarters, bar, unseen } = prepareQuarters(use());
  expect(quarters.map(({ name, percent }) => [name, percent])).toEqual([
    ["bookedUsed", 15],
    ["bookedEmpty", 30],
    ["openUsed", 5],
    ["openEmpty", 50],
  ]);
  expect(bar.map(({ name, width }) => [name, width])).toEqual([
    ["bookedUsed", 12],
    ["bookedEmpty", 12],
    ["ghost", 12],
    ["openUsed", 4],
    ["openEmpty", 40],
    ["unseen", 20],
  ]);
  expect(unseen).toBe(100);
  expect(quartersCsv(use(), english).slice(1, 3)).toEqual([
    ["Booked and used", "60", "15"],
    ["Booked and empty", "120", "30"],
  ]);
});

test("what was hardly seen while booked stands below and says so in the file", () => {
  const rows = rankBooked(
    [space("Ash", { noShows: 9, bookedCoverage: 0.5 }), space("Elm", { noShows: 1 }), space("Fir", { noShows: 3 })],
    "noShows",
    false,
  );
  expect(rows.map(({ space: { name }, isUnranked }) => [name, isUnranked])).toEqual([
    ["Fir", false],
    ["Elm", false],
    ["Ash", true],
  ]);
  const [head, ...lines] = bookedSpacesCsv(rows, english);
  expect(lines.map((line) => [line[1], line[5], line.at(-1)])).toEqual([
    ["Fir", "3", "yes"],
    ["Elm", "1", "yes"],
    ["Ash", "9", "no"],
  ]);
  expect(head).toHaveLength(lines[0]?.length ?? 0);
});
