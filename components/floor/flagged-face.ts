import type { PlanShapeProps } from "@/components/plan/plan-shape-props";

interface Flags {
  readonly selected: boolean;
  readonly dimmed: boolean;
  readonly picked?: boolean;
  /** Instead of its own value; null for that. */
  readonly words: string | null;
}

const known = new WeakMap<PlanShapeProps, Map<string, PlanShapeProps>>();

/** A face with what the page knows of it. The same face with the same flags is the same object, so that it is not drawn again. */
export function flaggedFace(face: PlanShapeProps, { selected, dimmed, picked = false, words }: Flags): PlanShapeProps {
  if (!selected && !dimmed && !picked && words === null) return face;
  const key = JSON.stringify([selected, dimmed, picked, words]);
  const faces = known.get(face) ?? new Map<string, PlanShapeProps>();
  known.set(face, faces);
  const flagged = faces.get(key) ?? { ...face, selected, dimmed, picked, value: words ?? face.value };
  faces.set(key, flagged);
  return flagged;
}
