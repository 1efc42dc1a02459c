import { useState } from "react";
import { PlanView } from "@/components/plan/PlanView";
import type { FloorHead } from "@/lib/core/floor";
import type { FloorPlan, Shape } from "@/lib/core/floor-plan";
import type { JudgedSpace } from "./group-spaces";
import classes from "./LivePlan.module.css";
import { OffPlan } from "./OffPlan";
import { planFaces } from "./plan-faces";
import { type CardView, faceOf } from "./space-face";

interface LivePlanProps {
  readonly floor: FloorHead;
  readonly plan: FloorPlan;
  readonly judged: readonly JudgedSpace[];
  readonly view: CardView;
  /** On a phone a list of all spaces stands below it. */
  readonly isPhone: boolean;
}

/** The floor as its plan, each space in the colour of its state. */
export function LivePlan({ floor, plan, judged, view, isPhone }: LivePlanProps) {
  const [drawn] = useState(planFaces);
  const spaces = new Map(judged.map((one) => [one.space.id, one]));
  const judgedAt = (shape: Shape) => (shape.spaceId === null ? undefined : spaces.get(shape.spaceId));
  const onPlan = new Set(plan.shapes.map(({ spaceId }) => spaceId));
  return (
    <div className={classes.floor} data-phone={isPhone || undefined}>
      <div className={classes.stage}>
        <PlanView
          floorId={floor.id}
          plan={plan}
          label={`${floor.name}, floor plan`}
          shapeProps={(shape) => {
            const one = judgedAt(shape);
            return one ? drawn(faceOf(one, view)) : null;
          }}
          onOpen={({ spaceId }) => spaceId !== null && view.onOpen(spaceId)}
          compact={isPhone}
        />
      </div>
      {isPhone ? null : <OffPlan spaces={judged.filter(({ space }) => !onPlan.has(space.id))} view={view} />}
    </div>
  );
}
