import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle, type TablerIcon } from "@tabler/icons-react";
import type { SpaceTrouble } from "@/lib/core/floor";
import classes from "./SeverityIcon.module.css";

type Severity = SpaceTrouble["severity"];

/** Shape first, then colour, then the word. */
const ICONS: Record<Severity, TablerIcon> = {
  critical: IconAlertOctagon,
  major: IconAlertTriangle,
  minor: IconInfoCircle,
  info: IconInfoCircle,
};

interface SeverityIconProps {
  readonly severity: Severity;
  readonly size?: number;
}

/** How grave a trouble is. Words stand beside it, so it is hidden from screen readers. */
export function SeverityIcon({ severity, size = 16 }: SeverityIconProps) {
  const Icon = ICONS[severity];
  return <Icon className={classes.icon} data-severity={severity} size={size} stroke={2} aria-hidden />;
}
