import { VisuallyHidden } from "@mantine/core";
import type { FloorHead } from "@/lib/core/floor";
import type { FloorPlan } from "@/lib/core/floor-plan";
import type { SiteVisitors } from "@/lib/core/site-visitors";
import { FloorCards } from "./FloorCards";
import { FloorFigures } from "./FloorFigures";
import { FloorPills } from "./FloorPills";
import { floorFigures } from "./floor-figures";
import { floorPills } from "./floor-pills";
import type { JudgedSpace } from "./group-spaces";
import { LayoutSwitch } from "./LayoutSwitch";
import { LivePlan } from "./LivePlan";
import type { CardView } from "./space-face";
import type { FloorView } from "./use-floor-view";

interface FloorBodyProps {
  readonly floor: FloorHead;
  /** Null while there is none: cards are what a floor is until it is drawn. */
  readonly plan: FloorPlan | null;
  readonly judged: readonly JudgedSpace[];
  readonly visitors: SiteVisitors | null;
  readonly floorView: FloorView;
  readonly isPhone: boolean;
  /** When and on whose clock it is looked at. */
  readonly now: number;
  readonly timeZone: string;
}

/** Plan or cards, two equal views of the same facts; on a phone the plan stands above the list. */
export function FloorBody({ floor, plan, judged, visitors, floorView, isPhone, now, timeZone }: FloorBodyProps) {
  const { choice, choose, layout, lay, selectedId, open } = floorView;
  const isOnPlan = plan !== null && layout !== "cards";
  const filter = choice.state;
  const view: CardView = { now, timeZone, selectedId, filter, onOpen: open };
  const tools = plan && !isPhone && <LayoutSwitch layout={isOnPlan ? "plan" : "cards"} onLayout={lay} />;
  const live = isOnPlan && (
    <LivePlan key={floor.id} floor={floor} plan={plan} judged={judged} view={view} isPhone={isPhone} />
  );
  if (live && !isPhone) {
    return (
      <>
        <VisuallyHidden component="h1">
          {floor.name}, {floor.building.name}
        </VisuallyHidden>
        <FloorFigures
          figures={floorFigures(judged, now)}
          visitors={visitors}
          now={now}
          timeZone={timeZone}
          tools={tools}
        />
        {live}
      </>
    );
  }
  return (
    <>
      {live}
      <FloorCards
        floor={floor}
        judged={judged}
        choice={isPhone ? choice : null}
        visitors={visitors}
        pills={isPhone && <FloorPills pills={floorPills(judged, choice)} chosen={choice} onChoose={choose} />}
        tools={tools}
        view={isPhone ? { ...view, filter: null } : view}
      />
    </>
  );
}
