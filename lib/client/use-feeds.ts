import { queryOptions, useQuery } from "@tanstack/react-query";
import { type FeedHealth, Feeds } from "@/lib/core/feed-health";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { learnServerTime } from "./server-clock";

const REFRESH_MS = 5_000;

const feedsQuery = queryOptions({
  queryKey: queryKeys.feeds,
  queryFn: askFeeds,
  refetchInterval: REFRESH_MS,
  staleTime: REFRESH_MS,
});

/** How each vendor's feed does, asked for every 5 s; null until it is known. */
export function useFeeds(): readonly FeedHealth[] | null {
  return useQuery(feedsQuery).data?.items ?? null;
}

async function askFeeds(): Promise<Feeds> {
  const feeds = await fetchJson(Feeds, "/api/feeds");
  learnServerTime(feeds.now);
  return feeds;
}

const silentOnes = ({ items }: Feeds) =>
  items.flatMap(({ vendor, silentSince }) => (silentSince === null ? [] : [{ vendor, silentSince }]));

/** The feeds that are quieter than they ever are at this hour. The same answer renders nothing again. */
export function useSilentFeeds(): ReturnType<typeof silentOnes> {
  return useQuery({ ...feedsQuery, select: silentOnes }).data ?? [];
}
