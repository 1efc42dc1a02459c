import type { Alert } from "@/lib/core/alert";
import type { AlertAction } from "@/lib/core/alert-requests";

/** What takes an action back: several steps where those it was done to differed. */
export interface UndoStep {
  readonly ids: readonly string[];
  readonly action: AlertAction;
}

/** How what was done to these alerts, as they were before, is taken back; empty when it cannot be. */
export function undoOf(action: AlertAction, before: readonly Alert[]): UndoStep[] {
  const ids = before.map(({ id }) => id);
  const steps = ((): UndoStep[] => {
    switch (action.do) {
      case "acknowledge":
        return [{ ids, action: { do: "unacknowledge" } }];
      case "unacknowledge":
        return [{ ids, action: { do: "acknowledge" } }];
      case "snooze":
        return [{ ids, action: { do: "unsnooze" } }];
      case "resolve":
        return [{ ids, action: { do: "reopen" } }];
      case "reopen":
        return [{ ids, action: { do: "resolve" } }];
      case "assign":
        return backToWhoHadIt(before);
      case "comment":
        return [{ ids, action: { do: "uncomment" } }];
      case "unsnooze":
      case "uncomment":
        return [];
    }
  })();
  return steps.filter((step) => step.ids.length > 0);
}

function backToWhoHadIt(before: readonly Alert[]): UndoStep[] {
  const byPerson = Map.groupBy(before, ({ assignee }) => assignee?.id ?? null);
  return [...byPerson].map(([assigneeId, alerts]) => ({
    ids: alerts.map(({ id }) => id),
    action: { do: "assign", assigneeId },
  }));
}

/** Somebody an alert can be given to. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What will be so once the server has done it; null when that cannot be told. `people` are those there are to assign to. */
export function changeBy(action: AlertAction, me: Person, people: readonly Person[]): Partial<Alert> | null {
  switch (action.do) {
    case "acknowledge":
      return { status: "acknowledged", acknowledgedBy: me };
    case "unacknowledge":
    case "unsnooze":
    case "reopen":
      return { status: "open", acknowledgedBy: null, snoozedUntil: null, resolvedAt: null };
    case "snooze":
      return { status: "snoozed", snoozedUntil: null };
    case "resolve":
      return { status: "resolved" };
    case "assign":
      return { assignee: people.find(({ id }) => id === action.assigneeId) ?? null };
    case "comment":
    case "uncomment":
      return null;
  }
}
