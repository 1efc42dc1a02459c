import { useState } from "react";
import { PlanView } from "@/components/plan/PlanView";
import type { PlanShapeProps } from "@/components/plan/plan-shape-props";
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
            return one ? withDesks(drawn(faceOf(one, view)), one, judged) : null;
          }}
          onOpen={({ spaceId }) => spaceId !== null && view.onOpen(spaceId)}
          compact={isPhone}
          deskWords={(desks) => deskWords(desks.flatMap((desk) => judgedAt(desk) ?? []))}
        />
      </div>
      {isPhone ? null : <OffPlan spaces={judged.filter(({ space }) => !onPlan.has(space.id))} view={view} />}
    </div>
  );
}

const freeOf = (desks: readonly JudgedSpace[]) => desks.filter(({ verdict }) => verdict.state === "free").length;

const deskWords = (desks: readonly JudgedSpace[]) => `${freeOf(desks)} of ${desks.length} free`;

/** A zone without a sensor of its own says what its desks say. */
function withDesks(face: PlanShapeProps, { space, verdict }: JudgedSpace, judged: readonly JudgedSpace[]) {
  if (space.kind !== "zone" || verdict.state !== "unmonitored") return face;
  const desks = judged.filter((one) => one.space.kind === "desk" && one.space.parentId === space.id);
  return desks.length === 0 ? face : { ...face, value: deskWords(desks) };
}
