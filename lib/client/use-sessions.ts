import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SessionList } from "@/lib/core/person";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

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

interface Ending {
  /** Null: all of them, or of one's own all others. */
  readonly sessionId: string | null;
  /** For one's own, where there is one. */
  readonly password?: string;
}

/** Ends sessions. */
export function useEndSessions(whose: Whose) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ sessionId, password }: Ending) =>
      fetchJson(
        SessionList,
        sessionId === null ? url(whose) : `${url(whose)}/${sessionId}`,
        password === undefined ? { method: "DELETE" } : sendJson("DELETE", { password }),
      ),
    onSuccess: async (left) => {
      queryClient.setQueryData(key(whose), left);
      await queryClient.invalidateQueries({ queryKey: queryKeys.people });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: key(whose) }),
  });
}
