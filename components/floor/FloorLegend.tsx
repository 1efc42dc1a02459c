import { StateMark } from "@/components/state/StateMark";
import { STATE_WORD } from "@/components/state/state-words";
import type { SpaceStateName } from "@/lib/core/space-state";
import classes from "./FloorLegend.module.css";

/** The states that exist today, calm to loud; the others join with the features that produce them. */
const SHOWN: readonly SpaceStateName[] = [
  "free",
  "held",
  "away",
  "occupied",
  "ghost",
  "over",
  "stale",
  "offline",
  "unknown",
  "unmonitored",
];

interface FloorLegendProps {
  readonly counts: ReadonlyMap<SpaceStateName, number>;
  readonly filter: SpaceStateName | null;
  readonly onFilter: (state: SpaceStateName | null) => void;
}

/** What the colours mean, how many there are, and a filter: one click shows only that state, another all again. */
export function FloorLegend({ counts, filter, onFilter }: FloorLegendProps) {
  return (
    <div className={classes.legend} role="toolbar" aria-label="Show one state only">
      {SHOWN.map((state) => {
        const count = counts.get(state) ?? 0;
        return (
          <button
            key={state}
            type="button"
            className={classes.item}
            data-zero={count === 0 || undefined}
            aria-pressed={filter === state}
            onClick={() => onFilter(filter === state ? null : state)}
          >
            <StateMark state={state} lastState={state === "stale" ? "occupied" : null} />
            <span className={classes.word}>{STATE_WORD[state]}</span> <b className={classes.count}>{count}</b>
          </button>
        );
      })}
    </div>
  );
}
