import type { Point, Shape } from "./floor-plan";

/** A plan is drawn this wide, whatever its real size: the unit of every length here and of the design's stroke widths. */
export const PLAN_WIDTH = 1600;

/** Height of a plan's frame, units. */
export const planHeight = (aspect: number) => PLAN_WIDTH / aspect;

/** A place in the frame, units from its top left. */
export type Spot = readonly [x: number, y: number];

/** A rectangle in the frame, units. */
export interface PlanBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The corners of a shape, units. */
export function spotsOf(shape: Pick<Shape, "points">, aspect: number): Spot[] {
  return shape.points.map(([x, y]: Point) => [x * PLAN_WIDTH, y * planHeight(aspect)]);
}

export function boundsOf(spots: readonly Spot[]): PlanBox {
  const xs = spots.map(([x]) => x);
  const ys = spots.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export const middleOf = ({ left, top, width, height }: PlanBox): Spot => [left + width / 2, top + height / 2];

/** The edges of a closed outline. */
function edgesOf(outline: readonly Spot[]): [Spot, Spot][] {
  return outline.map((spot, i) => [spot, outline[(i + 1) % outline.length] ?? spot]);
}

/** Is a place inside a closed outline? */
export function isInside(outline: readonly Spot[], [x, y]: Spot): boolean {
  const crossed = edgesOf(outline).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax),
  );
  return crossed.length % 2 === 1;
}

/** Twice the area; positive when the corners go clockwise on the screen. */
const turnOf = (outline: readonly Spot[]) =>
  edgesOf(outline).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0);

/** Area of a closed outline, square units. */
export const areaOf = (outline: readonly Spot[]) => Math.abs(turnOf(outline)) / 2;

/** The middle of the area of a closed outline; the middle of its bounds when it has no area. It may lie outside. */
export function centroidOf(outline: readonly Spot[]): Spot {
  const turn = turnOf(outline);
  if (Math.abs(turn) < 1e-6) return middleOf(boundsOf(outline));
  let [x, y] = [0, 0];
  for (const [[ax, ay], [bx, by]] of edgesOf(outline)) {
    const cross = ax * by - bx * ay;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [x / (3 * turn), y / (3 * turn)];
}

/** How far one can go left and right of a place without leaving the outline; the shorter of the two, units. */
function reach(edges: readonly [Spot, Spot][], [x, y]: Spot): number {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [[ax, ay], [bx, by]] of edges) {
    if (ay > y === by > y) continue;
    const at = ax + ((y - ay) / (by - ay)) * (bx - ax);
    if (at >= x) right = Math.min(right, at - x);
    else left = Math.min(left, x - at);
  }
  const short = Math.min(left, right);
  return Number.isFinite(short) ? short : 0;
}

const GRID = 11;
/** Tried heights, in parts of the bounds, the tallest first. */
const HEIGHTS = [0.96, 0.75, 0.5, 0.3, 0.15] as const;
/** Words are wider than high: room beyond this many times the height is of no use. */
const USEFUL_RATIO = 3;

/** What room of a size is worth to words. */
const worthOf = (width: number, height: number) => Math.min(width, USEFUL_RATIO * height) * height;

/**
 * The roomiest upright rectangle for words inside an outline, as near its middle as that allows. Most places are passed
 * over unmeasured: not even the bounds would leave them more than what was found.
 */
export function labelBox(outline: readonly Spot[]): PlanBox {
  const bounds = boundsOf(outline);
  const edges = edgesOf(outline);
  const middle = centroidOf(outline);
  const spread = Math.hypot(bounds.width, bounds.height) || 1;
  let best = { box: bounds, worth: 0 };
  for (const [x, y] of [middle, ...gridOf(bounds)]) {
    const nearness = 1 - (0.5 * Math.hypot(x - middle[0], y - middle[1])) / spread;
    const widest = 2 * Math.min(x - bounds.left, bounds.left + bounds.width - x);
    const tallest = bounds.height * HEIGHTS[0];
    if (worthOf(widest, tallest) * nearness <= best.worth || !isInside(outline, [x, y])) continue;
    for (const part of HEIGHTS) {
      const height = bounds.height * part;
      if (worthOf(widest, height) * nearness <= best.worth) break; // and lower ones are worth less
      const width = widthAt(edges, [x, y], height);
      const worth = worthOf(width, height) * nearness;
      if (worth > best.worth) best = { worth, box: { left: x - width / 2, top: y - height / 2, width, height } };
    }
  }
  return best.box;
}

/** How wide a rectangle of a height around a place may be. */
function widthAt(edges: readonly [Spot, Spot][], [x, y]: Spot, height: number): number {
  // A hair inside, so that a corner at exactly this height belongs to the outline.
  const lines = [-0.499, -0.25, 0, 0.25, 0.499].map((of) => y + of * height);
  return 2 * Math.min(...lines.map((line) => reach(edges, [x, line])));
}

function gridOf({ left, top, width, height }: PlanBox): Spot[] {
  const steps = Array.from({ length: GRID }, (_, i) => (i + 0.5) / GRID);
  return steps.flatMap((across) => steps.map((down): Spot => [left + across * width, top + down * height]));
}

const overlap = (a: PlanBox, b: PlanBox) =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top));

export interface PlacedBox {
  readonly box: PlanBox;
  /** It covers nothing and stays inside. */
  readonly isFree: boolean;
}

/** Where a sign of a size covers least of what stands in an outline, as near its middle as that allows. */
export function placeSign(
  outline: readonly Spot[],
  size: { readonly width: number; readonly height: number },
  obstacles: readonly PlanBox[],
): PlacedBox {
  const middle = centroidOf(outline);
  const around = ([x, y]: Spot): PlanBox => ({ left: x - size.width / 2, top: y - size.height / 2, ...size });
  let best = { box: around(middle), cost: Number.POSITIVE_INFINITY, isFree: false };
  for (const spot of [middle, ...gridOf(boundsOf(outline))]) {
    const box = around(spot);
    const out = cornersOf(box).filter((corner) => !isInside(outline, corner)).length;
    const covered = obstacles.reduce((sum, obstacle) => sum + overlap(box, obstacle), 0);
    const cost =
      covered * 100 + out * size.width * size.height * 20 + Math.hypot(spot[0] - middle[0], spot[1] - middle[1]);
    if (cost < best.cost) best = { box, cost, isFree: covered === 0 && out === 0 };
  }
  return { box: best.box, isFree: best.isFree };
}

const cornersOf = ({ left, top, width, height }: PlanBox): Spot[] => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];

/** The outline drawn smaller by a distance (units) on every side, so that an edge lies inside a wall. */
export function insetOf(outline: readonly Spot[], distance: number): Spot[] {
  const inward = Math.sign(turnOf(outline)) * distance;
  const lines = edgesOf(outline)
    .filter(([a, b]) => Math.hypot(b[0] - a[0], b[1] - a[1]) > 1e-6)
    .map(([a, b]) => shifted(a, b, inward));
  return lines.map((line, i) => crossing(lines.at(i - 1) ?? line, line));
}

type Line = readonly [from: Spot, along: Spot];

function shifted([ax, ay]: Spot, [bx, by]: Spot, distance: number): Line {
  const length = Math.hypot(bx - ax, by - ay);
  const along: Spot = [(bx - ax) / length, (by - ay) / length];
  return [[ax - along[1] * distance, ay + along[0] * distance], along];
}

function crossing([[ax, ay], [aw, ah]]: Line, [[bx, by], [bw, bh]]: Line): Spot {
  const across = aw * bh - ah * bw;
  if (Math.abs(across) < 1e-6) return [bx, by];
  const far = ((bx - ax) * bh - (by - ay) * bw) / across;
  return [ax + aw * far, ay + ah * far];
}

const brief = (value: number) => Math.round(value * 100) / 100;

/** A path of straight lines, for the `d` of an SVG path. */
export function pathOf(spots: readonly Spot[], isClosed: boolean): string {
  const lines = spots.map(([x, y], i) => `${i === 0 ? "M" : "L"}${brief(x)} ${brief(y)}`).join("");
  return isClosed ? `${lines}Z` : lines;
}

/** A closed path whose corners are round, as far as its sides are long enough; `radius` in units. */
export function roundPath(spots: readonly Spot[], radius: number): string {
  const corners = spots.map((corner, i) => {
    const before = spots.at(i - 1) ?? corner;
    const after = spots[(i + 1) % spots.length] ?? corner;
    return [towards(corner, before, radius), corner, towards(corner, after, radius)] as const;
  });
  const drawn = corners.map(([from, [x, y], to], i) => {
    const start = `${i === 0 ? "M" : "L"}${brief(from[0])} ${brief(from[1])}`;
    return `${start}Q${brief(x)} ${brief(y)} ${brief(to[0])} ${brief(to[1])}`;
  });
  return `${drawn.join("")}Z`;
}

function towards([x, y]: Spot, [ox, oy]: Spot, distance: number): Spot {
  const length = Math.hypot(ox - x, oy - y);
  const part = length === 0 ? 0 : Math.min(0.5, distance / length);
  return [x + (ox - x) * part, y + (oy - y) * part];
}

/** Groups what stands together: the middles of two groups are never nearer than `distance`. Answers the members' indexes. */
export function clustersOf(spots: readonly Spot[], distance: number): number[][] {
  let groups = spots.map((spot, i) => ({ middle: spot, members: [i] }));
  for (;;) {
    const merged: typeof groups = [];
    for (const group of groups) {
      const near = merged.find(({ middle: [x, y] }) => Math.hypot(x - group.middle[0], y - group.middle[1]) < distance);
      if (!near) {
        merged.push({ ...group });
        continue;
      }
      const [old, added] = [near.members.length, group.members.length];
      const mean = (a: number, b: number) => (a * old + b * added) / (old + added);
      near.middle = [mean(near.middle[0], group.middle[0]), mean(near.middle[1], group.middle[1])];
      near.members = [...near.members, ...group.members];
    }
    if (merged.length === groups.length) return merged.map(({ members }) => members);
    groups = merged;
  }
}

/** A door: its leaf standing open at a right angle, and the arc it sweeps. */
export function doorPath([hx, hy]: Spot, [lx, ly]: Spot): string {
  const radius = brief(Math.hypot(lx - hx, ly - hy));
  const open: Spot = [hx + (ly - hy), hy - (lx - hx)];
  return `${pathOf([[hx, hy], open], false)}A${radius} ${radius} 0 0 1 ${brief(lx)} ${brief(ly)}`;
}
