import type { BookedUse } from "@/lib/core/booked/booked-history";
import { percentOf } from "./booked-words";

type QuarterName = "bookedUsed" | "bookedEmpty" | "openUsed" | "openEmpty";

/** One quarter of the time that sensors could see. */
export interface Quarter {
  readonly name: QuarterName;
  readonly minutes: number;
  /** Of all time seen; null when nothing was. */
  readonly percent: number | null;
}

/** A piece of the bar that shows all time, seen or not. */
export interface BarPiece {
  readonly name: QuarterName | "ghost" | "unseen";
  /** Of all time, 0–100. */
  readonly width: number;
}

const NAMES: readonly QuarterName[] = ["bookedUsed", "bookedEmpty", "openUsed", "openEmpty"];

/** The four quarters, and one bar of all the time that was asked about. */
export function prepareQuarters(use: BookedUse): {
  quarters: readonly Quarter[];
  bar: readonly BarPiece[];
  unseen: number;
} {
  const seen = NAMES.reduce((sum, name) => sum + use[name], 0);
  const unseen = use.bookedUnseen + use.openUnseen;
  const width = (minutes: number) => (seen + unseen > 0 ? (minutes / (seen + unseen)) * 100 : 0);
  return {
    quarters: NAMES.map((name) => ({ name, minutes: use[name], percent: percentOf(use[name], seen) })),
    bar: [
      { name: "bookedUsed" as const, width: width(use.bookedUsed) },
      { name: "bookedEmpty" as const, width: width(use.bookedEmpty - use.ghost) },
      { name: "ghost" as const, width: width(use.ghost) },
      { name: "openUsed" as const, width: width(use.openUsed) },
      { name: "openEmpty" as const, width: width(use.openEmpty) },
      { name: "unseen" as const, width: width(unseen) },
    ].filter((piece) => piece.width > 0),
    unseen,
  };
}
