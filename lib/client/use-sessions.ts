import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SessionList } from "@/lib/core/person";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Whose sessions: a person's, for admins, or one's own. */
export type Whose = { readonly personId: string } | "mine";

const url = (whose: Whose) => (whose === "mine" ? "/api/account/sessions" : `/api/people/${whose.personId}/sessions`);
const key = (whose: Whose) => queryKeys.sessions(whose === "mine" ? "mine" : whose.personId);

export const useSessions = (whose: Whose, initial?: SessionList) =>
  useQuery({
    queryKey: key(whose),
    queryFn: () => fetchJson(SessionList, url(whose)),
    ...(initial ? { initialData: initial, staleTime: 10_000 } : {}),
  });

/** Ends one session, or all (of one's own: all others). */
export function useEndSessions(whose: Whose) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string | null) =>
      fetchJson(SessionList, sessionId === null ? url(whose) : `${url(whose)}/${sessionId}`, { method: "DELETE" }),
    onSuccess: async (left) => {
      queryClient.setQueryData(key(whose), left);
      await queryClient.invalidateQueries({ queryKey: queryKeys.people });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: key(whose) }),
  });
}
