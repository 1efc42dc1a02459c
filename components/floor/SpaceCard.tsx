import { VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import { StateMark } from "@/components/state/StateMark";
import type { SpaceStateName } from "@/lib/core/space-state";
import classes from "./SpaceCard.module.css";

export interface SpaceCardProps {
  readonly id: string;
  readonly name: string;
  readonly state: SpaceStateName;
  readonly lastState: SpaceStateName | null;
  readonly headline: string;
  readonly detail: string;
  /** The whole card as one sentence, for those who do not see it. */
  readonly sentence: string;
  readonly foot: string;
  /** Share of the capacity in use, 0–1; null when unknown. */
  readonly load: number | null;
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly onOpen: (id: string) => void;
}

/** Renders again only when something it shows changed: every prop is a primitive or never changes. */
export const SpaceCard = memo(function SpaceCard(props: SpaceCardProps) {
  const { id, state, lastState, load } = props;
  return (
    <button
      type="button"
      className={classes.card}
      data-space={id}
      data-state={state}
      data-last-state={lastState ?? undefined}
      data-dimmed={props.dimmed || undefined}
      aria-pressed={props.selected}
      onClick={() => props.onOpen(id)}
    >
      <VisuallyHidden>{props.sentence}</VisuallyHidden>
      <span className={classes.face} aria-hidden>
        <span className={classes.strip} />
        <span className={classes.name}>{props.name}</span>
        <span className={classes.mark}>
          <StateMark state={state} lastState={lastState} />
        </span>
        <span className={classes.headline}>{props.headline}</span>
        <span className={classes.detail}>{props.detail}</span>
        <span className={classes.foot}>
          <span>{props.foot}</span>
          {load === null ? null : (
            <span className={classes.meter}>
              <span style={{ width: `${Math.min(load, 1) * 100}%` }} />
            </span>
          )}
        </span>
      </span>
    </button>
  );
});
