import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type Threshold, type ThresholdChange, ThresholdList } from "@/lib/core/threshold";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Limits of the air that somebody set, everywhere and within one's sites. */
export function useThresholds(initial: readonly Threshold[]): readonly Threshold[] {
  const { data } = useQuery({
    queryKey: queryKeys.thresholds,
    queryFn: async (): Promise<readonly Threshold[]> => (await fetchJson(ThresholdList, "/api/thresholds")).items,
    initialData: initial,
    staleTime: 30_000,
  });
  return data;
}

/** Sets limits of a space (null: everywhere), or goes back to what it inherits. */
export function useSetThreshold() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ spaceId, change }: { spaceId: string | null; change: ThresholdChange }) =>
      fetchJson(z.unknown(), spaceId === null ? "/api/thresholds" : `/api/spaces/${spaceId}/thresholds`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(change),
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.thresholds }),
  });
}
