import { useQuery } from "@tanstack/react-query";
import { SiteVisitors } from "@/lib/core/site-visitors";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const REFRESH_MS = 30_000;

/** How many visitors a site has today; null until that is known. A glance like the floors' counts: asked for twice a minute. */
export function useSiteVisitors(siteId: string): SiteVisitors | null {
  const { data } = useQuery({
    queryKey: queryKeys.visitors(siteId),
    queryFn: ({ signal }) => fetchJson(SiteVisitors, `/api/sites/${siteId}/visitors`, { signal }),
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  return data ?? null;
}
