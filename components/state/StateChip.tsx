import type { SpaceStateName } from "@/lib/core/space-state";
import classes from "./StateChip.module.css";
import { STATE_ICON } from "./state-icon";
import { statePaint } from "./state-paint";

interface StateChipProps {
  readonly state: SpaceStateName;
  readonly lastState: SpaceStateName | null;
  readonly label: string;
}

/** A state with its word. */
export function StateChip({ state, lastState, label }: StateChipProps) {
  const { fill, stroke, text, dash } = statePaint(state, lastState);
  const Icon = STATE_ICON[state];
  return (
    <span
      className={classes.chip}
      style={{ background: fill, borderColor: stroke, color: text, borderStyle: dash ? "dashed" : "solid" }}
    >
      <Icon size={14} stroke={2} aria-hidden />
      {label}
    </span>
  );
}
