import { useEffect } from "react";
import type { TreeSpace } from "@/lib/core/space-tree";
import type { EditorStore } from "./editor-store";

/** The editor knows what the spaces of its shapes are called. */
export function useKnownSpaces(store: EditorStore, tree: readonly TreeSpace[]) {
  useEffect(() => {
    const spaces = tree.map(({ id, kind, name, capacity, effectiveCapacity, typeId, customId, vendorCustomId }) => ({
      id,
      kind,
      name,
      capacity,
      effectiveCapacity,
      typeId,
      customId: customId ?? vendorCustomId,
    }));
    store.dispatch({ type: "spaces", spaces });
  }, [store, tree]);
}
