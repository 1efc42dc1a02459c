import { isThin } from "./figure-words";
import type { SpaceFigures, SpaceMetric } from "./space-metrics";

/** Columns of the table of spaces by which it can be sorted. */
export const SORT_COLUMNS = [
  "name",
  "type",
  "capacity",
  "timeUsedPercent",
  "averageWhenUsed",
  "peak",
  "utilization",
  "sessions",
  "dwellMean",
  "coverage",
] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];

export interface RankedSpace {
  readonly space: SpaceFigures;
  /** Too little of it was seen to be compared. */
  readonly isUnranked: boolean;
}

interface Order {
  readonly sort: SortColumn;
  /** Smallest first. */
  readonly up: boolean;
  /** Also rank what was hardly seen. */
  readonly unsure: boolean;
}

/** By these a space has its place whatever was seen of it. */
const FACTS: readonly SortColumn[] = ["name", "type", "capacity", "coverage"];

/** Spaces in the order asked for; who was seen for less than 80 % of the time stands after them, unless wanted. */
export function rankSpaces(spaces: readonly SpaceFigures[], { sort, up, unsure }: Order): RankedSpace[] {
  const rows = spaces.map((space) => ({ space, isUnranked: isUnsure(space, sort) && !unsure }));
  return rows.sort(
    (a, b) =>
      Number(a.isUnranked) - Number(b.isUnranked) ||
      compare(keyOf(a.space, sort), keyOf(b.space, sort), up) ||
      compare(a.space.name, b.space.name, true),
  );
}

const isUnsure = (space: SpaceFigures, sort: SortColumn) => !FACTS.includes(sort) && isThin(space.coverage);

type Key = string | number | null;

function keyOf(space: SpaceFigures, sort: SortColumn): Key {
  switch (sort) {
    case "name":
    case "type":
    case "capacity":
    case "coverage":
      return space[sort];
    default:
      return space.figures[sort satisfies SpaceMetric]?.value ?? null;
  }
}

/** What is not known comes last, whichever way. */
function compare(a: Key, b: Key, up: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === "string" || typeof b === "string"
      ? String(a).localeCompare(String(b), "en", { numeric: true, sensitivity: "base" })
      : a - b;
  return up ? order : -order;
}
