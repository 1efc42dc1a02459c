import type { ReactNode } from "react";
import { useText } from "@/components/text/TextProvider";
import type { FloorHead } from "@/lib/core/floor";
import type { CardView } from "./card-view";
import { DeskGroups } from "./DeskGroups";
import type { DrawnSpace } from "./drawn-space";
import classes from "./FloorCards.module.css";
import { groupSpaces } from "./group-spaces";
import { SpaceCards } from "./SpaceCards";

interface FloorCardsProps {
  readonly floor: FloorHead;
  readonly drawn: readonly DrawnSpace[];
  /** What is left of them where a list is narrowed; all where others fall back instead. */
  readonly shown: readonly DrawnSpace[];
  readonly pills: ReactNode;
  /** Rooms that need somebody first; else all rooms together. */
  readonly isByAttention: boolean;
  readonly view: CardView;
}

/** A floor as a grid of cards: what it is until it has a drawing, and an equal view of the same facts after. */
export function FloorCards({ floor, drawn, shown, pills, isByAttention, view }: FloorCardsProps) {
  const t = useText();
  if (drawn.length === 0) {
    return (
      <p className={classes.empty}>
        {t("{floor} has no rooms yet. They appear with the first event that names them.", { floor: floor.name })}
      </p>
    );
  }
  const groups = groupSpaces(shown, drawn, isByAttention);
  return (
    <div className={classes.cards}>
      {pills}
      {shown.length === 0 ? <p className={classes.empty}>{t("Nothing here now. The floor has others.")}</p> : null}
      <SpaceCards title={t("Needs attention")} spaces={groups.attention} view={view} />
      <SpaceCards title={t("Rooms")} spaces={groups.rooms} view={view} />
      <SpaceCards title={t("Zones")} spaces={groups.zones} view={view} />
      <DeskGroups groups={groups.desks} view={view} />
    </div>
  );
}
