import { VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import { SeverityIcon } from "@/components/state/SeverityIcon";
import { StateMark } from "@/components/state/StateMark";
import { CardAir } from "./CardAir";
import { cardWords } from "./card-words";
import classes from "./SpaceCard.module.css";
import type { SpaceFace } from "./space-face";

function seats({ state, space: { capacity } }: SpaceFace): string {
  if (state === "unmonitored") return "";
  if (capacity === null) return "capacity not set";
  return `${capacity} ${capacity === 1 ? "seat" : "seats"}`;
}

/** Share of the capacity in use, 0–1; null when nobody knows, and when nobody is there. */
function load({ state, count, space: { capacity } }: SpaceFace): number | null {
  const isNow = state === "occupied" || state === "over";
  return count && capacity && isNow ? Math.min(count / capacity, 1) : null;
}

/** One space on the floor: its state, count and since when, its air, and that something is wrong with it. */
export const SpaceCard = memo(function SpaceCard(face: SpaceFace) {
  const { space, state, lastState } = face;
  const { headline, detail, air, trouble, sentence } = cardWords(face);
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
        <span className={classes.title}>
          <span className={classes.name}>{space.name}</span>
          {trouble && (
            <span className={classes.trouble}>
              <SeverityIcon severity={trouble.severity} />
              {trouble.count > 1 && trouble.count}
            </span>
          )}
        </span>
        <span className={classes.mark}>
          <StateMark state={state} lastState={lastState} uncertain={face.uncertain} />
        </span>
        <span className={classes.headline}>{headline}</span>
        <span className={classes.detail}>{detail}</span>
        <CardAir air={air} />
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
