import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { Shape } from "@/lib/core/floor-plan";
import type { EditorEvent } from "@/lib/core/plan-editing/editor-events";
import { editorReducer } from "@/lib/core/plan-editing/editor-reducer";
import { type EditorState, planOf, selectedShapes } from "@/lib/core/plan-editing/editor-state";

/** The one place where the editor's state lives; components take what they show of it. */
export interface EditorStore {
  readonly state: () => EditorState;
  readonly dispatch: (event: EditorEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createEditorStore(first: EditorState): EditorStore {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (event) => {
      const next = editorReducer(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const EditorContext = createContext<EditorStore | null>(null);

export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (!store) throw new Error("Only within the plan editor.");
  return store;
}

export const useDispatch = () => useEditorStore().dispatch;

/** A part of the state; the component is drawn again only when that part is another (so it must not be made anew). */
export function useEditor<T>(select: (state: EditorState) => T): T {
  const store = useEditorStore();
  const read = () => select(store.state());
  return useSyncExternalStore(store.subscribe, read, read);
}

/** The selected shapes, from the bottom to the top. */
export function useSelectedShapes(): readonly Shape[] {
  const history = useEditor((state) => state.history);
  const selection = useEditor((state) => state.selection);
  return useMemo(() => selectedShapes({ history, selection }), [history, selection]);
}

export const usePlan = () => useEditor(planOf);
