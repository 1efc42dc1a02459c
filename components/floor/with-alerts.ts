import { signOf } from "@/components/alerts/SeveritySign";
import type { OpenAlerts } from "@/lib/core/floor";
import type { Text } from "@/lib/core/text";
import type { FloorShow } from "./views/floor-shows";
import type { Look } from "./views/look";

/** Views in which a mark says that something is wrong. */
const MARKED: readonly FloorShow[] = ["occupancy", "devices"];

/** A look with the open alerts of its space: they say more than the troubles of its devices. */
export function withAlerts(look: Look, open: OpenAlerts | undefined, show: FloorShow, t: Text): Look {
  if (!open || !MARKED.includes(show)) return look;
  const { count, severity, id } = open;
  return {
    ...look,
    trouble: { severity: signOf(severity), count },
    alertId: id,
    sentence: t(
      "{sentence}, {count, plural, one {# open alert} other {# open alerts, the gravest}}: {severity, select, critical {critical} warning {warning} other {notice}}",
      { sentence: look.sentence, count, severity },
    ),
  };
}
