import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { VisitorDay } from "@/lib/core/visitor-day";
import { VisitorWatchReply } from "@/lib/realtime/events";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { feedSocket } from "./socket";

const REFRESH_MS = 30_000;

/** The visitors of a day (yyyy-mm-dd, "" for today) of a site. With names it is noted who looked. */
export function useVisitorDay(siteId: string, date: string, named: boolean) {
  const path = `/api/sites/${siteId}/visitors/${named ? "names" : "day"}`;
  return useQuery({
    queryKey: queryKeys.visitorDay(siteId, date, named),
    queryFn: ({ signal }) => fetchJson(VisitorDay, date === "" ? path : `${path}?date=${date}`, { signal }),
    // What is known of one site or day must not stand under another.
    placeholderData: (previous, query) => {
      const [, site, day] = query?.queryKey ?? [];
      return site === siteId && day === date ? previous : undefined;
    },
    refetchInterval: date === "" ? REFRESH_MS : false,
    retry: 1,
  });
}

/** Fetches a site's visitors again whenever the server says that they changed, as long as the page is open. */
export function useFollowVisitors(siteId: string): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const socket = feedSocket();
    const fetchAgain = () => void queryClient.invalidateQueries({ queryKey: queryKeys.visitors(siteId) });
    const watch = async () => {
      const answer = await socket
        .timeout(5_000)
        .emitWithAck("visitor:watch", siteId)
        .catch(() => null);
      // What was said before it was watched is in no message.
      if (VisitorWatchReply.safeParse(answer).data?.ok) fetchAgain();
    };
    const onChange = (changed: unknown) => {
      if (changed === siteId) fetchAgain();
    };
    socket.on("connect", watch);
    socket.on("visitor:changed", onChange);
    if (socket.connected) void watch();
    else socket.connect();
    return () => {
      socket.emit("visitor:unwatch", siteId);
      socket.off("connect", watch);
      socket.off("visitor:changed", onChange);
    };
  }, [queryClient, siteId]);
}
