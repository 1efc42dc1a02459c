import type { Shape } from "../floor-plan";
import { type Frame, pointsOf, withPoints, type XY } from "./frame";
import { type Box, boundsOf, plus } from "./geometry";

export type Edge = "left" | "centre" | "right" | "top" | "middle" | "bottom";

const boxOf = (frame: Frame, shape: Shape): Box => boundsOf(pointsOf(frame, shape));

const moved = (frame: Frame, shape: Shape, by: XY): Shape =>
  by[0] === 0 && by[1] === 0
    ? shape
    : withPoints(
        frame,
        shape,
        pointsOf(frame, shape).map((point) => plus(point, by)),
      );

function stepTo(edge: Edge, box: Box, all: Box): XY {
  switch (edge) {
    case "left":
      return [all.x - box.x, 0];
    case "centre":
      return [all.x + all.width / 2 - (box.x + box.width / 2), 0];
    case "right":
      return [all.x + all.width - (box.x + box.width), 0];
    case "top":
      return [0, all.y - box.y];
    case "middle":
      return [0, all.y + all.height / 2 - (box.y + box.height / 2)];
    case "bottom":
      return [0, all.y + all.height - (box.y + box.height)];
  }
}

/** The shapes with one edge (or middle) in line, at that of all of them together. */
export function alignShapes(frame: Frame, shapes: readonly Shape[], edge: Edge): readonly Shape[] {
  const all = boundsOf(shapes.flatMap((shape) => pointsOf(frame, shape)));
  return shapes.map((shape) => moved(frame, shape, stepTo(edge, boxOf(frame, shape), all)));
}

/** The shapes with equal gaps between them; the outermost two stay. */
export function distributeShapes(frame: Frame, shapes: readonly Shape[], axis: "x" | "y"): readonly Shape[] {
  if (shapes.length < 3) return shapes;
  const size = axis === "x" ? "width" : "height";
  const inOrder = shapes
    .map((shape) => ({ shape, box: boxOf(frame, shape) }))
    .sort((a, b) => a.box[axis] - b.box[axis]);
  const all = boundsOf(shapes.flatMap((shape) => pointsOf(frame, shape)));
  const taken = inOrder.reduce((sum, { box }) => sum + box[size], 0);
  const gap = (all[size] - taken) / (shapes.length - 1);
  let next = all[axis];
  const placed = new Map<string, Shape>();
  for (const { shape, box } of inOrder) {
    const by = next - box[axis];
    placed.set(shape.id, moved(frame, shape, axis === "x" ? [by, 0] : [0, by]));
    next += box[size] + gap;
  }
  return shapes.map((shape) => placed.get(shape.id) ?? shape);
}
