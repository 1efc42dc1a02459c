import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { useCallback } from "react";
import { SPACE_STATES } from "@/lib/core/space-state";
import { PILL_GROUPS, type PillChoice } from "./floor-pills";

export interface FloorView {
  readonly selectedId: string | null;
  readonly open: (id: string) => void;
  readonly close: () => void;
  readonly choice: PillChoice;
  readonly choose: (choice: PillChoice) => void;
}

/** What is opened and what is filtered: both live in the address, so a link shows the same view. */
export function useFloorView(): FloorView {
  const [selectedId, setSelectedId] = useQueryState("space", parseAsString.withOptions({ history: "push" }));
  const [choice, setChoice] = useQueryStates(
    { state: parseAsStringLiteral(SPACE_STATES), group: parseAsStringLiteral(PILL_GROUPS) },
    { urlKeys: { group: "show" } },
  );
  return {
    selectedId,
    open: useCallback((id: string) => void setSelectedId(id), [setSelectedId]),
    close: useCallback(() => void setSelectedId(null), [setSelectedId]),
    choice,
    choose: useCallback((next: PillChoice) => void setChoice(next), [setChoice]),
  };
}
