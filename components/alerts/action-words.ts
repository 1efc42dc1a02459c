import type { AlertAction, SNOOZES } from "@/lib/core/alert-requests";
import type { Text } from "@/lib/core/text";

export type Snooze = (typeof SNOOZES)[number];

/** How long it will be quiet, for a menu. */
export function snoozeWord(length: Snooze, t: Text): string {
  return {
    "15m": t("15 minutes"),
    "1h": t("1 hour"),
    "working-day": t("Until the next working day"),
    cleared: t("Until it clears"),
  }[length];
}

/** What was done, to how many; `who` is who they were given to, null for nobody. */
export function doneWords(action: AlertAction, count: number, who: string | null, t: Text): string {
  switch (action.do) {
    case "acknowledge":
      return t("{count, plural, one {Acknowledged.} other {Acknowledged # alerts.}}", { count });
    case "unacknowledge":
      return t("{count, plural, one {Open again.} other {# alerts are open again.}}", { count });
    case "unsnooze":
      return t("{count, plural, one {Not snoozed any more.} other {# alerts are not snoozed any more.}}", { count });
    case "snooze":
      return snoozedWords(action.for, count, t);
    case "assign":
      return who === null
        ? t("{count, plural, one {Assigned to nobody.} other {# alerts are assigned to nobody.}}", { count })
        : t("{count, plural, one {Assigned to {who}.} other {# alerts are assigned to {who}.}}", { count, who });
    case "comment":
      return t("{count, plural, one {Comment added.} other {Comment added to # alerts.}}", { count });
    case "uncomment":
      return t("{count, plural, one {Comment taken back.} other {Comments taken back from # alerts.}}", { count });
    case "resolve":
      return t("{count, plural, one {Resolved.} other {Resolved # alerts.}}", { count });
    case "reopen":
      return t("{count, plural, one {Open again.} other {# alerts are open again.}}", { count });
  }
}

function snoozedWords(length: Snooze, count: number, t: Text): string {
  switch (length) {
    case "15m":
      return t("{count, plural, one {Snoozed for 15 minutes.} other {# alerts are snoozed for 15 minutes.}}", {
        count,
      });
    case "1h":
      return t("{count, plural, one {Snoozed for 1 hour.} other {# alerts are snoozed for 1 hour.}}", { count });
    case "working-day":
      return t(
        "{count, plural, one {Snoozed until the next working day.} other {# alerts are snoozed until the next working day.}}",
        { count },
      );
    case "cleared":
      return t("{count, plural, one {Snoozed until it clears.} other {# alerts are snoozed until they clear.}}", {
        count,
      });
  }
}
