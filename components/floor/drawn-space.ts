import { planPattern } from "@/components/plan/plan-pattern";
import type { PlanShapeProps } from "@/components/plan/plan-shape-props";
import type { Text } from "@/lib/core/text";
import type { JudgedSpace } from "./group-spaces";
import { type FaceView, faceOf, type SpaceFace } from "./space-face";
import type { Look } from "./views/look";
import { lookOf } from "./views/look-of";

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
const minuteOf = ({ now }: FaceView) => Math.floor(now / MINUTE_MS);

/** Was it looked at in the same way? Only the silent show an age that does not change with the clock's minute. */
const isUpToDate = ({ judged, view }: Known, next: JudgedSpace, at: FaceView) =>
  judged === next &&
  judged.verdict.state !== "stale" &&
  minuteOf(view) === minuteOf(at) &&
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
  const look = lookOf(face, t);
  const { paint, icon, key, value, note, sentence, trouble } = look;
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
      state: key,
    },
  };
}
