import { useQueryClient } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";
import { tell, tellWithUndo } from "@/components/frame/tell";
import { useText } from "@/components/text/TextProvider";
import { ApiError } from "@/lib/client/api";
import { discardDraft, duplicatePlan, publishDraft } from "@/lib/client/plan-api";
import type { PlanSaver, SaveState } from "@/lib/client/plan-saver";
import { queryKeys } from "@/lib/client/query-keys";
import { EMPTY_PLAN, type PlanDraft } from "@/lib/core/floor-plan";
import { planOf } from "@/lib/core/plan-editing/editor-state";
import type { Text } from "@/lib/core/text";
import type { EditorStore } from "./editor-store";

export interface PlanWork {
  readonly saving: SaveState;
  /** As the server answered last. */
  readonly draft: PlanDraft;
  readonly isBusy: boolean;
  readonly problem: string | null;
  /** True when it is what viewers see now. */
  readonly publish: () => Promise<boolean>;
  readonly discard: () => Promise<void>;
  readonly duplicate: (fromFloorId: string) => Promise<void>;
  /** Both versions stay in the history: undo leads to the other one. */
  readonly settle: (choice: "theirs" | "mine") => void;
}

const messageOf = (error: unknown, t: Text) => (error instanceof ApiError ? error.message : t("The server failed."));

/** What is done with the plan as a whole, on screen and on the server. */
export function usePlanWork(store: EditorStore, saver: PlanSaver): PlanWork {
  const t = useText();
  const saving = useSyncExternalStore(saver.subscribe, saver.state, saver.state);
  const draft = useSyncExternalStore(saver.subscribe, saver.draft, saver.draft);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const { floorId } = draft;

  /** One thing at a time, upon what is saved; true when it is done. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setIsBusy(true);
    setProblem(null);
    try {
      if (!(await saver.flush())) throw new ApiError(0, "conflict", t("Your last changes are not saved yet."));
      await work();
      return true;
    } catch (error) {
      setProblem(messageOf(error, t));
      return false;
    } finally {
      setIsBusy(false);
    }
  };

  /** On screen what the server has now; `isStep`: undo leads back. */
  const show = (next: PlanDraft, said: string, isStep: boolean) => {
    store.dispatch(isStep ? { type: "replace", plans: [next.plan], said } : { type: "restart", plan: next.plan });
    saver.offer(next.plan);
    saver.accept(next);
  };

  return {
    saving,
    draft,
    isBusy,
    problem,
    publish: () =>
      attempt(async () => {
        const next = await publishDraft(floorId, saver.draft().revision);
        // First what the new spaces are called, then the plan that names them.
        await queryClient.invalidateQueries({ queryKey: queryKeys.floorSpaces(floorId) });
        show(next, t("Published"), false);
      }),
    discard: async () => {
      const done = await attempt(async () => {
        const next = await discardDraft(floorId, saver.draft().revision);
        show({ ...next, plan: next.published ?? EMPTY_PLAN }, t("Draft discarded"), true);
      });
      if (done) tellWithUndo(t("Draft discarded."), () => store.dispatch({ type: "undo" }));
      else tell(t("The draft could not be discarded."));
    },
    duplicate: async (fromFloorId) => {
      const done = await attempt(async () => {
        show(await duplicatePlan(floorId, fromFloorId, saver.draft().revision), t("Plan copied"), true);
        store.dispatch({ type: "fit" });
      });
      if (!done) tell(t("The plan could not be copied."));
    },
    settle: (choice) => {
      if (saving.kind !== "conflict") return;
      const { theirs } = saving;
      const mine = planOf(store.state());
      const plans = choice === "theirs" ? [theirs.plan] : [theirs.plan, mine];
      const said = choice === "theirs" ? t("Their plan is on screen") : t("Your plan is kept");
      store.dispatch({ type: "replace", plans, said });
      saver.accept(theirs);
      saver.offer(planOf(store.state()));
    },
  };
}
