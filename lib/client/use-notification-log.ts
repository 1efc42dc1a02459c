import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { NotificationPage } from "@/lib/core/notifications/delivery";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const REFRESH_MS = 5_000;

/** What was sent, newest first; `search` as in the address of the API. */
export function useNotificationLog(search: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.notificationLog(search),
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(search);
      if (pageParam !== null) query.set("cursor", pageParam);
      return fetchJson(NotificationPage, `/api/notifications?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
}
