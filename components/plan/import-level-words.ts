import type { ShapeKind } from "@/lib/core/floor-plan";
import type { PlanImportPreview } from "@/lib/core/plan-import/plan-import";

const WORDS: readonly (readonly [ShapeKind, string, string])[] = [
  ["room", "room", "rooms"],
  ["zone", "zone", "zones"],
  ["desk", "desk", "desks"],
  ["door", "door", "doors"],
];

/** "Level 2: 12 rooms, 1 zone, 4 doors, 41 m wide, 3 without a name, 2 left out" */
export function levelWords({ name, plan, leftOut }: PlanImportPreview["levels"][number]): string {
  const counts = WORDS.flatMap(([kind, one, many]) => {
    const count = plan.shapes.filter((shape) => shape.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const nameless = plan.shapes.filter(
    ({ kind, edit }) => (kind === "room" || kind === "zone" || kind === "desk") && edit?.name === undefined,
  ).length;
  const width = plan.widthM === null ? [] : [`${Math.round(plan.widthM)} m wide`];
  const rest = [nameless > 0 ? [`${nameless} without a name`] : [], leftOut > 0 ? [`${leftOut} left out`] : []].flat();
  return `${name}: ${[...counts, ...width, ...rest].join(", ")}`;
}
