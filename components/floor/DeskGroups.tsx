import { memo } from "react";
import { StateMark } from "@/components/state/StateMark";
import { spaceWords } from "@/components/state/state-words";
import type { SpaceStateName } from "@/lib/core/space-state";
import classes from "./DeskGroups.module.css";
import type { DeskGroup } from "./group-spaces";
import { type CardView, countedAt } from "./SpaceCards";

interface DeskProps {
  readonly id: string;
  readonly state: SpaceStateName;
  readonly lastState: SpaceStateName | null;
  readonly sentence: string;
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly onOpen: (id: string) => void;
}

const Desk = memo(function Desk({ id, state, lastState, sentence, selected, dimmed, onOpen }: DeskProps) {
  return (
    <button
      type="button"
      className={classes.desk}
      data-space={id}
      data-state={state}
      data-dimmed={dimmed || undefined}
      aria-pressed={selected}
      aria-label={sentence}
      title={sentence}
      onClick={() => onOpen(id)}
    >
      <StateMark state={state} lastState={lastState} size="lg" />
    </button>
  );
});

/** Desks as marks, a card for each place they stand in. */
export function DeskGroups({ groups, view }: { groups: readonly DeskGroup[]; view: CardView }) {
  if (groups.length === 0) return null;
  const total = groups.reduce((sum, group) => sum + group.desks.length, 0);
  return (
    <section className={classes.section} aria-label="Desks">
      <h2 className={classes.title}>
        Desks <span className={classes.count}>{total}</span>
      </h2>
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
                <Desk
                  key={judged.space.id}
                  id={judged.space.id}
                  state={judged.verdict.state}
                  lastState={judged.verdict.lastState}
                  sentence={
                    spaceWords(judged.space, judged.verdict, view.now, view.timeZone, countedAt(judged)).sentence
                  }
                  selected={view.selectedId === judged.space.id}
                  dimmed={view.filter !== null && view.filter !== judged.verdict.state}
                  onOpen={view.onOpen}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
