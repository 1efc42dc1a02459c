import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Alert, AlertPage } from "@/lib/core/alert";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { newest } from "./alert-overlay";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { useAlertOverlay } from "./use-alert-feed";

const MOST = 20;

/** The open alerts of a space and of what is in it, the weightiest first; asked for when its floor says they changed. */
export function useSpaceAlerts({ id, openAlerts }: Pick<SpaceSnapshot, "id" | "openAlerts">): readonly Alert[] {
  const overlay = useAlertOverlay();
  const stamp = openAlerts ? `${openAlerts.id} ${openAlerts.severity} ${openAlerts.count}` : "";
  const { data } = useQuery({
    queryKey: queryKeys.spaceAlerts(id, stamp),
    queryFn: ({ signal }) =>
      fetchJson(AlertPage, `/api/alerts?space=${id}&status=open,acknowledged&limit=${MOST}`, { signal }),
    enabled: openAlerts !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (!openAlerts || !data) return [];
  return data.items
    .map((alert) => newest(alert, overlay))
    .filter(({ status, suppressedBy }) => (status === "open" || status === "acknowledged") && suppressedBy === null);
}
