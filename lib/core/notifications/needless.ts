import type { Alert } from "../alert";
import { text } from "../text";

/** Have they been told of the alert whose end a message tells; null: of messages that do not tell an end. */
type Told = "sent" | "none" | null;

/** Why a message is not needed any more, in words for the log; null when it is. */
export function needless(
  alert: Pick<Alert, "status" | "suppressedBy" | "parentId"> | null,
  { maySee, told }: { readonly maySee: boolean; readonly told: Told },
): string | null {
  if (alert === null) return text("The alert is gone.");
  if (!maySee) return text("They may not see this alert any more.");
  if (told !== null) {
    if (alert.status !== "resolved") return text("It was opened again.");
    return told === "sent" ? null : text("They had not been told of it.");
  }
  if (alert.status === "resolved") return text("It was over before.");
  if (alert.status === "acknowledged") return text("It was acknowledged before.");
  if (alert.status === "snoozed") return text("It was snoozed before.");
  if (alert.suppressedBy) return text("A maintenance window keeps it quiet.");
  return alert.parentId === null ? null : text("It became part of an incident.");
}
