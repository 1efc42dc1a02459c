import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";
import { PlanView } from "@/components/plan/PlanView";
import { useText } from "@/components/text/TextProvider";
import type { FloorHead } from "@/lib/core/floor";
import type { FloorPlan, Point, Shape } from "@/lib/core/floor-plan";
import type { Text } from "@/lib/core/text";
import type { CardView } from "./card-view";
import type { DrawnSpace } from "./drawn-space";
import { flaggedFace } from "./flagged-face";
import classes from "./LivePlan.module.css";

const OffPlan = dynamic(() => import("./OffPlan").then((module) => module.OffPlan), { loading: () => null });

interface LivePlanProps {
  readonly floor: FloorHead;
  readonly plan: FloorPlan;
  readonly drawn: readonly DrawnSpace[];
  readonly view: CardView;
  /** Ids of spaces that are looked at together, and what Shift does to one. */
  readonly picked?: ReadonlySet<string> | undefined;
  readonly onPick?: ((spaceId: string) => void) | undefined;
  /** Stands over the plan. */
  readonly children?: ReactNode;
  /** On a phone a list of all spaces stands below it. */
  readonly isPhone: boolean;
  /** Zones without a sensor say what their desks say. */
  readonly hasDeskWords: boolean;
  /** Read from across the room: large letters, and nothing to press. */
  readonly isWall?: boolean | undefined;
  /** Where the screen hangs that shows this, in parts of the plan's frame. */
  readonly here?: Point | null | undefined;
}

/** The floor as its plan, each space as it looks now. */
export function LivePlan(props: LivePlanProps) {
  const { floor, plan, drawn, view, picked, onPick, isPhone, hasDeskWords, isWall, here } = props;
  const t = useText();
  const onPlan = useMemo(() => new Set(plan.shapes.map(({ spaceId }) => spaceId)), [plan]);
  const byId = new Map(drawn.map((one) => [one.space.id, one]));
  const desks = Map.groupBy(
    hasDeskWords ? drawn.filter(({ space }) => space.kind === "desk") : [],
    ({ space }) => space.parentId,
  );
  const offPlan = drawn.filter(({ space }) => !onPlan.has(space.id));
  const drawnAt = (shape: Shape) => (shape.spaceId === null ? undefined : byId.get(shape.spaceId));
  return (
    <div className={classes.floor} data-wall={isWall || undefined}>
      <div className={classes.stage}>
        <PlanView
          floorId={floor.id}
          plan={plan}
          label={t("{name}, floor plan", { name: floor.name })}
          shapeProps={(shape) => {
            const one = drawnAt(shape);
            if (!one) return null;
            return flaggedFace(one.face, {
              selected: view.selectedId === one.space.id,
              dimmed: view.isDimmed(one),
              picked: picked?.has(one.space.id) ?? false,
              words: zoneWords(one, desks.get(one.space.id), t),
            });
          }}
          onOpen={({ spaceId }) => spaceId !== null && view.onOpen(spaceId)}
          onPick={onPick && (({ spaceId }) => spaceId !== null && onPick(spaceId))}
          compact={isPhone}
          isWall={isWall}
          here={here}
          deskWords={
            hasDeskWords
              ? (shapes) =>
                  deskWords(
                    shapes.flatMap((desk) => drawnAt(desk) ?? []),
                    t,
                  )
              : undefined
          }
        />
        {props.children}
      </div>
      {isPhone || offPlan.length === 0 ? null : <OffPlan spaces={offPlan} view={view} />}
    </div>
  );
}

const freeOf = (desks: readonly DrawnSpace[]) => desks.filter(({ verdict }) => verdict.state === "free").length;

const deskWords = (desks: readonly DrawnSpace[], t: Text) =>
  t("{free} of {all} free", { free: freeOf(desks), all: desks.length });

function zoneWords({ space, verdict }: DrawnSpace, desks: readonly DrawnSpace[] | undefined, t: Text): string | null {
  return space.kind === "zone" && verdict.state === "unmonitored" && desks ? deskWords(desks, t) : null;
}
