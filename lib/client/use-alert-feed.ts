import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { AlertPage } from "@/lib/core/alert";
import { type AlertOverlay, NO_OVERLAY } from "./alert-overlay";
import { fetchJson } from "./api";
import type { FeedHealth } from "./feed-health";
import { followAlerts } from "./follow-alerts";
import { queryKeys } from "./query-keys";
import { serverNow } from "./server-clock";
import { feedSocket } from "./socket";

/** Follows the alerts of this person's sites as long as the page is open. Once for a page. */
export function useFollowAlerts(): void {
  const queryClient = useQueryClient();
  useEffect(() => followAlerts(feedSocket(), queryClient), [queryClient]);
}

/** What the feed said since the pages were fetched, and what this person just did. */
export function useAlertOverlay(): AlertOverlay {
  const { data } = useQuery<AlertOverlay>({
    queryKey: queryKeys.alertOverlay,
    queryFn: () => NO_OVERLAY,
    initialData: NO_OVERLAY,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  return data;
}

/** How the alert feed does. `started` is the server's time when the page was made, ms. */
export function useAlertHealth(started: number): FeedHealth {
  const { data } = useQuery<FeedHealth>({
    queryKey: queryKeys.alertHealth,
    queryFn: () => ({ connected: false, lostAt: null, heardAt: serverNow() }),
    initialData: { connected: false, lostAt: null, heardAt: started },
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

/** How many alerts are open and not kept quiet, incidents counted once; null until it is known. */
export function useOpenAlerts(): number | null {
  const { open } = useAlertOverlay();
  const { data } = useQuery({
    queryKey: queryKeys.openAlerts,
    queryFn: async () => (await fetchJson(AlertPage, "/api/alerts?status=open&limit=1")).total,
    staleTime: 60_000,
    enabled: open === null,
  });
  return open ?? data ?? null;
}
