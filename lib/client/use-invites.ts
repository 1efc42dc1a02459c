import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type InviteDraft, InviteLink, InviteList } from "@/lib/core/invite";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const POLL_MS = 30_000;

/** Invitations that wait for an answer. */
export const useInvites = (initial: InviteList) =>
  useQuery({
    queryKey: queryKeys.invites,
    queryFn: () => fetchJson(InviteList, "/api/invites"),
    initialData: initial,
    refetchInterval: POLL_MS,
  });

/** Makes an invitation, or another link for one; the answer has the link. */
export function useMakeInvite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (what: InviteDraft | { readonly renew: string }) =>
      "renew" in what
        ? fetchJson(InviteLink, `/api/invites/${what.renew}/link`, { method: "POST" })
        : fetchJson(InviteLink, "/api/invites", sendJson("POST", what)),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.invites }),
  });
}

export function useRevokeInvite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (inviteId: string) => fetchJson(InviteList, `/api/invites/${inviteId}`, { method: "DELETE" }),
    onSuccess: (left) => queryClient.setQueryData(queryKeys.invites, left),
    onError: () => queryClient.invalidateQueries({ queryKey: queryKeys.invites }),
  });
}
