import { SeverityIcon } from "@/components/state/SeverityIcon";
import type { AlertSeverity } from "@/lib/core/alert";

const SIGNS = { critical: "critical", warning: "major", notice: "info" } as const;

/** The same sign in the words of vendors' troubles. */
export const signOf = (severity: AlertSeverity) => SIGNS[severity];

/** How grave an alert is, by shape and colour; the word stands elsewhere. */
export function SeveritySign({ severity, size = 16 }: { readonly severity: AlertSeverity; readonly size?: number }) {
  return <SeverityIcon severity={SIGNS[severity]} size={size} />;
}
