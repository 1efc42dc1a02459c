import type { FloorHead } from "@/lib/core/floor";
import { DeskGroups } from "./DeskGroups";
import classes from "./FloorCards.module.css";
import { FloorFigures } from "./FloorFigures";
import { floorFigures } from "./floor-figures";
import { groupSpaces, type JudgedSpace } from "./group-spaces";
import { type CardView, SpaceCards } from "./SpaceCards";

interface FloorCardsProps {
  readonly floor: FloorHead;
  readonly judged: readonly JudgedSpace[];
  readonly view: CardView;
}

/** A floor as a grid of cards: what it is until it has a drawing, and an equal view of the same facts after. */
export function FloorCards({ floor, judged, view }: FloorCardsProps) {
  if (judged.length === 0) {
    return (
      <p className={classes.empty}>{floor.name} has no rooms yet. They appear with the first event that names them.</p>
    );
  }
  const groups = groupSpaces(judged);
  return (
    <div className={classes.cards}>
      <h1 className={classes.hidden}>
        {floor.name}, {floor.building.name}
      </h1>
      <FloorFigures figures={floorFigures(judged, view.now)} now={view.now} timeZone={view.timeZone} />
      <SpaceCards title="Needs attention" spaces={groups.attention} view={view} />
      <SpaceCards title="Rooms" spaces={groups.rooms} view={view} />
      <SpaceCards title="Zones" spaces={groups.zones} view={view} />
      <DeskGroups groups={groups.desks} view={view} />
    </div>
  );
}
