import { IconArrowsMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { useText } from "@/components/text/TextProvider";
import classes from "./PlanView.module.css";

interface PlanControlsProps {
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly zoomed: number;
}

/** One press of a button or key. */
export const ZOOM_STEP = 1.5;

export function PlanControls({ onZoom, onFit, zoomed }: PlanControlsProps) {
  const t = useText();
  const isWhole = zoomed <= 1;
  return (
    <div className={classes.controls} role="toolbar" aria-label={t("Zoom")}>
      <button type="button" aria-label={t("Zoom in")} title={t("Zoom in (+)")} onClick={() => onZoom(ZOOM_STEP)}>
        <IconPlus size={16} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={t("Zoom out")}
        title={t("Zoom out (−)")}
        aria-disabled={isWhole}
        onClick={() => onZoom(1 / ZOOM_STEP)}
      >
        <IconMinus size={16} aria-hidden />
      </button>
      <button type="button" aria-label={t("Show the whole plan")} title={t("Show the whole plan (0)")} onClick={onFit}>
        <IconArrowsMaximize size={15} aria-hidden />
      </button>
    </div>
  );
}
