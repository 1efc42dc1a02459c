/** A drawing that was scaled by k and moved by x and y (px of its stage). */
export interface PlanTransform {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** px of the stage. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const WHOLE: PlanTransform = { k: 1, x: 0, y: 0 };
const MOST = 12;

/** No smaller than the stage, and never away from its edges. */
export function within({ k, x, y }: PlanTransform, { width, height }: Room): PlanTransform {
  const scale = Math.max(1, Math.min(MOST, k));
  // "+ 0" because Math.min(0, -0) is -0.
  const held = (at: number, size: number) => Math.min(0, Math.max(size * (1 - scale), at)) + 0;
  return { k: scale, x: held(x, width), y: held(y, height) };
}

/** Larger by a factor, with one point staying where it is. */
export function scaledAt({ k, x, y }: PlanTransform, factor: number, at: Place, room: Room): PlanTransform {
  const scale = Math.max(1, Math.min(MOST, k * factor));
  const really = scale / k;
  return within({ k: scale, x: at.x - (at.x - x) * really, y: at.y - (at.y - y) * really }, room);
}

/** Moved by so many px. */
export const movedBy = ({ k, x, y }: PlanTransform, dx: number, dy: number, room: Room): PlanTransform =>
  within({ k, x: x + dx, y: y + dy }, room);

/** How much one turn of the wheel scales; with Ctrl it is a pinch on a touchpad. */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, "deltaY" | "deltaMode" | "ctrlKey">): number {
  const perUnit = deltaMode === 0 ? 0.002 : deltaMode === 1 ? 0.05 : 1;
  return 2 ** (-deltaY * perUnit * (ctrlKey ? 10 : 1));
}
