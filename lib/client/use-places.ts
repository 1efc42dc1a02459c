import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { PublishedPlan } from "@/lib/core/floor-plan";
import { createPlaces, type Places } from "@/lib/core/places";
import { TreePage, type TreeSpace } from "@/lib/core/space-tree";
import { ApiError, fetchJson } from "./api";
import { queryKeys } from "./query-keys";

const REFRESH_MS = 60_000;

async function fetchTree(signal: AbortSignal): Promise<TreeSpace[]> {
  const spaces: TreeSpace[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const after: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const page: TreePage = await fetchJson(TreePage, `/api/spaces/tree?limit=2000${after}`, { signal });
    spaces.push(...page.items);
    cursor = page.next;
  }
  return spaces;
}

/** Every place somebody may map to; null until it is there. */
export function usePlaces(): Places | null {
  const { data } = useQuery({
    queryKey: queryKeys.places,
    queryFn: ({ signal }) => fetchTree(signal),
    refetchInterval: REFRESH_MS,
  });
  return useMemo(() => (data ? createPlaces(data) : null), [data]);
}

/** The published plan of a floor: null when there is none, undefined until that is known. */
export function usePlanOf(floorId: string | null): PublishedPlan | null | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.planOf(floorId ?? ""),
    queryFn: async ({ signal }) => {
      try {
        return await fetchJson(PublishedPlan, `/api/floors/${floorId}/plan`, { signal });
      } catch (error) {
        if (error instanceof ApiError && error.code === "not-found") return null;
        throw error;
      }
    },
    enabled: floorId !== null,
    staleTime: REFRESH_MS,
  });
  return data;
}
