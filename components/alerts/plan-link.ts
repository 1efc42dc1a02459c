import type { Alert } from "@/lib/core/alert";

/** Where an alert is on the plan; null when it is about no floor. */
export function planLink({ floor, space }: Pick<Alert, "floor" | "space">): string | null {
  if (!floor) return null;
  const isInside = space !== null && space.kind !== "floor" && space.kind !== "building" && space.kind !== "site";
  return isInside ? `/floors/${floor.id}?space=${space.id}` : `/floors/${floor.id}`;
}
