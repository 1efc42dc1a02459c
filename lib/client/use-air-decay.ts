import { useQuery } from "@tanstack/react-query";
import { AirDecayAnswer } from "@/lib/core/air-decay";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** How the air of a space clears once nobody is in; it is worked out once an hour. Null asks nothing. */
export function useAirDecay(spaceId: string | null) {
  return useQuery({
    queryKey: queryKeys.airDecay(spaceId ?? ""),
    queryFn: ({ signal }) => fetchJson(AirDecayAnswer, `/api/spaces/${spaceId}/air-decay`, { signal }),
    enabled: spaceId !== null,
    staleTime: 15 * 60_000,
  });
}
