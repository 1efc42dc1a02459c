import { VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import { StateMark } from "@/components/state/StateMark";
import { cardWords } from "./card-words";
import type { JudgedSpace } from "./group-spaces";
import classes from "./OffPlan.module.css";
import { type CardView, faceOf, type SpaceFace } from "./space-face";

const OffPlanSpace = memo(function OffPlanSpace(face: SpaceFace) {
  const { space, state, lastState, uncertain } = face;
  const { headline, sentence } = cardWords(face);
  return (
    <button
      type="button"
      className={classes.space}
      data-space={space.id}
      data-state={state}
      data-dimmed={face.dimmed || undefined}
      aria-pressed={face.selected}
      onClick={() => face.onOpen(space.id)}
    >
      <VisuallyHidden>{sentence}</VisuallyHidden>
      <span className={classes.face} aria-hidden>
        <StateMark state={state} lastState={lastState} uncertain={uncertain} />
        <span className={classes.name}>{space.name}</span>
        <span className={classes.value}>{headline}</span>
      </span>
    </button>
  );
});

/** The spaces of a floor that nobody has drawn yet, in one line; nothing at all when there are none. */
export function OffPlan({ spaces, view }: { spaces: readonly JudgedSpace[]; view: CardView }) {
  if (spaces.length === 0) return null;
  return (
    <section className={classes.strip} aria-label="Not on the plan">
      <h2 className={classes.title}>
        Not on the plan <span>{spaces.length}</span>
      </h2>
      <div className={classes.spaces}>
        {spaces.map((judged) => (
          <OffPlanSpace key={judged.space.id} {...faceOf(judged, view)} />
        ))}
      </div>
    </section>
  );
}
