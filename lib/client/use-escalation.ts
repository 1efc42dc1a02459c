import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type EscalationChange, EscalationList } from "@/lib/core/notifications/escalation";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const urlOf = (siteId: string | null) => (siteId === null ? "/api/escalation" : `/api/sites/${siteId}/escalation`);

/** Whom alerts tell; a site's own steps, or the general ones (null). */
export function useEscalation() {
  const queryClient = useQueryClient();
  const hold = (list: EscalationList) => queryClient.setQueryData(queryKeys.escalation, list);
  const list = useQuery({
    queryKey: queryKeys.escalation,
    queryFn: ({ signal }) => fetchJson(EscalationList, "/api/escalation", { signal }),
    staleTime: 10_000,
  });
  const put = useMutation({
    mutationFn: ({ siteId, change }: { siteId: string | null; change: EscalationChange }) =>
      fetchJson(EscalationList, urlOf(siteId), sendJson("PUT", change)),
    onSuccess: hold,
  });
  const reset = useMutation({
    mutationFn: (siteId: string | null) => fetchJson(EscalationList, urlOf(siteId), { method: "DELETE" }),
    onSuccess: hold,
  });
  return { list, put: put.mutateAsync, reset: reset.mutateAsync };
}
