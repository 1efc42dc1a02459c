import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChannelTest } from "@/lib/core/notifications/channel";
import { Report, type ReportChange, type ReportDraft, ReportList } from "@/lib/core/reports/report";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

/** Reports that are mailed, and what can be done with them; nothing is asked while `isAsked` is false. */
export function useReports(isAsked: boolean) {
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: queryKeys.reports });
  const list = useQuery({
    queryKey: queryKeys.reports,
    queryFn: ({ signal }) => fetchJson(ReportList, "/api/reports", { signal }),
    enabled: isAsked,
    staleTime: 10_000,
  });
  const add = useMutation({
    mutationFn: (draft: ReportDraft) => fetchJson(Report, "/api/reports", sendJson("POST", draft)),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...fields }: ReportChange & { readonly id: string }) =>
      fetchJson(Report, `/api/reports/${id}`, sendJson("PATCH", fields)),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => fetchJson(Report, `/api/reports/${id}`, { method: "DELETE" }),
    onSettled,
  });
  return { list, add: add.mutateAsync, change: change.mutateAsync, remove: remove.mutateAsync };
}

/** Sends a report to oneself now; the answer is the mail server's. */
export const useSendReport = (id: string) =>
  useMutation({ mutationFn: () => fetchJson(ChannelTest, `/api/reports/${id}/send`, { method: "POST" }) });
