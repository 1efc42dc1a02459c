import { isSpaceShape, type Shape } from "./floor-plan";
import { areaOf, contains, middleOf } from "./plan-polygon";
import { PARENT_KINDS, type SpaceKind } from "./space";

/** Rooms before zones before desks: a space must be there before what stands in it. */
const ORDER: readonly SpaceKind[] = ["room", "zone", "desk"];

/** The shapes of spaces, in the order in which their spaces can be made. */
export const inOrderOfMaking = (shapes: readonly Shape[]): Shape[] =>
  ORDER.flatMap((kind) => shapes.filter((shape) => shape.kind === kind));

/** The smallest shape around the middle of this one in whose space its own may stand; null for the floor itself. */
export function holderOf(shape: Shape, shapes: readonly Shape[]): Shape | null {
  if (!isSpaceShape(shape.kind)) return null;
  const holders: readonly string[] = PARENT_KINDS[shape.kind];
  const middle = middleOf(shape.points);
  const around = shapes.filter(
    ({ id, kind, points }) => id !== shape.id && holders.includes(kind) && contains(points, middle),
  );
  return around.sort((a, b) => areaOf(a.points) - areaOf(b.points))[0] ?? null;
}
