import type { SpaceStateName } from "@/lib/core/space-state";
import classes from "./StateChip.module.css";
import { STATE_ICON } from "./state-icon";
import { statePaint } from "./state-paint";

interface StateChipProps {
  readonly state: SpaceStateName;
  readonly lastState: SpaceStateName | null;
  readonly label: string;
  /** The sensor is not sure: its edge is broken. */
  readonly uncertain?: boolean;
}

/** A state with its word, on the drawing that the mark has. */
export function StateChip({ state, lastState, label, uncertain = false }: StateChipProps) {
  const { fill, stroke, text, strokeWidth, borderStyle, pattern } = statePaint(state, lastState, uncertain);
  const Icon = STATE_ICON[state];
  return (
    <span
      className={classes.chip}
      style={{ background: fill, borderColor: stroke, borderWidth: strokeWidth, borderStyle, color: text }}
    >
      {pattern ? (
        <svg className={classes.pattern} aria-hidden="true">
          <rect width="100%" height="100%" fill={pattern} />
        </svg>
      ) : null}
      <span className={classes.plate} style={{ background: fill }}>
        <Icon size={14} stroke={2} aria-hidden />
        {label}
      </span>
    </span>
  );
}
