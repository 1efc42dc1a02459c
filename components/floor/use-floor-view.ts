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
  /** Null: a floor that has a plan shows it, another its cards. */
  readonly layout: FloorLayout | null;
  readonly lay: (layout: FloorLayout) => void;
}

const FLOOR_LAYOUTS = ["plan", "cards"] as const;
export type FloorLayout = (typeof FLOOR_LAYOUTS)[number];

/** What is opened and what is filtered: both live in the address, so a link shows the same view. */
export function useFloorView(): FloorView {
  const [selectedId, setSelectedId] = useQueryState("space", parseAsString.withOptions({ history: "push" }));
  const [choice, setChoice] = useQueryStates(
    { state: parseAsStringLiteral(SPACE_STATES), group: parseAsStringLiteral(PILL_GROUPS) },
    { urlKeys: { group: "show" } },
  );
  const [layout, setLayout] = useQueryState("view", parseAsStringLiteral(FLOOR_LAYOUTS));
  return {
    selectedId,
    open: useCallback((id: string) => void setSelectedId(id), [setSelectedId]),
    close: useCallback(() => void setSelectedId(null), [setSelectedId]),
    choice,
    choose: useCallback((next: PillChoice) => void setChoice(next), [setChoice]),
    layout,
    lay: useCallback((next: FloorLayout) => void setLayout(next), [setLayout]),
  };
}
