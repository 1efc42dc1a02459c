import type { TreeSpace } from "./space-tree";

/** Those of a tree that stand in a space, at any depth; not the space itself. */
export function spacesBelow(tree: readonly TreeSpace[], spaceId: string): readonly TreeSpace[] {
  const children = Map.groupBy(tree, ({ parentId }) => parentId);
  const inside = (id: string): TreeSpace[] => (children.get(id) ?? []).flatMap((space) => [space, ...inside(space.id)]);
  return inside(spaceId);
}
