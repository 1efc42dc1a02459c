import type { DrawingInfo, DrawingPlacement } from "../floor-plan";
import { PLAN_WIDTH } from "../plan-geometry";
import type { Frame, XY } from "./frame";
import { angleOf, distance, minus, plus, turn } from "./geometry";

const whole = (degrees: number) => Math.round((((((degrees + 180) % 360) + 360) % 360) - 180) * 1e4) / 1e4;
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** A drawing laid into the frame as large as it fits, in the middle. */
export function fitDrawing(frame: Frame, { id, width, height }: DrawingInfo, opacity = 0.6): DrawingPlacement {
  const scale = Math.min(frame.width / width, frame.height / height);
  const part = { width: (width * scale) / frame.width, height: (height * scale) / frame.height };
  return { id, x: (1 - part.width) / 2, y: (1 - part.height) / 2, ...part, rotation: 0, opacity };
}

/** Another drawing in the place of one: same middle, same width, its own proportions. */
export function replaceDrawing(frame: Frame, old: DrawingPlacement, { id, width, height }: DrawingInfo) {
  const tall = (old.width * frame.width * height) / width / frame.height;
  return { ...old, id, y: old.y + (old.height - tall) / 2, height: tall };
}

/**
 * The drawing moved, turned and scaled so that two of its points lie where they belong: `from` and `to` are where they
 * are now and where they should be, in units. Null when two of the points are one.
 */
export function alignDrawing(
  frame: Frame,
  drawing: DrawingPlacement,
  from: readonly [XY, XY],
  to: readonly [XY, XY],
): DrawingPlacement | null {
  const [is, should] = [minus(from[1], from[0]), minus(to[1], to[0])];
  if (distance(from[0], from[1]) < 1 || distance(to[0], to[1]) < 1) return null;
  const scale = distance(to[0], to[1]) / distance(from[0], from[1]);
  const degrees = angleOf(should) - angleOf(is);
  const middle: XY = [(drawing.x + drawing.width / 2) * frame.width, (drawing.y + drawing.height / 2) * frame.height];
  const [dx, dy] = minus(turn(middle, from[0], degrees), from[0]);
  const [x, y] = plus(to[0], [dx * scale, dy * scale]);
  const width = clamp(drawing.width * scale, 0.01, 10);
  const height = clamp(drawing.height * scale, 0.01, 10);
  return {
    ...drawing,
    x: clamp(x / frame.width - width / 2, -5, 5),
    y: clamp(y / frame.height - height / 2, -5, 5),
    width,
    height,
    rotation: whole(drawing.rotation + degrees),
  };
}

/** Width of the frame, m, when so many units are so many metres; null for what cannot be. */
export function widthByLength(units: number, metres: number): number | null {
  const width = (PLAN_WIDTH / units) * metres;
  return units > 0 && metres > 0 && width <= 10_000 && width >= 0.1 ? Math.round(width * 1e4) / 1e4 : null;
}
