import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Alert } from "@/lib/core/alert";
import { type AlertAction, AlertsChanged } from "@/lib/core/alert-requests";
import { Assignees } from "@/lib/core/assignee";
import { changeBy, type Person, type UndoStep, undoOf } from "./alert-actions";
import { type AlertOverlay, expected, NO_OVERLAY, withNewer } from "./alert-overlay";
import { fetchJson } from "./api";
import { queryKeys } from "./query-keys";
import { sendJson } from "./send-json";

/** As many as the server takes at once. */
const MOST_AT_ONCE = 500;

/** Who alerts can be given to; empty until it is known. */
export function useAssignees(isAllowed: boolean): readonly Person[] {
  const { data } = useQuery({
    queryKey: queryKeys.assignees,
    queryFn: ({ signal }) => fetchJson(Assignees, "/api/alerts/assignees", { signal }),
    staleTime: 5 * 60_000,
    enabled: isAllowed,
  });
  return data?.items ?? [];
}

export interface Done {
  /** How many it changed; the others were so already. */
  readonly count: number;
  /** Takes it back; null when it cannot be. */
  readonly undo: (() => Promise<void>) | null;
}

/** Does something to alerts: shown at once, true when the server has said so, and as before when it refuses. */
export function useAlertActions(me: Person, people: readonly Person[]) {
  const queryClient = useQueryClient();
  const change = (turn: (overlay: AlertOverlay) => AlertOverlay) =>
    queryClient.setQueryData<AlertOverlay>(queryKeys.alertOverlay, (held) => turn(held ?? NO_OVERLAY));
  const take = (alerts: readonly Alert[]) => change((held) => ({ ...held, changed: withNewer(held.changed, alerts) }));

  const send = async (ids: readonly string[], action: AlertAction): Promise<Alert[]> => {
    const changed: Alert[] = [];
    for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
      const body = { ids: ids.slice(at, at + MOST_AT_ONCE), action };
      const answer = await fetchJson(AlertsChanged, "/api/alerts/bulk", sendJson("POST", body));
      take(answer.items);
      const already = new Set(answer.unchanged);
      changed.push(...answer.items.filter(({ id }) => !already.has(id)));
    }
    for (const id of ids) void queryClient.invalidateQueries({ queryKey: queryKeys.alert(id) });
    void queryClient.invalidateQueries({ queryKey: queryKeys.countedAlerts });
    return changed;
  };

  const sendAll = async (steps: readonly UndoStep[]) => {
    for (const { ids, action } of steps) await send(ids, action);
  };

  const act = async (alerts: readonly Alert[], action: AlertAction): Promise<Done> => {
    const will = changeBy(action, me, people);
    const guesses = will ? alerts.map((alert) => expected(alert, will)) : [];
    take(guesses);
    try {
      const changed = await send(
        alerts.map(({ id }) => id),
        action,
      );
      change((held) => without(held, guesses));
      const wasChanged = new Set(changed.map(({ id }) => id));
      const steps = undoOf(
        action,
        alerts.filter(({ id }) => wasChanged.has(id)),
      );
      return { count: changed.length, undo: steps.length > 0 ? () => sendAll(steps) : null };
    } catch (error) {
      change((held) => without(held, guesses));
      throw error;
    }
  };
  return act;
}

/** Guesses that nothing newer has replaced are forgotten. */
function without(overlay: AlertOverlay, guesses: readonly Alert[]): AlertOverlay {
  const changed = new Map(overlay.changed);
  for (const guess of guesses) if (changed.get(guess.id) === guess) changed.delete(guess.id);
  return { ...overlay, changed };
}
