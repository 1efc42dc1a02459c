import type { FloorPlan, Point, Shape } from "../floor-plan";
import { PLAN_WIDTH, planHeight } from "../plan-geometry";

/** A point in units, from the top left of the frame. */
export type XY = readonly [x: number, y: number];

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Units of one metre; null until somebody gave a known length. */
  readonly perMetre: number | null;
}

/** The frame of a plan, in units. */
export function frameOf({ aspect, widthM }: Pick<FloorPlan, "aspect" | "widthM">): Frame {
  return { width: PLAN_WIDTH, height: planHeight(aspect), perMetre: widthM === null ? null : PLAN_WIDTH / widthM };
}

/** A point of the plan in units. */
export const toUnits = ({ width, height }: Frame, [x, y]: Point): XY => [x * width, y * height];

const part = (value: number) => Math.round(Math.min(2, Math.max(-1, value)) * 1e6) / 1e6;

/** A point in units as the plan stores it: rounded, and never farther out than a plan may reach. */
export const toPlan = ({ width, height }: Frame, [x, y]: XY): Point => [part(x / width), part(y / height)];

/** The points of a shape in units. */
export const pointsOf = (frame: Frame, shape: Pick<Shape, "points">): readonly XY[] =>
  shape.points.map((point) => toUnits(frame, point));

/** The shape with other points, given in units. */
export const withPoints = (frame: Frame, shape: Shape, points: readonly XY[]): Shape => ({
  ...shape,
  points: points.map((point) => toPlan(frame, point)),
});

/** Metres, or hundredths of the frame's width while nobody gave a scale. */
export const lengthUnit = ({ perMetre }: Frame): "m" | "%" => (perMetre === null ? "%" : "m");

const perLength = ({ perMetre, width }: Frame) => perMetre ?? width / 100;

/** Units as the length people read, rounded to a centimetre. */
export const toLength = (frame: Frame, units: number): number => Math.round((units / perLength(frame)) * 100) / 100;

/** What people typed, in units. */
export const fromLength = (frame: Frame, length: number): number => length * perLength(frame);

/** "6.25 m"; "12.5 %" of the width while there is no scale. */
export const lengthWords = (frame: Frame, units: number): string =>
  `${toLength(frame, units)
    .toFixed(frame.perMetre === null ? 1 : 2)
    .replace(/\.0+$|(\.\d)0$/, "$1")}\u2009${lengthUnit(frame)}`;

/** Step of the grid, units: 25 cm, or a 160th of the width. */
export const gridOf = ({ perMetre }: Frame): number => (perMetre === null ? PLAN_WIDTH / 160 : perMetre / 4);
