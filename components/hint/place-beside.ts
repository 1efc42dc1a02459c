/** Part of the window, px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Side = "top" | "bottom" | "right";

const GAP = 6;
const MARGIN = 8;

/** Where a box goes beside what it is about: on the wished side, else opposite, and never out of the window. px */
export function placeBeside(
  about: Area,
  box: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  side: Side,
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, room: number) =>
    Math.round(Math.max(MARGIN, Math.min(at, room - size - MARGIN)));
  const middle = {
    left: about.left + (about.width - box.width) / 2,
    top: about.top + (about.height - box.height) / 2,
  };
  const above = about.top - box.height - GAP;
  const below = about.top + about.height + GAP;
  const after = about.left + about.width + GAP;
  const at = {
    right: { left: after + box.width + MARGIN <= view.width ? after : about.left - box.width - GAP, top: middle.top },
    top: { left: middle.left, top: above >= MARGIN ? above : below },
    bottom: { left: middle.left, top: below + box.height + MARGIN <= view.height ? below : above },
  }[side];
  return { left: within(at.left, box.width, view.width), top: within(at.top, box.height, view.height) };
}
