import { VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import { StateMark } from "@/components/state/StateMark";
import classes from "./SpaceCard.module.css";
import { type SpaceFace, wordsOf } from "./space-face";

function seats({ state, space: { capacity } }: SpaceFace): string {
  if (state === "unmonitored") return "";
  if (capacity === null) return "capacity not set";
  return `${capacity} ${capacity === 1 ? "seat" : "seats"}`;
}

/** Share of the capacity in use, 0–1; null when nobody knows, and when nobody is there. */
function load({ state, count, space: { capacity } }: SpaceFace): number | null {
  return count && capacity && state !== "stale" ? Math.min(count / capacity, 1) : null;
}

/** One space on the floor: its state, count and since when. */
export const SpaceCard = memo(function SpaceCard(face: SpaceFace) {
  const { space, state, lastState } = face;
  const { headline, detail, sentence } = wordsOf(face);
  const share = load(face);
  return (
    <button
      type="button"
      className={classes.card}
      data-space={space.id}
      data-state={state}
      data-last-state={lastState ?? undefined}
      data-dimmed={face.dimmed || undefined}
      aria-pressed={face.selected}
      onClick={() => face.onOpen(space.id)}
    >
      <VisuallyHidden>{sentence}</VisuallyHidden>
      <span className={classes.face} aria-hidden>
        <span className={classes.strip} />
        <span className={classes.name}>{space.name}</span>
        <span className={classes.mark}>
          <StateMark state={state} lastState={lastState} />
        </span>
        <span className={classes.headline}>{headline}</span>
        <span className={classes.detail}>{detail}</span>
        <span className={classes.foot}>
          <span>{seats(face)}</span>
          {share === null ? null : (
            <span className={classes.meter}>
              <span style={{ width: `${share * 100}%` }} />
            </span>
          )}
        </span>
      </span>
    </button>
  );
});
