import { IconAlertTriangle, IconCheck, IconCircleMinus } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import type { DeliveryOutcome } from "@/lib/core/delivery";
import { OUTCOME_WORD } from "./inbox-words";
import classes from "./OutcomeChip.module.css";

const ICON = { stored: IconCheck, unhandled: IconCircleMinus, quarantined: IconAlertTriangle } as const;

/** How a delivery ended: icon, word, and colour only for the one that needs somebody. */
export function OutcomeChip({ outcome }: { readonly outcome: DeliveryOutcome }) {
  const t = useText();
  const Icon = ICON[outcome];
  return (
    <span className={classes.chip} data-outcome={outcome}>
      <Icon size={14} stroke={2} aria-hidden />
      {t(OUTCOME_WORD[outcome])}
    </span>
  );
}
