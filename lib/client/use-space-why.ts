import { useQuery } from "@tanstack/react-query";
import { SpaceWhyAnswer } from "@/lib/core/why";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const OLD_MS = 15_000;

/** What the sources of a space said that is not what it shows; asked for while somebody looks. */
export function useSpaceWhy(spaceId: string, isAsked: boolean) {
  return useQuery({
    queryKey: queryKeys.spaceWhy(spaceId),
    queryFn: ({ signal }) => fetchJson(SpaceWhyAnswer, `/api/spaces/${spaceId}/why`, { signal }),
    enabled: isAsked,
    staleTime: OLD_MS,
    refetchInterval: OLD_MS,
  });
}
