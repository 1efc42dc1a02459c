import type { ReactNode } from "react";
import type { FloorHead } from "@/lib/core/floor";
import type { SiteVisitors } from "@/lib/core/site-visitors";
import { DeskGroups } from "./DeskGroups";
import classes from "./FloorCards.module.css";
import { FloorFigures } from "./FloorFigures";
import { floorFigures } from "./floor-figures";
import { chosenSpaces, type PillChoice } from "./floor-pills";
import { groupSpaces, type JudgedSpace } from "./group-spaces";
import { SpaceCards } from "./SpaceCards";
import type { CardView } from "./space-face";

interface FloorCardsProps {
  readonly floor: FloorHead;
  readonly judged: readonly JudgedSpace[];
  /** What the list is narrowed to; null where others fall back instead. */
  readonly choice: PillChoice | null;
  readonly pills: ReactNode;
  /** At the end of the line of figures. */
  readonly tools?: ReactNode;
  /** Null until known. */
  readonly visitors: SiteVisitors | null;
  readonly view: CardView;
}

/** A floor as a grid of cards: what it is until it has a drawing, and an equal view of the same facts after. */
export function FloorCards({ floor, judged, choice, pills, tools, visitors, view }: FloorCardsProps) {
  if (judged.length === 0) {
    return (
      <p className={classes.empty}>{floor.name} has no rooms yet. They appear with the first event that names them.</p>
    );
  }
  const shown = choice ? chosenSpaces(judged, choice) : judged;
  const groups = groupSpaces(shown, judged);
  return (
    <div className={classes.cards}>
      <h1 className={classes.hidden}>
        {floor.name}, {floor.building.name}
      </h1>
      <FloorFigures
        figures={floorFigures(judged, view.now)}
        visitors={visitors}
        now={view.now}
        timeZone={view.timeZone}
        tools={tools}
      />
      {pills}
      {shown.length === 0 ? <p className={classes.empty}>Nothing here now. The floor has others.</p> : null}
      <SpaceCards title="Needs attention" spaces={groups.attention} view={view} />
      <SpaceCards title="Rooms" spaces={groups.rooms} view={view} />
      <SpaceCards title="Zones" spaces={groups.zones} view={view} />
      <DeskGroups groups={groups.desks} view={view} />
    </div>
  );
}
