import type { XY } from "./frame";
import { minus, plus, type TurnedBox, turn } from "./geometry";

/** A handle of a box: −1 left or top, 0 in the middle, 1 right or bottom. */
export interface Handle {
  readonly u: -1 | 0 | 1;
  readonly v: -1 | 0 | 1;
}

export const HANDLES: readonly Handle[] = [
  { u: -1, v: -1 },
  { u: 0, v: -1 },
  { u: 1, v: -1 },
  { u: 1, v: 0 },
  { u: 1, v: 1 },
  { u: 0, v: 1 },
  { u: -1, v: 1 },
  { u: -1, v: 0 },
];

/** Smaller than this nothing becomes, units. */
export const LEAST_SIZE = 4;

const origin: XY = [0, 0];

/** Where a handle of the box is. */
export const handleAt = ({ centre, width, height, angle }: TurnedBox, { u, v }: Handle): XY =>
  plus(centre, turn([(u * width) / 2, (v * height) / 2], origin, angle));

interface Side {
  readonly size: number;
  /** Of the middle, along this side. */
  readonly shift: number;
}

function stretch(size: number, end: -1 | 0 | 1, to: number): Side {
  if (end === 0) return { size, shift: 0 };
  const stretched = Math.max(LEAST_SIZE, size / 2 + end * to);
  return { size: stretched, shift: (end * (stretched - size)) / 2 };
}

/** The box with one handle drawn to a point; the opposite side stays. `square` keeps width to height at corners. */
export function resizeBox(box: TurnedBox, { u, v }: Handle, to: XY, square = false): TurnedBox {
  const [x, y] = turn(minus(to, box.centre), origin, -box.angle);
  let across = stretch(box.width, u, x);
  let down = stretch(box.height, v, y);
  if (square && u !== 0 && v !== 0) {
    const factor = Math.max(across.size / box.width, down.size / box.height);
    across = stretch(box.width, u, u * (factor - 0.5) * box.width);
    down = stretch(box.height, v, v * (factor - 0.5) * box.height);
  }
  const shift = turn([across.shift, down.shift], origin, box.angle);
  return { ...box, centre: plus(box.centre, shift), width: across.size, height: down.size };
}

/** Carries points of one box to where they are in another. */
export function carry(from: TurnedBox, to: TurnedBox): (point: XY) => XY {
  const across = from.width === 0 ? 1 : to.width / from.width;
  const down = from.height === 0 ? 1 : to.height / from.height;
  return (point) => {
    const [x, y] = turn(minus(point, from.centre), origin, -from.angle);
    return plus(to.centre, turn([x * across, y * down], origin, to.angle));
  };
}
