import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Account } from "@/lib/core/person";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

const getAccount = () => fetchJson(Account, "/api/account");

/** One's own account. */
export const useAccount = (initial: Account) =>
  useQuery({ queryKey: queryKeys.account, queryFn: getAccount, initialData: initial, staleTime: 10_000 });

export function useRename() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => fetchJson(Account, "/api/account", sendJson("PATCH", { name })),
    onSuccess: (account) => queryClient.setQueryData(queryKeys.account, account),
  });
}

/** What happened at the sign-in's own doors: the account and its sessions are looked up again. */
export function useRefetchAccount() {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.account });
    await queryClient.invalidateQueries({ queryKey: queryKeys.sessions("mine") });
  };
}
