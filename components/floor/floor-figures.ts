import { peopleAmong } from "@/lib/core/people";
import type { Text } from "@/lib/core/text";
import { type JudgedSpace, needsAttention } from "./group-spaces";

export interface Figure {
  /** Null when nothing is known: shown as "–", never as 0. */
  readonly value: number | string | null;
  readonly words: string;
  /** What is counted, and what had to be left out. */
  readonly explanation: string;
}

const isSilent = ({ verdict }: JudgedSpace) => ["stale", "offline", "unknown"].includes(verdict.state);

type Kind = "room" | "desk";

function freeOf(judged: readonly JudgedSpace[], kind: Kind, t: Text): Figure[] {
  const all = judged.filter(({ space }) => space.kind === kind);
  if (all.length === 0) return [];
  const silent = all.filter(isSilent).length;
  const unmonitored = all.filter(({ verdict }) => verdict.state === "unmonitored").length;
  const count = silent + unmonitored;
  const left = t(
    "{count, plural, one {# is} other {# are}} not known to be free: {silent} silent, {unmonitored} without a sensor.",
    { count, silent, unmonitored },
  );
  const words =
    kind === "room"
      ? t("of {count, plural, one {# room} other {# rooms}} free", { count: all.length })
      : t("of {count, plural, one {# desk} other {# desks}} free", { count: all.length });
  return [
    {
      value: all.length > count ? all.filter(({ verdict }) => verdict.state === "free").length : null,
      words,
      explanation: [t("Counted as free only with a fresh reading."), count > 0 ? left : ""].filter(Boolean).join(" "),
    },
  ];
}

function leftOut(places: readonly JudgedSpace[], t: Text): string[] {
  const silent = places.filter(isSilent).length;
  const uncounted = places.filter(({ verdict }) => verdict.state === "occupied" && verdict.count === null).length;
  return [
    silent > 0
      ? t(
          "{count, plural, one {# space has no fresh count and is left out.} other {# spaces have no fresh count and are left out.}}",
          { count: silent },
        )
      : "",
    uncounted > 0
      ? t("{count, plural, one {# space is in use without a count.} other {# spaces are in use without a count.}}", {
          count: uncounted,
        })
      : "",
  ].filter(Boolean);
}

/** The line above the cards. Silent spaces are never counted as empty or free. */
export function floorFigures(judged: readonly JudgedSpace[], t: Text): Figure[] {
  const places = judged.filter(({ space }) => space.kind !== "desk");
  const people = peopleAmong(judged);
  return [
    {
      value: people,
      words: t("{count, plural, one {person} other {people}}", { count: people ?? 0 }),
      explanation: [
        t("In spaces with a fresh count; a zone or desk inside a counted room is part of that count."),
        ...leftOut(places, t),
      ].join(" "),
    },
    ...freeOf(judged, "room", t),
    ...freeOf(judged, "desk", t),
    {
      value: places.length === 0 ? null : places.filter(needsAttention).length,
      words: t("need attention"),
      explanation: t(
        "Rooms and zones that are over capacity, booked but empty, stale or offline, or have a critical or major trouble.",
      ),
    },
  ];
}
