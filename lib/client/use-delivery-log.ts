import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { DeliveryPage, type DeliverySummary } from "@/lib/core/delivery";
import { fetchJson } from "./api";
import { type DeliveryFilter, deliverySearch, searchUntil } from "./delivery-search";
import { queryKeys } from "./query-keys";
import { serverNow } from "./server-clock";

const REFRESH_MS = 5_000;
const PAGE = 50;

export interface DeliveryLog {
  /** Null until the first page is there. */
  readonly items: readonly DeliverySummary[] | null;
  /** How many came since `items` was loaded, and whether there are more than that. */
  readonly news: { readonly count: number; readonly more: boolean };
  /** Shows them: the list starts anew. */
  readonly showNews: () => void;
  /** Further back; null at the end. */
  readonly older: { readonly load: () => void; readonly isLoading: boolean } | null;
  /** Nothing is there to be shown, because the log does not answer. */
  readonly failed: { readonly retry: () => void } | null;
  /** The log was asked for news, and did not answer. */
  readonly isUnanswered: boolean;
  /** What is shown is of another filter, until the answer is there. */
  readonly isOutdated: boolean;
}

/**
 * The delivery log as of a moment. What comes later is only counted, so that no row moves under the pointer; of rows
 * that are shown, the newest page keeps words and counters true. Another filter is as of now.
 */
export function useDeliveryLog(filter: DeliveryFilter, started: number): DeliveryLog {
  const of = JSON.stringify(filter);
  const [{ at, shownFor }, setView] = useState({ at: started, shownFor: of });
  if (shownFor !== of) setView({ at: serverNow(), shownFor: of });
  const search = deliverySearch(filter, at);
  const until = searchUntil(search, at).toString();
  const log = useInfiniteQuery({
    queryKey: queryKeys.deliveryLog(until),
    queryFn: ({ pageParam, signal }) => fetchPage(until, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const newest = useQuery({
    queryKey: queryKeys.newestDeliveries(search.toString()),
    queryFn: ({ signal }) => fetchPage(search.toString(), null, signal),
    refetchInterval: REFRESH_MS,
  });
  const held = log.data?.pages.flatMap((page) => page.items) ?? null;
  const fresh = newest.data?.items ?? [];
  // Where there is no row that could move, the first ones are shown by themselves.
  const isFirst = held?.length === 0 && fresh.length > 0 && !log.isFetching;
  useEffect(() => {
    if (isFirst) setView({ at: serverNow(), shownFor: of });
  }, [isFirst, of]);
  return {
    items: held && latest(held, fresh),
    news: countNews(held, fresh),
    showNews: () => setView({ at: serverNow(), shownFor: of }),
    older: log.hasNextPage ? { load: () => void log.fetchNextPage(), isLoading: log.isFetchingNextPage } : null,
    isUnanswered: newest.isError,
    failed: log.isError && held === null ? { retry: () => void log.refetch() } : null,
    isOutdated: log.isPlaceholderData,
  };
}

async function fetchPage(search: string, cursor: string | null, signal: AbortSignal): Promise<DeliveryPage> {
  const query = new URLSearchParams(search);
  query.set("limit", String(PAGE));
  if (cursor) query.set("cursor", cursor);
  return fetchJson(DeliveryPage, `/api/deliveries?${query}`, { signal });
}

/** The same rows in the same order, as they were said last. */
function latest(held: readonly DeliverySummary[], fresh: readonly DeliverySummary[]): readonly DeliverySummary[] {
  const said = new Map(fresh.map((item) => [item.id, item]));
  return held.map((item) => said.get(item.id) ?? item);
}

function countNews(held: readonly DeliverySummary[] | null, fresh: readonly DeliverySummary[]): DeliveryLog["news"] {
  if (held === null || held.length === 0) return { count: 0, more: false };
  const shown = new Set(held.map(({ id }) => id));
  const count = fresh.filter(({ id }) => !shown.has(id)).length;
  return { count, more: count === PAGE };
}
