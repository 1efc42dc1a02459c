import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { DeliveryDetail, MOST_REPLAYED_IDS, ReplayResult } from "@/lib/core/delivery";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** One delivery with its body and what became of it. */
export function useDelivery(deliveryId: string): UseQueryResult<DeliveryDetail> {
  return useQuery({
    queryKey: queryKeys.delivery(deliveryId),
    queryFn: ({ signal }) => fetchJson(DeliveryDetail, `/api/deliveries/${deliveryId}`, { signal }),
    retry: false,
  });
}

interface ReplayHandlers {
  readonly onDone: (result: ReplayResult) => void;
  readonly onFailed: (error: Error) => void;
}

/** Judges deliveries anew; whatever of the log is on screen is asked for again. */
export function useReplay({ onDone, onFailed }: ReplayHandlers) {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: replay,
    onSuccess: onDone,
    onError: onFailed,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.deliveries }),
        queryClient.invalidateQueries({ queryKey: queryKeys.feeds }),
      ]),
  });
  return { replay: (ids: readonly string[]) => mutate(ids), isPending };
}

async function replay(ids: readonly string[]): Promise<ReplayResult> {
  const results: ReplayResult[] = [];
  for (let i = 0; i < ids.length; i += MOST_REPLAYED_IDS) {
    results.push(
      await fetchJson(ReplayResult, "/api/deliveries/replay", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ids: ids.slice(i, i + MOST_REPLAYED_IDS) }),
      }),
    );
  }
  return results.reduce((sum, one) => ({
    replayed: sum.replayed + one.replayed,
    stored: sum.stored + one.stored,
    unchanged: sum.unchanged + one.unchanged,
    unhandled: sum.unhandled + one.unhandled,
    quarantined: sum.quarantined + one.quarantined,
    skipped: sum.skipped + one.skipped,
    more: sum.more || one.more,
  }));
}
