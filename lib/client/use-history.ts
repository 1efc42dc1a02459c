import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { BookedHistory } from "@/lib/core/booked/booked-history";
import { Heatmap, HistoryFigures, HistorySeries, Usual } from "@/lib/core/space-metrics";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** What is asked; the server's own names (lib/core/space-metrics.ts). What is null is left out. */
export type HistorySearch = Readonly<Record<string, string | null | undefined>>;

/** The query of a search, always in the same order. */
function historyQuery(search: HistorySearch): string {
  const entries = Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(entries.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** A running period is not refetched faster than its figures can matter. */
const FRESH_MS = 60_000;
/** While hours are being worked out, a later answer knows more. */
const PENDING_MS = 4_000;

const isPending = (data: unknown) => ((data as { pendingHours?: number } | undefined)?.pendingHours ?? 0) > 0;

function useAsked<T extends z.ZodType>(path: string, schema: T, search: HistorySearch | null) {
  const query = search === null ? "" : historyQuery(search);
  return useQuery({
    queryKey: queryKeys.history(path, query),
    queryFn: ({ signal }) => fetchJson(schema, `/api/history/${path}?${query}`, { signal }),
    enabled: search !== null,
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (isPending(state.data) ? PENDING_MS : false),
    retry: 1,
  });
}

/** Figures per space and of the group. */
export const useHistoryFigures = (search: HistorySearch | null) => useAsked("figures", HistoryFigures, search);
/** Hour × weekday; with a weekday and an hour also the days behind that cell. */
export const useHeatmap = (search: HistorySearch | null) => useAsked("heatmap", Heatmap, search);
/** One or more lines over time. */
export const useHistorySeries = (search: HistorySearch | null) => useAsked("series", HistorySeries, search);
/** What is usual for a space in the hour that begins at `at` (ISO 8601); null asks nothing. */
export const useUsual = (spaceId: string | null, at: string) =>
  useAsked("usual", Usual, spaceId === null ? null : { space: spaceId, at });

/** How booked time was used. */
export const useBookedHistory = (search: HistorySearch | null) => useAsked("bookings", BookedHistory, search);
