import { memo } from "react";
import { SeverityIcon } from "@/components/state/SeverityIcon";
import { StateMark } from "@/components/state/StateMark";
import { cardWords } from "./card-words";
import classes from "./DeskGroups.module.css";
import { FloorGroup } from "./FloorGroup";
import type { DeskGroup } from "./group-spaces";
import { type CardView, faceOf, type SpaceFace } from "./space-face";

const Desk = memo(function Desk(face: SpaceFace) {
  const { space, state, lastState } = face;
  const { sentence, trouble } = cardWords(face);
  return (
    <button
      type="button"
      className={classes.desk}
      data-space={space.id}
      data-state={state}
      data-dimmed={face.dimmed || undefined}
      aria-pressed={face.selected}
      aria-label={sentence}
      title={sentence}
      onClick={() => face.onOpen(space.id)}
    >
      <StateMark state={state} lastState={lastState} uncertain={face.uncertain} size="lg" />
      {trouble && (
        <span className={classes.trouble}>
          <SeverityIcon severity={trouble.severity} size={14} />
        </span>
      )}
    </button>
  );
});

/** Desks as marks, a card for each place they stand in. */
export function DeskGroups({ groups, view }: { groups: readonly DeskGroup[]; view: CardView }) {
  if (groups.length === 0) return null;
  const total = groups.reduce((sum, group) => sum + group.desks.length, 0);
  return (
    <FloorGroup title="Desks" count={total}>
      <div className={classes.grid}>
        {groups.map(({ parent, desks }) => (
          <div key={parent?.id ?? "floor"} className={classes.card}>
            <div className={classes.head}>
              <span className={classes.name}>{parent?.name ?? "On the floor"}</span>
              <span className={classes.count}>
                {desks.filter(({ verdict }) => verdict.state === "free").length} free
              </span>
            </div>
            <div className={classes.desks}>
              {desks.map((judged) => (
                <Desk key={judged.space.id} {...faceOf(judged, view)} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </FloorGroup>
  );
}
