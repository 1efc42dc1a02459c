import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  ChannelAnswer,
  type ChannelChange,
  type ChannelDraft,
  ChannelList,
  ChannelTest,
} from "@/lib/core/notifications/channel";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

/** The channels, and what can be done with them; nothing is asked while `isAsked` is false. */
export function useChannels(isAsked: boolean) {
  const queryClient = useQueryClient();
  const onSettled = async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.channels });
    await queryClient.invalidateQueries({ queryKey: queryKeys.escalation });
  };
  const list = useQuery({
    queryKey: queryKeys.channels,
    queryFn: ({ signal }) => fetchJson(ChannelList, "/api/channels", { signal }),
    enabled: isAsked,
    staleTime: 10_000,
  });
  const add = useMutation({
    mutationFn: (draft: ChannelDraft) => fetchJson(ChannelAnswer, "/api/channels", sendJson("POST", draft)),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...fields }: ChannelChange & { readonly id: string }) =>
      fetchJson(ChannelAnswer, `/api/channels/${id}`, sendJson("PATCH", fields)),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => fetchJson(ChannelList, `/api/channels/${id}`, { method: "DELETE" }),
    onSettled,
  });
  return { list, add: add.mutateAsync, change: change.mutateAsync, remove: remove.mutateAsync };
}

/** Tries one channel; the answer is the other side's. */
export const useTestChannel = (id: string) =>
  useMutation({ mutationFn: () => fetchJson(ChannelTest, `/api/channels/${id}/test`, { method: "POST" }) });
