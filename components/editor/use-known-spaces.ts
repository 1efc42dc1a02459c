import { useEffect } from "react";
import type { KnownSpace } from "@/lib/core/plan-editing/editor-state";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { EditorStore } from "./editor-store";

/** What the editor needs to know of a space. */
export const knownSpace = ({ customId, vendorCustomId, ...space }: TreeSpace): KnownSpace => ({
  id: space.id,
  kind: space.kind,
  name: space.name,
  capacity: space.capacity,
  effectiveCapacity: space.effectiveCapacity,
  typeId: space.typeId,
  customId: customId ?? vendorCustomId,
});

/** The editor knows what the spaces of its shapes are called. */
export function useKnownSpaces(store: EditorStore, tree: readonly TreeSpace[]) {
  useEffect(() => store.dispatch({ type: "spaces", spaces: tree.map(knownSpace) }), [store, tree]);
}
