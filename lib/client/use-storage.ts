import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Retention, StorageReport } from "@/lib/core/storage";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const LOOK_AGAIN_MS = 15_000;

/** What lies in the database; looked at again while it is on screen. */
export const useStorage = (initial: StorageReport) =>
  useQuery({
    queryKey: queryKeys.storage,
    queryFn: ({ signal }) => fetchJson(StorageReport, "/api/storage", { signal }),
    initialData: initial,
    refetchInterval: LOOK_AGAIN_MS,
  });

export function useChangeRetention() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (retention: Retention) =>
      fetchJson(StorageReport, "/api/storage/retention", sendJson("PUT", retention)),
    onSuccess: (report) => queryClient.setQueryData(queryKeys.storage, report),
  });
}
