import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { SearchAnswer } from "@/lib/core/search";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Spaces and devices with this in their name; the last answer stays until the next is here. */
export function useSearch(text: string) {
  const q = text.trim();
  return useQuery({
    queryKey: queryKeys.search(q),
    queryFn: () => fetchJson(SearchAnswer, `/api/search?${new URLSearchParams({ q, limit: "12" })}`),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
