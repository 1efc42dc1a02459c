import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SORT_COLUMNS } from "@/lib/core/rank-spaces";
import { PERIODS } from "./history-period";

const METRICS = ["timeUsedPercent", "average", "peak", "utilization"] as const;
const COMPARISONS = ["none", "previous", "four-weeks", "space"] as const;
const KINDS = ["room", "zone", "desk"] as const;

const VIEW = {
  /** Ids, with commas between. */
  spaces: parseAsString,
  within: parseAsString,
  kind: parseAsStringLiteral(KINDS).withDefault("room"),
  type: parseAsString,
  tag: parseAsString,
  period: parseAsStringLiteral(PERIODS).withDefault("28d"),
  from: parseAsString,
  to: parseAsString,
  hours: parseAsStringLiteral(["working", "all"] as const).withDefault("working"),
  metric: parseAsStringLiteral(METRICS).withDefault("timeUsedPercent"),
  compare: parseAsStringLiteral(COMPARISONS).withDefault("none"),
  /** The space it is compared with. */
  with: parseAsString,
  /** Weekday and hour of the heatmap, "2-11". */
  cell: parseAsString,
  sort: parseAsStringLiteral(SORT_COLUMNS).withDefault("timeUsedPercent"),
  up: parseAsBoolean.withDefault(false),
  /** Rank also what was hardly seen. */
  unsure: parseAsBoolean.withDefault(false),
};

/** Everything the page of history can be asked; all of it stands in the address, so a link shows the same. */
export function useHistoryView() {
  const [view, change] = useQueryStates(VIEW, { history: "replace" });
  return { view, change: (next: Partial<HistoryView>) => void change(next) };
}

type Values = ReturnType<typeof useQueryStates<typeof VIEW>>[0];
export type HistoryView = Values;
export type ChangeView = (next: Partial<HistoryView>) => void;
