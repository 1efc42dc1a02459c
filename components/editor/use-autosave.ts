import { useEffect } from "react";
import type { PlanSaver } from "@/lib/client/plan-saver";
import { planOf } from "@/lib/core/plan-editing/editor-state";
import type { EditorStore } from "./editor-store";

/** Every change goes to the saver; what is not there yet is not left behind unnoticed. */
export function useAutosave(store: EditorStore, saver: PlanSaver) {
  useEffect(() => {
    const offer = () => {
      const state = store.state();
      if (!state.doing) saver.offer(planOf(state));
    };
    const flush = () => void saver.flush();
    const hide = () => document.visibilityState === "hidden" && flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.state().kind === "saved") return;
      flush();
      event.preventDefault();
    };
    const stopListening = store.subscribe(offer);
    window.addEventListener("online", flush);
    window.addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", hide);
    return () => {
      stopListening();
      window.removeEventListener("online", flush);
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", hide);
      flush();
    };
  }, [store, saver]);
}
