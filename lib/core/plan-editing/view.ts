import type { XY } from "./frame";
import type { Box } from "./geometry";

/** What of the plan is on screen: px = units × scale + offset. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Size of the canvas, px. */
  readonly width: number;
  readonly height: number;
}

export const FIRST_VIEW: View = { scale: 0.5, x: 0, y: 0, width: 0, height: 0 };
const LEAST_SCALE = 0.05;
const MOST_SCALE = 12;

/** A place on the canvas, px, in units. */
export const toPlanUnits = ({ scale, x, y }: View, [px, py]: XY): XY => [(px - x) / scale, (py - y) / scale];
/** A place in units on the canvas, px. */
export const toScreen = ({ scale, x, y }: View, [ux, uy]: XY): XY => [ux * scale + x, uy * scale + y];

/** Larger or smaller about a place of the canvas, px. */
export function zoomAt(view: View, [px, py]: XY, factor: number): View {
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, view.scale * factor));
  const by = scale / view.scale;
  return { ...view, scale, x: px - (px - view.x) * by, y: py - (py - view.y) * by };
}

/** The box in the middle of the canvas, as large as it fits with a margin, px, around it. */
export function fitBox(view: View, box: Box, margin = 36): View {
  const [across, down] = [Math.max(1, view.width - 2 * margin), Math.max(1, view.height - 2 * margin)];
  const wanted = Math.min(across / Math.max(1, box.width), down / Math.max(1, box.height));
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, wanted));
  return {
    ...view,
    scale,
    x: (view.width - box.width * scale) / 2 - box.x * scale,
    y: (view.height - box.height * scale) / 2 - box.y * scale,
  };
}

/** Moved just so far that the box can be seen; unchanged when it can. */
export function reveal(view: View, box: Box): View {
  const [left, top] = toScreen(view, [box.x, box.y]);
  const [right, bottom] = toScreen(view, [box.x + box.width, box.y + box.height]);
  const isSeen = right > 0 && bottom > 0 && left < view.width && top < view.height;
  if (isSeen) return view;
  return {
    ...view,
    x: view.width / 2 - (box.x + box.width / 2) * view.scale,
    y: view.height / 2 - (box.y + box.height / 2) * view.scale,
  };
}
