import { peopleAmong } from "@/lib/core/people";
import { type JudgedSpace, needsAttention } from "./group-spaces";

export interface Figure {
  /** Null when nothing is known: shown as "–", never as 0. */
  readonly value: number | string | null;
  readonly words: string;
  /** What is counted, and what had to be left out. */
  readonly explanation: string;
}

const isSilent = ({ verdict }: JudgedSpace) => ["stale", "offline", "unknown"].includes(verdict.state);
const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

function freeOf(all: readonly JudgedSpace[], one: string, many: string): Figure[] {
  if (all.length === 0) return [];
  const silent = all.filter(isSilent).length;
  const unmonitored = all.filter(({ verdict }) => verdict.state === "unmonitored").length;
  const notKnown = silent + unmonitored;
  const known = all.length > notKnown;
  const left =
    notKnown > 0
      ? ` ${plural(notKnown, "is", "are")} not known to be free: ${silent} silent, ${unmonitored} without a sensor.`
      : "";
  return [
    {
      value: known ? all.filter(({ verdict }) => verdict.state === "free").length : null,
      words: `of ${plural(all.length, one, many)} free`,
      explanation: `Counted as free only with a fresh reading.${left}`,
    },
  ];
}

function leftOut(places: readonly JudgedSpace[]): string[] {
  const silent = places.filter(isSilent).length;
  const uncounted = places.filter(({ verdict }) => verdict.state === "occupied" && verdict.count === null).length;
  return [
    ...(silent > 0
      ? [`${plural(silent, "space has", "spaces have")} no fresh count and ${silent === 1 ? "is" : "are"} left out.`]
      : []),
    ...(uncounted > 0 ? [`${plural(uncounted, "space is", "spaces are")} in use without a count.`] : []),
  ];
}

/** The line above the cards. Silent spaces are never counted as empty or free. */
export function floorFigures(judged: readonly JudgedSpace[]): Figure[] {
  const places = judged.filter(({ space }) => space.kind !== "desk");
  const people = peopleAmong(judged);
  return [
    {
      value: people,
      words: people === 1 ? "person" : "people",
      explanation: [
        "In spaces with a fresh count; a zone or desk inside a counted room is part of that count.",
        ...leftOut(places),
      ].join(" "),
    },
    ...freeOf(
      judged.filter(({ space }) => space.kind === "room"),
      "room",
      "rooms",
    ),
    ...freeOf(
      judged.filter(({ space }) => space.kind === "desk"),
      "desk",
      "desks",
    ),
    {
      value: places.filter(needsAttention).length,
      words: "need attention",
      explanation:
        "Rooms and zones that are over capacity, booked but empty, stale or offline, or have a critical or major trouble.",
    },
  ];
}
