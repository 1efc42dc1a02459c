import { type FloorPlan, isSpaceShape, type Shape } from "@/lib/core/floor-plan";
import {
  areaOf,
  boundsOf,
  insetOf,
  isInside,
  labelBox,
  middleOf,
  type PlanBox,
  pathOf,
  roundPath,
  type Spot,
  spotsOf,
} from "@/lib/core/plan-geometry";

/** The outline of a space with all that is worked out once per plan. Lengths are units. */
export interface PlanItem {
  readonly shape: Shape;
  readonly outline: readonly Spot[];
  readonly bounds: PlanBox;
  readonly path: string;
  /** The same a little smaller: the edge lies inside the wall. */
  readonly innerPath: string;
  /** The same a little larger: around the shape. */
  readonly outerPath: string;
  /** Where a zone's sign may stand, clear of its edge. */
  readonly signOutline: readonly Spot[];
  /** Where words have room; of a zone its sign finds its own place. */
  readonly labelBox: PlanBox;
  /** What a zone's sign must not cover. */
  readonly obstacles: readonly PlanBox[];
  /** Id of the zone or room a desk stands in. */
  readonly inside: string | null;
}

const INSET = { room: 4.25, zone: 9, desk: 1.5 } as const;
const CORNER = { room: 2, zone: 10, desk: 5 } as const;
const SIGN_AIR = 4;
const RING = -3;
const RING_CORNER = 6;
type SpaceShapeKind = keyof typeof INSET;

/** Largest first, so that what lies in another can be reached; then in reading order. */
function inOrder(a: PlanItem, b: PlanItem): number {
  const rank = { zone: 0, room: 1, desk: 2 } as const;
  const kinds = rank[a.shape.kind as SpaceShapeKind] - rank[b.shape.kind as SpaceShapeKind];
  return kinds || a.bounds.top - b.bounds.top || a.bounds.left - b.bounds.left;
}

/** The rooms, zones and desks of a plan, ready to be drawn. */
export function planItems({ shapes, aspect }: FloorPlan): PlanItem[] {
  const items = shapes
    .filter(({ kind, points }) => isSpaceShape(kind) && points.length > 2)
    .map((shape) => {
      const outline = spotsOf(shape, aspect);
      const kind = shape.kind as SpaceShapeKind;
      return {
        shape,
        outline,
        bounds: boundsOf(outline),
        path: pathOf(outline, true),
        innerPath: roundPath(insetOf(outline, INSET[kind]), CORNER[kind]),
        outerPath: roundPath(insetOf(outline, RING), RING_CORNER),
        signOutline: kind === "zone" ? insetOf(outline, INSET.zone + SIGN_AIR) : [],
        labelBox: shape.kind === "zone" ? boundsOf(outline) : labelBox(outline),
        obstacles: [],
        inside: null,
      };
    });
  return items.map((item) => withNeighbours(item, items)).sort(inOrder);
}

function withNeighbours(item: PlanItem, all: readonly PlanItem[]): PlanItem {
  const { kind } = item.shape;
  if (kind === "zone") {
    const others = all.filter(({ shape, bounds }) => shape.kind !== "zone" && isTouching(bounds, item.bounds));
    return { ...item, obstacles: others.map(({ bounds }) => bounds) };
  }
  if (kind !== "desk") return item;
  const holders = all.filter(({ shape, outline }) => shape.kind !== "desk" && isInside(outline, middleOf(item.bounds)));
  const [holder] = holders.toSorted((a, b) => areaOf(a.outline) - areaOf(b.outline));
  return { ...item, inside: holder?.shape.id ?? null };
}

const isTouching = (a: PlanBox, b: PlanBox) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
