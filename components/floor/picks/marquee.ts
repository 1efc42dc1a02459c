/** px of the screen. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The frame between two corners, whichever they are. */
export const frameBetween = (a: Spot, b: Spot): Frame => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
});

/** Ids of the boxes whose middle is in a frame: what a frame only touches at its edge is not meant. */
export function framed(frame: Frame, boxes: readonly (Frame & { readonly id: string })[]): string[] {
  return boxes
    .filter(({ left, top, right, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
    })
    .map(({ id }) => id);
}

/** With one more, or without it. */
export const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/** With some more, each once. */
export const joined = (ids: readonly string[], more: readonly string[]): string[] => [...new Set([...ids, ...more])];
