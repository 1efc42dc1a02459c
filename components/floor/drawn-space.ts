import { planPattern } from "@/components/plan/plan-pattern";
import type { PlanShapeProps } from "@/components/plan/plan-shape-props";
import { COMFORT_METRICS } from "@/lib/core/air-limits";
import type { SpaceStateName } from "@/lib/core/space-state";
import type { Text } from "@/lib/core/text";
import type { JudgedSpace } from "./group-spaces";
import { type FaceView, faceOf, type SpaceFace } from "./space-face";
import type { Look } from "./views/look";
import { lookOf } from "./views/look-of";
import { withAlerts } from "./with-alerts";

/** A space with how it looks now: what cards, plan and table draw. Its plan face is the same with shorter words. */
export interface DrawnSpace extends JudgedSpace {
  readonly look: Look;
  readonly face: PlanShapeProps;
}

const isSame = (a: SpaceFace, b: SpaceFace): boolean =>
  (Object.keys(a) as (keyof SpaceFace)[]).every((key) => a[key] === b[key]);

interface Known {
  readonly judged: JudgedSpace;
  readonly view: FaceView;
  readonly face: SpaceFace;
  readonly drawn: DrawnSpace;
}

const MINUTE_MS = 60_000;
/** No zone changes its day within one. */
const QUARTER_MS = 15 * MINUTE_MS;
const TIMELESS: readonly SpaceStateName[] = ["free", "occupied", "over", "unknown", "unmonitored", "offline"];

/** Does a space say something that grows old by the minute? Else only the day of its clock times may change. */
const isTimeless = ({ space, verdict }: JudgedSpace, { show }: FaceView) =>
  show === "occupancy" && TIMELESS.includes(verdict.state) && !COMFORT_METRICS.some((metric) => space.metrics[metric]);

const isSameTime = (judged: JudgedSpace, view: FaceView, now: number) => {
  const step = isTimeless(judged, view) ? QUARTER_MS : MINUTE_MS;
  return Math.floor(view.now / step) === Math.floor(now / step);
};

/** Was it looked at in the same way? The age of the silent does not change with the clock's minute. */
const isUpToDate = ({ judged, view }: Known, next: JudgedSpace, at: FaceView) =>
  judged === next &&
  judged.verdict.state !== "stale" &&
  isSameTime(judged, view, at.now) &&
  view.show === at.show &&
  view.limitsOf === at.limitsOf &&
  view.utilizationOf === at.utilizationOf &&
  view.timeZone === at.timeZone;

/** Remembers how each space was drawn: what has not changed is not put into words again, and stays the same object. */
export function spaceDrawer(t: Text): (judged: readonly JudgedSpace[], view: FaceView) => DrawnSpace[] {
  const known = new Map<string, Known>();
  return (judged, view) =>
    judged.map((one) => {
      const old = known.get(one.space.id);
      if (old && isUpToDate(old, one, view)) return old.drawn;
      const face = faceOf(one, view);
      const drawn = old && isSame(old.face, face) ? old.drawn : draw(one, face, t);
      known.set(one.space.id, { judged: one, view, face, drawn });
      return drawn;
    });
}

function draw(judged: JudgedSpace, face: SpaceFace, t: Text): DrawnSpace {
  const look = withAlerts(lookOf(face, t), judged.space.openAlerts, face.show, t);
  const { paint, icon, key, value, note, sentence, trouble, alertId } = look;
  return {
    ...judged,
    look,
    face: {
      fill: paint.fill,
      stroke: paint.stroke,
      ink: paint.text,
      pattern: planPattern(paint.pattern),
      edge: paint.borderStyle,
      edgeWidth: key === "over" ? 4 : 1.5,
      icon,
      name: judged.space.name,
      value,
      detail: note,
      sentence,
      severity: trouble?.severity,
      pinHref: alertId === undefined ? undefined : `/alerts?alert=${alertId}`,
      state: key,
    },
  };
}
