import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { FloorSummary } from "@/lib/core/floor";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const Floors = z.object({ items: z.array(FloorSummary) });
const REFRESH_MS = 30_000;

/** The switcher's floors; their counts are a glance, not the feed, so they are asked for twice a minute. */
export function useFloors(initial: readonly FloorSummary[]): readonly FloorSummary[] {
  const { data } = useQuery({
    queryKey: queryKeys.floors,
    queryFn: async () => (await fetchJson(Floors, "/api/floors")).items,
    initialData: [...initial],
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  return data;
}
