import type { Shape } from "../floor-plan";
import { type Frame, pointsOf, type XY } from "./frame";
import { type Box, boundsOf, centreOf, cornersOf, distance, linesOf, nearestOn } from "./geometry";

/** Something upright (x) or level (y) to line up with, and how far it reaches on the other axis. */
interface Line {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What others offer to snap to, in units. */
export interface SnapTargets {
  readonly x: readonly Line[];
  readonly y: readonly Line[];
  readonly corners: readonly XY[];
  readonly slants: readonly (readonly [XY, XY])[];
}

export interface SnapOptions {
  /** How near is near enough, units. */
  readonly reach: number;
  /** Step of the grid, units; null for none. */
  readonly grid: number | null;
}

/** A dashed line that says what was lined up. */
export interface Guide extends Line {
  readonly axis: "x" | "y";
}

export interface Snapped {
  readonly at: XY;
  readonly guides: readonly Guide[];
}

export const NO_TARGETS: SnapTargets = { x: [], y: [], corners: [], slants: [] };

const isSlanted = ([[ax, ay], [bx, by]]: readonly [XY, XY]) => Math.abs(ax - bx) > 0.5 && Math.abs(ay - by) > 0.5;

/** What the given shapes and the frame offer to snap to. */
export function snapTargets(frame: Frame, shapes: readonly Shape[]): SnapTargets {
  const whole: Box = { x: 0, y: 0, width: frame.width, height: frame.height };
  const outlines = [
    { points: cornersOf(whole), closed: true },
    ...shapes.map((shape) => ({ points: pointsOf(frame, shape), closed: shape.kind !== "wall" })),
  ];
  const boxes = outlines.map(({ points }) => boundsOf(points));
  const upright = outlines.flatMap(({ points }, index) => uprights(points, boxes[index] ?? whole));
  const level = outlines.flatMap(({ points }, index) => levels(points, boxes[index] ?? whole));
  return {
    x: upright,
    y: level,
    corners: outlines.flatMap(({ points }) => points),
    slants: outlines.flatMap(({ points, closed }) => linesOf(points, closed).filter(isSlanted)),
  };
}

function uprights(points: readonly XY[], box: Box): Line[] {
  const places = new Set([...points.map(([x]) => x), centreOf(box)[0]]);
  return [...places].map((at) => ({ at, from: box.y, to: box.y + box.height }));
}

function levels(points: readonly XY[], box: Box): Line[] {
  const places = new Set([...points.map(([, y]) => y), centreOf(box)[1]]);
  return [...places].map((at) => ({ at, from: box.x, to: box.x + box.width }));
}

interface Pull {
  readonly by: number;
  readonly line: Line;
}

/** The smallest step that brings one of `places` onto a line; null when none is within reach. */
function pull(places: readonly number[], lines: readonly Line[], reach: number): Pull | null {
  let best: Pull | null = null;
  for (const line of lines)
    for (const place of places) {
      const by = line.at - place;
      if (Math.abs(by) <= (best ? Math.abs(best.by) - 1e-9 : reach)) best = { by, line };
    }
  return best;
}

const onGrid = (place: number, grid: number | null) => (grid === null ? 0 : Math.round(place / grid) * grid - place);

const guide = (axis: "x" | "y", line: Line, reach: readonly number[]): Guide => ({
  axis,
  at: line.at,
  from: Math.min(line.from, ...reach),
  to: Math.max(line.to, ...reach),
});

/** A point, drawn to a corner, else to what it lines up with, else to a slanted edge, else to the grid. */
export function snapPoint(point: XY, targets: SnapTargets, { reach, grid }: SnapOptions): Snapped {
  const corner = targets.corners
    .map((at) => ({ at, away: distance(at, point) }))
    .reduce<{ at: XY; away: number } | null>((best, one) => (one.away < (best?.away ?? reach) ? one : best), null);
  if (corner) return { at: corner.at, guides: [] };
  const x = pull([point[0]], targets.x, reach);
  const y = pull([point[1]], targets.y, reach);
  if (!x && !y) {
    const slant = targets.slants.map(([a, b]) => nearestOn(point, a, b)).find((near) => distance(near, point) < reach);
    if (slant) return { at: slant, guides: [] };
  }
  const at: XY = [point[0] + (x?.by ?? onGrid(point[0], grid)), point[1] + (y?.by ?? onGrid(point[1], grid))];
  return {
    at,
    guides: [...(x ? [guide("x", x.line, [at[1]])] : []), ...(y ? [guide("y", y.line, [at[0]])] : [])],
  };
}

/** How far a box goes when it is moved by `by`: its edges or its middle lined up, else its corner on the grid. */
export function snapMove(box: Box, by: XY, targets: SnapTargets, { reach, grid }: SnapOptions): Snapped {
  const moved = { ...box, x: box.x + by[0], y: box.y + by[1] };
  const places = (start: number, size: number) => [start, start + size / 2, start + size];
  const x = pull(places(moved.x, moved.width), targets.x, reach);
  const y = pull(places(moved.y, moved.height), targets.y, reach);
  const at: XY = [by[0] + (x?.by ?? onGrid(moved.x, grid)), by[1] + (y?.by ?? onGrid(moved.y, grid))];
  const [left, top] = [box.x + at[0], box.y + at[1]];
  return {
    at,
    guides: [
      ...(x ? [guide("x", x.line, [top, top + box.height])] : []),
      ...(y ? [guide("y", y.line, [left, left + box.width])] : []),
    ],
  };
}
