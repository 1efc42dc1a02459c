import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { OwnNotifications, OwnTest, type Wishes } from "@/lib/core/notifications/preference";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";
import { subscribeBrowser } from "./subscribe-browser";

/** What one is told of, and how. */
export function useOwnNotifications(initial: OwnNotifications) {
  const queryClient = useQueryClient();
  const hold = (own: OwnNotifications) => queryClient.setQueryData(queryKeys.ownNotifications, own);
  const { data } = useQuery({
    queryKey: queryKeys.ownNotifications,
    queryFn: ({ signal }) => fetchJson(OwnNotifications, "/api/account/notifications", { signal }),
    initialData: initial,
    staleTime: 10_000,
  });
  const change = useMutation({
    mutationFn: (wishes: Wishes) => fetchJson(OwnNotifications, "/api/account/notifications", sendJson("PUT", wishes)),
    onSuccess: hold,
  });
  const addBrowser = useMutation({
    mutationFn: async () =>
      fetchJson(OwnNotifications, "/api/account/browsers", sendJson("POST", await subscribeBrowser(data.pushKey))),
    onSuccess: hold,
  });
  const removeBrowser = useMutation({
    mutationFn: (id: string) => fetchJson(OwnNotifications, `/api/account/browsers/${id}`, { method: "DELETE" }),
    onSuccess: hold,
  });
  const test = useMutation({
    mutationFn: () => fetchJson(OwnTest, "/api/account/notifications/test", { method: "POST" }),
  });
  return { own: data, change, addBrowser, removeBrowser, test };
}
