import type { ReactNode } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./FloorPills.module.css";
import type { FloorPill, PillChoice } from "./floor-pills";

interface FloorPillsProps {
  readonly pills: readonly FloorPill[];
  readonly chosen: PillChoice;
  readonly onChoose: (choice: PillChoice) => void;
  /** After the last. */
  readonly end?: ReactNode;
}

/** A phone's filter: the list keeps only what the pressed pill names. */
export function FloorPills({ pills, chosen, onChoose, end }: FloorPillsProps) {
  const t = useText();
  return (
    <div className={classes.pills} role="toolbar" aria-label={t("Show only")}>
      {pills.map(({ label, count, state, group }) => (
        <button
          key={label}
          type="button"
          className={classes.pill}
          aria-pressed={chosen.group ? chosen.group === group : !group && chosen.state === state}
          onClick={() => onChoose({ state, group })}
        >
          {label} {count}
        </button>
      ))}
      {end}
    </div>
  );
}
