import { Button, Input, Select } from "@mantine/core";
import { type MouseEvent, useState } from "react";
import { PlanView } from "@/components/plan/PlanView";
import { PLAIN_SHAPE } from "@/components/plan/plan-shape-props";
import { useText } from "@/components/text/TextProvider";
import { useFloorNames } from "@/lib/client/use-kiosk";
import { usePlanOf } from "@/lib/client/use-places";
import type { Point, Shape } from "@/lib/core/floor-plan";
import type { KioskPlace } from "@/lib/core/kiosk";
import type { FloorChoice } from "./floor-choice";
import classes from "./Kiosks.module.css";

interface KioskHereProps {
  readonly here: KioskPlace | null;
  /** That the screen shows. */
  readonly floors: readonly FloorChoice[];
  readonly onChange: (here: KioskPlace | null) => void;
}

/** Where the screen hangs: a point on the plan of one of its floors, or none. */
export function KioskHere({ here, floors, onChange }: KioskHereProps) {
  const t = useText();
  const [chosen, choose] = useState(here?.floorId ?? null);
  const floor = floors.find(({ id }) => id === chosen) ?? floors[0];
  if (!floor) return null;
  const set = ([x, y]: Point) => onChange({ floorId: floor.id, x, y });
  return (
    <Input.Wrapper
      labelElement="div"
      label={t("You are here")}
      description={t("Where the screen hangs. Click on the plan, or choose a room with the keyboard.")}
    >
      <div className={classes.here}>
        {floors.length > 1 ? (
          <Select
            aria-label={t("Floor the screen hangs on")}
            data={floors.map(({ id, name }) => ({ value: id, label: name }))}
            value={floor.id}
            allowDeselect={false}
            onChange={choose}
          />
        ) : null}
        <PointOnPlan floor={floor} point={here?.floorId === floor.id ? [here.x, here.y] : null} onPoint={set} />
        {here ? (
          <Button variant="subtle" size="compact-sm" className={classes.remove ?? ""} onClick={() => onChange(null)}>
            {t("Remove the mark")}
          </Button>
        ) : null}
      </div>
    </Input.Wrapper>
  );
}

interface PointOnPlanProps {
  readonly floor: FloorChoice;
  readonly point: Point | null;
  readonly onPoint: (point: Point) => void;
}

function PointOnPlan({ floor, point, onPoint }: PointOnPlanProps) {
  const t = useText();
  const published = usePlanOf(floor.id);
  const names = useFloorNames(floor.id);
  if (published === undefined) return <p className={classes.quiet}>{t("One moment")}</p>;
  if (published === null) return <p className={classes.quiet}>{t("This floor has no plan yet.")}</p>;
  const click = (event: MouseEvent<HTMLDivElement>) => {
    const clicked = pointAt(event);
    if (!clicked) return;
    event.stopPropagation(); // exactly there, not the middle of the room
    onPoint(clicked);
  };
  return (
    <div className={classes.herePlan} onClickCapture={click}>
      <PlanView
        floorId={floor.id}
        plan={published.plan}
        label={t("{floor}, plan", { floor: floor.name })}
        shapeProps={({ kind, spaceId }) => {
          const name = (spaceId === null ? undefined : names.get(spaceId)) ?? "";
          return kind === "desk" ? null : { ...PLAIN_SHAPE, name, sentence: t("{name}, mark here", { name }) };
        }}
        onOpen={(shape) => onPoint(middleOfShape(shape))}
        here={point}
      />
    </div>
  );
}

/** Where on the plan's paper somebody clicked; null beside it, or on a button over it. */
function pointAt({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDivElement>): Point | null {
  const paper = currentTarget.querySelector("[data-paper]")?.getBoundingClientRect();
  if (!paper || !(target instanceof Element && target.closest("[data-stage]"))) return null;
  const x = (clientX - paper.left) / paper.width;
  const y = (clientY - paper.top) / paper.height;
  return x < 0 || x > 1 || y < 0 || y > 1 ? null : [x, y];
}

function middleOfShape({ points }: Shape): Point {
  const within = (sum: number) => Math.min(1, Math.max(0, sum / points.length));
  return [within(points.reduce((sum, [x]) => sum + x, 0)), within(points.reduce((sum, [, y]) => sum + y, 0))];
}
