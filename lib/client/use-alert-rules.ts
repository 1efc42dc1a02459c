import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { AlertRule, AlertRules, type RuleChange, type RuleDraft, RulePreview } from "@/lib/core/alert-rule";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

/** Every rule that counts in one's sites, and what can be done about them. */
export function useAlertRules() {
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: queryKeys.alertRules });
  const list = useQuery({
    queryKey: queryKeys.alertRules,
    queryFn: ({ signal }) => fetchJson(AlertRules, "/api/alert-rules", { signal }),
    staleTime: 10_000,
  });
  const add = useMutation({
    mutationFn: (rule: RuleDraft) => fetchJson(AlertRule, "/api/alert-rules", sendJson("POST", rule)),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...fields }: RuleChange & { readonly id: string }) =>
      fetchJson(AlertRule, `/api/alert-rules/${id}`, sendJson("PATCH", fields)),
    // A switch moves at once; what the server refuses is put back by asking again.
    onMutate: ({ id, isEnabled }) => {
      if (isEnabled === undefined) return;
      queryClient.setQueryData<AlertRules>(queryKeys.alertRules, (held) => held && switched(held, id, isEnabled));
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => fetchJson(z.null(), `/api/alert-rules/${id}`, { method: "DELETE" }),
    onSettled,
  });
  return { list, add: add.mutateAsync, change: change.mutateAsync, remove: remove.mutateAsync };
}

const switched = ({ items }: AlertRules, id: string, isEnabled: boolean): AlertRules => ({
  items: items.map((rule) => (rule.id === id ? { ...rule, isEnabled } : rule)),
});

/** When a rule would have fired, from what is stored; null asks nothing. */
export function useRulePreview(rule: RuleDraft | null, days: 7 | 14 | 30) {
  return useQuery({
    queryKey: ["alert-rule-preview", days, JSON.stringify(rule)],
    queryFn: ({ signal }) =>
      fetchJson(RulePreview, "/api/alert-rules/preview", { ...sendJson("POST", { rule, days }), signal }),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
