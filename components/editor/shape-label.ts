import type { Shape } from "@/lib/core/floor-plan";
import { type Frame, pointsOf, type XY } from "@/lib/core/plan-editing/frame";
import { boundsOf, rectangleOf } from "@/lib/core/plan-editing/geometry";
import { labelBox, type PlanBox, placeSign } from "@/lib/core/plan-geometry";
import { textWidth } from "@/lib/core/plan-label";

/** Where words stand in a shape, and how much room they have there, units. */
export interface LabelRoom {
  readonly at: XY;
  readonly width: number;
  readonly height: number;
}

const NAME_PX = 12;
const LINE_PX = 16;
/** The estimate is on the safe side; a name that only just fits is better than none. */
const TIGHT = 0.94;

const known = new WeakMap<Shape, { readonly aspect: number; readonly room: LabelRoom }>();

function measured(shape: Shape, frame: Frame): LabelRoom {
  const points = pointsOf(frame, shape);
  const { x, y, width, height } = boundsOf(points);
  const upright = { at: [x + width / 2, y + height / 2] as const, width, height };
  if (shape.kind === "desk" || rectangleOf(points)) return upright;
  const box = labelBox(points);
  return { at: [box.left + box.width / 2, box.top + box.height / 2], width: box.width, height: box.height };
}

/** Reckoned once per shape: shapes never change, they are replaced. */
export function labelRoom(shape: Shape, frame: Frame, aspect: number): LabelRoom {
  const before = known.get(shape);
  if (before?.aspect === aspect) return before.room;
  const room = measured(shape, frame);
  known.set(shape, { aspect, room });
  return room;
}

/** How many lines of a label fit at a scale (px per unit). */
export function linesThatFit({ width, height }: LabelRoom, name: string, detail: string, scale: number): 0 | 1 | 2 {
  const [across, down] = [width * scale - 2, height * scale - 6];
  if (textWidth(name, NAME_PX) * TIGHT > across || down < LINE_PX) return 0;
  const hasRoom = detail !== "" && down >= 2 * LINE_PX && textWidth(detail, NAME_PX) <= across;
  return hasRoom ? 2 : 1;
}

/** A pill of this size on screen, at a scale at which plans are usually seen. */
const PILL = { width: 190, height: 44 } as const;

const pills = new WeakMap<Shape, { readonly desks: readonly PlanBox[]; readonly at: XY }>();

/** Where the pill of a zone covers none of the desks, where there is such a place. */
export function pillAt(shape: Shape, frame: Frame, desks: readonly PlanBox[]): XY {
  const before = pills.get(shape);
  if (before?.desks === desks) return before.at;
  const points = pointsOf(frame, shape);
  const { x, y, width, height } = boundsOf(points);
  const near = desks.filter(
    (desk) =>
      desk.left < x + width && desk.left + desk.width > x && desk.top < y + height && desk.top + desk.height > y,
  );
  const { box } = placeSign(points, PILL, near);
  const at: XY = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
  pills.set(shape, { desks, at });
  return at;
}

/** Is a zone wide enough on screen for its pill? */
export const fitsPill = ({ width }: LabelRoom, name: string, detail: string, scale: number): boolean =>
  pillWidth(name, detail.split(" ")[0] ?? "") <= width * scale + 8;

/** Width of a pill with these words, px. */
export const pillWidth = (name: string, detail: string): number =>
  Math.round(textWidth(name, NAME_PX, true) + (detail ? textWidth(detail, NAME_PX, true) + 18 : 0)) + 20;
