import type { XY } from "./frame";

/** Axis-aligned, in units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box turned about its centre by `angle`, degrees clockwise. */
export interface TurnedBox {
  readonly centre: XY;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

export const distance = ([ax, ay]: XY, [bx, by]: XY): number => Math.hypot(bx - ax, by - ay);
export const plus = ([ax, ay]: XY, [bx, by]: XY): XY => [ax + bx, ay + by];
export const minus = ([ax, ay]: XY, [bx, by]: XY): XY => [ax - bx, ay - by];
export const between = ([ax, ay]: XY, [bx, by]: XY): XY => [(ax + bx) / 2, (ay + by) / 2];
/** Degrees clockwise from the x axis. */
export const angleOf = ([x, y]: XY): number => (Math.atan2(y, x) * 180) / Math.PI;

/** The point turned about another, degrees clockwise. */
export function turn(point: XY, about: XY, degrees: number): XY {
  const radians = (degrees * Math.PI) / 180;
  const [dx, dy] = minus(point, about);
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return [about[0] + dx * cos - dy * sin, about[1] + dx * sin + dy * cos];
}

/** The smallest box around points; an empty one at the origin for none. */
export function boundsOf(points: readonly XY[]): Box {
  if (points.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The box between two opposite corners. */
export const boxBetween = (a: XY, b: XY): Box => boundsOf([a, b]);

export const centreOf = ({ x, y, width, height }: Box): XY => [x + width / 2, y + height / 2];

/** Corners of a box, clockwise from the top left. */
export const cornersOf = ({ x, y, width, height }: Box): readonly XY[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** Corners of a turned box, clockwise from what is the top left at angle 0. */
export function turnedCorners({ centre, width, height, angle }: TurnedBox): readonly XY[] {
  const upright = { x: centre[0] - width / 2, y: centre[1] - height / 2, width, height };
  return cornersOf(upright).map((corner) => turn(corner, centre, angle));
}

/** Do two boxes share any point? */
export const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** The point of a line from a to b that is nearest to another. */
export function nearestOn(point: XY, a: XY, b: XY): XY {
  const [dx, dy] = minus(b, a);
  const length = dx * dx + dy * dy;
  if (length === 0) return a;
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return [a[0] + part * dx, a[1] + part * dy];
}

/** The lines between points, in order; closed joins the last with the first. */
export function linesOf(points: readonly XY[], closed: boolean): readonly (readonly [XY, XY])[] {
  const ends = closed ? [...points.slice(1), ...points.slice(0, 1)] : points.slice(1);
  return ends.flatMap((end, index) => {
    const start = points[index];
    return start ? [[start, end] as const] : [];
  });
}

/** Brings an angle into −45 (left out) to 45: a box turned by 90° is the same box. */
function smallAngle(degrees: number): { angle: number; quarters: number } {
  const quarters = Math.ceil((degrees - 45) / 90);
  const angle = degrees - quarters * 90;
  return { angle: Math.abs(angle) < 1e-3 ? 0 : angle, quarters };
}

/** The turned box that four corners make; null when they make none. Corners may be off by `slack` units. */
export function rectangleOf(points: readonly XY[], slack = 0.5): TurnedBox | null {
  const [a, b, c, d] = points;
  if (points.length !== 4 || !a || !b || !c || !d) return null;
  if (distance(minus(b, a), minus(c, d)) > slack) return null;
  const [side, next] = [distance(a, b), distance(b, c)];
  if (side < slack || next < slack) return null;
  const [ux, uy] = minus(b, a);
  const [vx, vy] = minus(c, b);
  if (Math.abs(ux * vx + uy * vy) / Math.max(side, next) > slack) return null;
  const { angle, quarters } = smallAngle(angleOf(minus(b, a)));
  const swapped = Math.abs(quarters) % 2 === 1;
  return { centre: between(a, c), width: swapped ? next : side, height: swapped ? side : next, angle };
}
