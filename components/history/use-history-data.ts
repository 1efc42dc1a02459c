import {
  type HistorySearch,
  useBookedHistory,
  useHeatmap,
  useHistoryFigures,
  useHistorySeries,
} from "@/lib/client/use-history";
import type { Days } from "./history-period";
import { cellOf, searchBefore, searchOf } from "./history-search";
import type { HistoryView } from "./use-history-view";

/** Over more days no-shows stand on their own page only: every booking is looked at. */
const MOST_BOOKED_DAYS = 100;
const daysIn = ({ from, to }: Days) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** Everything the page shows, asked of the server as the view says. */
export function useHistoryData(view: HistoryView, days: Days, within: string) {
  const search = searchOf(view, days, within);
  const group = searchOf({ ...view, spaces: null }, days, within);
  const { metric, compare } = view;
  const cell = cellOf(view.cell);
  const other = compare === "space" ? view.with : null;
  const figures = useHistoryFigures(search);
  const isOne = view.spaces !== null && !view.spaces.includes(",");
  const head = figures.data && !figures.isPlaceholderData ? figures.data : null;
  const asked: HistorySearch = cell ? { weekday: String(cell.weekday), hour: String(cell.hour) } : {};
  return {
    figures,
    before: useHistoryFigures(head && searchBefore(search, view, head)),
    other: useHistoryFigures(other ? { ...search, spaces: other } : null),
    /** The spaces that one can be compared with. */
    neighbours: useHistoryFigures(isOne ? group : null),
    booked: useBookedHistory(daysIn(days) <= MOST_BOOKED_DAYS ? search : null),
    heatmap: useHeatmap({ ...search, metric, ...asked }),
    series: useHistorySeries(
      other
        ? { ...search, spaces: `${view.spaces},${other}`, metric, by: "space" }
        : { ...search, metric, compare: compare === "space" ? "none" : compare },
    ),
    isOne,
  };
}
