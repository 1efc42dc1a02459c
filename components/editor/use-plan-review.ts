import { useMemo } from "react";
import { useText } from "@/components/text/TextProvider";
import type { FloorPlan, PlanChange } from "@/lib/core/floor-plan";
import { planChanges } from "@/lib/core/plan-changes";
import { type PlanIssue, planIssues } from "@/lib/core/plan-checks";
import { settledPlan } from "@/lib/core/plan-editing/editor-state";
import type { TreeSpace } from "@/lib/core/space-tree";
import { useEditor } from "./editor-store";

export interface PlanReview {
  /** Against what viewers see. */
  readonly changes: readonly PlanChange[];
  readonly issues: readonly PlanIssue[];
  /** How the plan differs from another version of it. */
  readonly since: (other: FloorPlan | null) => readonly PlanChange[];
  /** How another version differs from an earlier one. */
  readonly between: (earlier: FloorPlan | null, later: FloorPlan) => readonly PlanChange[];
}

/** What is to be said about the plan before it is published. While something is dragged it waits for the pause after. */
export function usePlanReview(published: FloorPlan | null, spaces: readonly TreeSpace[]): PlanReview {
  const t = useText();
  const plan = useEditor(settledPlan);
  const names = useMemo(() => new Map(spaces.map(({ id, name }) => [id, name])), [spaces]);
  const changes = useMemo(
    () => planChanges(published, plan, (id) => names.get(id) ?? null, t),
    [published, plan, names, t],
  );
  const issues = useMemo(() => planIssues(plan, spaces.map(asPlanSpace), t), [plan, spaces, t]);
  const between = (earlier: FloorPlan | null, later: FloorPlan) =>
    planChanges(earlier, later, (id) => names.get(id) ?? null, t);
  return { changes, issues, since: (other) => between(other, plan), between };
}

const asPlanSpace = ({ id, kind, name, effectiveCapacity, sources }: TreeSpace) => ({
  id,
  kind,
  name,
  capacity: effectiveCapacity,
  sources,
});
