import polygonClipping from "polygon-clipping";
import type { Point, Shape } from "./floor-plan";
import { areaOf } from "./plan-polygon";

/** Shapes that share less than this part of the smaller one were meant to touch. */
const TOLERATED = 0.02;

interface Box {
  readonly shape: Shape;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(shape: Shape): Box {
  const xs = shape.points.map(([x]) => x);
  const ys = shape.points.map(([, y]) => y);
  return { shape, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Pairs of the shapes that lie on each other by more than a drawing's inaccuracy. */
export function overlapsAmong(shapes: readonly Shape[]): [Shape, Shape][] {
  const boxes = shapes.map(boxOf).sort((a, b) => a.left - b.left);
  const pairs: [Shape, Shape][] = [];
  for (const [index, a] of boxes.entries()) {
    for (let next = index + 1; next < boxes.length; next++) {
      const b = boxes[next] as Box;
      if (b.left >= a.right) break;
      if (b.top < a.bottom && b.bottom > a.top && overlap(a.shape, b.shape)) pairs.push([a.shape, b.shape]);
    }
  }
  return pairs;
}

function overlap(a: Shape, b: Shape): boolean {
  const smaller = Math.min(areaOf(a.points), areaOf(b.points));
  return smaller > 0 && sharedArea(a.points, b.points) > TOLERATED * smaller;
}

function sharedArea(a: readonly Point[], b: readonly Point[]): number {
  try {
    const shared = polygonClipping.intersection([[...a]], [[...b]]);
    return shared.reduce((sum, [outline = [], ...holes]) => {
      const cut = holes.reduce((area, hole) => area + areaOf(hole), 0);
      return sum + areaOf(outline) - cut;
    }, 0);
  } catch {
    return 0; // outlines that cross themselves within rounding; nothing honest can be said about them
  }
}
