import { useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { newest } from "@/lib/client/alert-overlay";
import { useAlertOverlay } from "@/lib/client/use-alert-feed";
import { childrenQuery } from "@/lib/client/use-alerts";
import type { Alert } from "@/lib/core/alert";
import { type AlertRow, alertRows } from "./alert-rows";

/** The rows of the list, with the incidents that somebody opened. */
export function useIncidents(alerts: readonly Alert[]): {
  readonly rows: readonly AlertRow[];
  readonly expand: (id: string, isOpen: boolean) => void;
} {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const overlay = useAlertOverlay();
  const open = useMemo(() => alerts.filter(({ id, children }) => children > 0 && expanded.has(id)), [alerts, expanded]);
  const children = useQueries({
    queries: open.map(({ id }) => childrenQuery(id)),
    combine: (answers) => new Map(answers.map(({ data }, i) => [open[i]?.id ?? "", data?.items ?? null])),
  });
  const rows = useMemo(
    () =>
      alertRows(alerts, expanded, (id) => {
        const below = children.get(id)?.map((alert) => newest(alert, overlay));
        return below?.filter(({ status }) => status !== "resolved") ?? null;
      }),
    [alerts, expanded, children, overlay],
  );
  const expand = useCallback((id: string, isOpen: boolean) => {
    setExpanded((before) => new Set(isOpen ? [...before, id] : [...before].filter((one) => one !== id)));
  }, []);
  return { rows, expand };
}
