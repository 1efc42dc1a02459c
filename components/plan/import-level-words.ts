import type { ShapeKind } from "@/lib/core/floor-plan";
import type { PlanImportPreview } from "@/lib/core/plan-import/plan-import";
import type { Text } from "@/lib/core/text";

function countWords(kind: ShapeKind, count: number, t: Text): string {
  if (kind === "room") return t("{count, plural, one {# room} other {# rooms}}", { count });
  if (kind === "zone") return t("{count, plural, one {# zone} other {# zones}}", { count });
  if (kind === "desk") return t("{count, plural, one {# desk} other {# desks}}", { count });
  return t("{count, plural, one {# door} other {# doors}}", { count });
}

const COUNTED: readonly ShapeKind[] = ["room", "zone", "desk", "door"];

/** "Level 2: 12 rooms, 1 zone, 4 doors, 41 m wide, 3 without a name, 2 left out" */
export function levelWords({ name, plan, leftOut }: PlanImportPreview["levels"][number], t: Text): string {
  const counts = COUNTED.map((kind) => ({ kind, count: plan.shapes.filter((shape) => shape.kind === kind).length }));
  const nameless = plan.shapes.filter(
    ({ kind, edit }) => (kind === "room" || kind === "zone" || kind === "desk") && edit?.name === undefined,
  ).length;
  const words = [
    ...counts.map(({ kind, count }) => (count === 0 ? "" : countWords(kind, count, t))),
    plan.widthM === null ? "" : t("{width} m wide", { width: Math.round(plan.widthM) }),
    nameless > 0 ? t("{count} without a name", { count: nameless }) : "",
    leftOut > 0 ? t("{count} left out", { count: leftOut }) : "",
  ];
  return `${name}: ${words.filter(Boolean).join(", ")}`;
}
