import type { BookedUse } from "@/lib/core/booked/booked-history";
import { coverageText, type FigureTile, isThin, minutesText, numberText } from "@/lib/core/figure-words";
import type { Text } from "@/lib/core/text";

/** A part of a whole as a whole number of percent; null of nothing. */
export const percentOf = (some: number, all: number): number | null =>
  all > 0 ? Math.round((some / all) * 100) : null;

/** "38 %", a dash where there is nothing to be a part of. */
export const percentText = (percent: number | null): string => (percent === null ? "–" : `${percent}\u2009%`);

/** Bookings of which it is known whether somebody came. */
export const judged = ({ bookings, unknown, running }: BookedUse): number => bookings - unknown - running;

/** How many bookings nobody came to, as a tile: also among the figures of history. */
export function noShowTile(use: BookedUse, t: Text): FigureTile {
  return {
    key: "noShows",
    name: t("No-shows"),
    definition: t(
      "Bookings nobody came to: no check-in, and healthy sensors saw nobody from the start to the end, for ten minutes at least. Where sensors could not tell, it is none.",
    ),
    formula: t("bookings without check-in in which nobody was seen"),
    ...noShowFigure(use, t),
    note: use.recovered > 0 ? t("{time} given back", { time: minutesText(use.recovered, t) }) : "",
    coverage: coverageText(use.bookedCoverage),
    isThin: isThin(use.bookedCoverage),
  };
}

/** Of no booking that could be seen nobody can say how many came. */
function noShowFigure(use: BookedUse, t: Text): { readonly figure: string; readonly unit: string } {
  const count = judged(use);
  if (count > 0 || use.bookings === 0)
    return {
      figure: numberText(use.noShows, t),
      unit: t("of {count, plural, one {# booking} other {# bookings}}", { count }),
    };
  return {
    figure: "–",
    unit: t("{count, plural, one {# booking} other {# bookings}}, none seen", { count: use.bookings }),
  };
}

/** What is worth a tile above the four quarters. */
export function bookedTiles(use: BookedUse, t: Text): FigureTile[] {
  const seenBooked = use.bookedUsed + use.bookedEmpty;
  const used = use.bookedUsed + use.openUsed;
  const ofBooked = { coverage: coverageText(use.bookedCoverage), isThin: isThin(use.bookedCoverage) };
  return [
    {
      ...noShowTile(use, t),
      note:
        judged(use) > 0
          ? t("{percent} of those seen", { percent: percentText(percentOf(use.noShows, judged(use))) })
          : "",
    },
    {
      ...{ key: "ghost", name: t("Lost to no-shows") },
      definition: t("Time that no-shows kept from others while nobody was in."),
      formula: t("minutes of no-shows in which nobody was seen"),
      ...{ figure: minutesText(use.ghost, t), unit: "" },
      note:
        seenBooked > 0 ? t("{percent} of booked time", { percent: percentText(percentOf(use.ghost, seenBooked)) }) : "",
      ...ofBooked,
    },
    {
      ...{ key: "bookedUsed", name: t("Booked time used") },
      definition: t("How much of the booked time somebody was in."),
      formula: t("booked minutes in use / booked minutes seen"),
      figure: percentOf(use.bookedUsed, seenBooked) === null ? "–" : String(percentOf(use.bookedUsed, seenBooked)),
      unit: percentOf(use.bookedUsed, seenBooked) === null ? "" : "%",
      note: t("{time} booked", { time: minutesText(seenBooked + use.bookedUnseen, t) }),
      ...ofBooked,
    },
    {
      ...{ key: "openUsed", name: t("Used without booking") },
      definition: t("Time in which somebody was in and nobody had booked."),
      formula: t("minutes in use − booked minutes in use"),
      ...{ figure: minutesText(use.openUsed, t), unit: "" },
      note: used > 0 ? t("{percent} of all use", { percent: percentText(percentOf(use.openUsed, used)) }) : "",
      ...{ coverage: coverageText(use.coverage), isThin: isThin(use.coverage) },
    },
    {
      ...{ key: "recovered", name: t("Given back") },
      definition: t("Booked time that a check-out or a release made free before its end."),
      formula: t("end of the booking − check-out or release"),
      ...{ figure: minutesText(use.recovered, t), unit: "" },
      note: t("{count, plural, one {# booking released} other {# bookings released}}", { count: use.released }),
      ...{ coverage: "", isThin: false },
    },
  ];
}
