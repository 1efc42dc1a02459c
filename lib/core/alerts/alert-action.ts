import type { AlertStatus, ResolvedReason } from "../alert";
import type { AlertEventKind } from "../alert-detail";
import type { AlertAction } from "../alert-requests";

/** What people's actions may change. Moments are ms since the epoch. */
export interface Actionable {
  readonly status: AlertStatus;
  readonly acknowledgedAt: number | null;
  readonly acknowledgedBy: string | null;
  readonly assigneeId: string | null;
  readonly snoozedUntil: number | null;
  readonly resolvedAt: number | null;
  readonly resolvedReason: ResolvedReason | null;
}

/** Who acts, when (ms), and what the action itself does not say. */
export interface Acting {
  readonly userId: string;
  readonly now: number;
  /** When its place's next working day begins, ms. */
  readonly workingDayAt: number;
  /** Name of the new assignee. */
  readonly assigneeName: string | null;
}

export interface Acted {
  readonly next: Actionable;
  readonly event: {
    readonly kind: AlertEventKind;
    readonly text: string | null;
    readonly data: Readonly<Record<string, string>>;
  };
}

/** What is done to an alert itself, and not to a line of its timeline. */
export type StateAction = Exclude<AlertAction, { do: "uncomment" }>;

/** What an action comes to; "already" when it is so, "over" when it is too late, "not-by-hand" when nobody resolved it. */
export function act(
  alert: Actionable,
  action: StateAction,
  acting: Acting,
): Acted | "already" | "over" | "not-by-hand" {
  if (action.do === "comment") return acted(alert, "commented", {}, action.text);
  if (action.do === "reopen") return reopened(alert);
  if (alert.resolvedAt !== null) return action.do === "resolve" ? "already" : "over";
  switch (action.do) {
    case "acknowledge":
      if (alert.status === "acknowledged") return "already";
      return acted(
        { ...awake(alert), status: "acknowledged", acknowledgedAt: acting.now, acknowledgedBy: acting.userId },
        "acknowledged",
      );
    case "unacknowledge":
      if (alert.status !== "acknowledged") return "already";
      return acted({ ...alert, status: "open", acknowledgedAt: null, acknowledgedBy: null }, "unacknowledged");
    case "snooze": {
      const next = { ...alert, status: "snoozed" as const, snoozedUntil: snoozedUntil(action.for, acting) };
      return acted(next, "snoozed", { for: action.for }, action.reason);
    }
    case "unsnooze":
      if (alert.status !== "snoozed") return "already";
      return acted(awake(alert), "unsnoozed");
    case "assign":
      if (alert.assigneeId === action.assigneeId) return "already";
      return acted({ ...alert, assigneeId: action.assigneeId }, "assigned", { to: acting.assigneeName ?? "" });
    case "resolve": {
      const over = {
        status: "resolved",
        resolvedAt: acting.now,
        resolvedReason: "manual",
        snoozedUntil: null,
      } as const;
      return acted({ ...alert, ...over }, "resolved", { reason: "manual" }, action.reason);
    }
  }
}

function acted(next: Actionable, kind: AlertEventKind, data: Acted["event"]["data"] = {}, text?: string): Acted {
  return { next, event: { kind, data, text: text ?? null } };
}

/** As it was before it was snoozed. */
const awake = (alert: Actionable): Actionable => ({
  ...alert,
  status: alert.acknowledgedAt === null ? "open" : "acknowledged",
  snoozedUntil: null,
});

function reopened(alert: Actionable): Acted | "already" | "not-by-hand" {
  if (alert.resolvedAt === null) return "already";
  if (alert.resolvedReason !== "manual") return "not-by-hand";
  return acted({ ...awake(alert), resolvedAt: null, resolvedReason: null }, "reopened");
}

const MINUTE_MS = 60_000;

/** ms; null until it clears. */
function snoozedUntil(long: "15m" | "1h" | "working-day" | "cleared", { now, workingDayAt }: Acting): number | null {
  if (long === "15m") return now + 15 * MINUTE_MS;
  if (long === "1h") return now + 60 * MINUTE_MS;
  return long === "working-day" ? workingDayAt : null;
}
