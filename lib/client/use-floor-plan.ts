import { useQuery } from "@tanstack/react-query";
import { PublishedPlan } from "@/lib/core/floor-plan";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/**
 * The plan viewers see of a floor, at the revision its feed tells of; null while there is none to show. After a
 * publishing the old one stays until the new one is here.
 */
export function useFloorPlan(
  floorId: string,
  revision: number | null,
  initial: PublishedPlan | null,
): PublishedPlan | null {
  const isInitial = initial?.floorId === floorId && initial.revision === revision;
  const { data } = useQuery({
    queryKey: queryKeys.publishedPlan(floorId, revision),
    queryFn: ({ signal }) => fetchJson(PublishedPlan, `/api/floors/${floorId}/plan`, { signal }),
    enabled: revision !== null,
    initialData: isInitial ? initial : undefined,
    placeholderData: (before) => (before?.floorId === floorId ? before : undefined),
    staleTime: Number.POSITIVE_INFINITY, // a newer one has another key
  });
  return revision === null ? null : (data ?? null);
}
