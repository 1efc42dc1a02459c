import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { NewToken, type TokenDraft, TokenPage } from "@/lib/core/api-token";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";

/** Tokens, the newest first, page by page. */
export function useTokens(initial: TokenPage) {
  return useInfiniteQuery({
    queryKey: queryKeys.tokens,
    queryFn: ({ pageParam }) =>
      fetchJson(TokenPage, `/api/tokens${pageParam === null ? "" : `?cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    initialData: { pages: [initial], pageParams: [null] },
    staleTime: 10_000,
  });
}

function useRefetch() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.tokens });
}

export function useCreateToken() {
  const onSuccess = useRefetch();
  const headers = { "content-type": "application/json" };
  return useMutation({
    mutationFn: (draft: TokenDraft) =>
      fetchJson(NewToken, "/api/tokens", { method: "POST", headers, body: JSON.stringify(draft) }),
    onSuccess,
  });
}

export function useRevokeToken() {
  const onSettled = useRefetch();
  return useMutation({
    mutationFn: (tokenId: string) => fetchJson(z.null(), `/api/tokens/${tokenId}`, { method: "DELETE" }),
    onSettled,
  });
}
