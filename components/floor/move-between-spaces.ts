type Key = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const AXIS: Record<Key, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export const isArrow = (key: string): key is Key => Object.hasOwn(AXIS, key);

const middle = (box: Box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });

/** The nearest box in the arrow's direction; going astray sideways costs double. Null at the edge. */
export function nearest<T extends { readonly box: Box }>(from: Box, others: readonly T[], key: Key): T | null {
  const axis = AXIS[key];
  const start = middle(from);
  let best: { item: T; cost: number } | null = null;
  for (const item of others) {
    const end = middle(item.box);
    const ahead = (end.x - start.x) * axis.x + (end.y - start.y) * axis.y;
    const aside = Math.abs((end.x - start.x) * axis.y) + Math.abs((end.y - start.y) * axis.x);
    const cost = ahead + 2 * aside;
    if (ahead > 4 && (!best || cost < best.cost)) best = { item, cost };
  }
  return best?.item ?? null;
}
