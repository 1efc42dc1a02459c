import type { PlanShapeProps } from "./plan-shape-props";

interface Drawn {
  readonly face: PlanShapeProps;
}

function isAlike(a: object, b: object, except?: string): boolean {
  const keys = Object.keys(b);
  const value = (one: object, key: string) => (one as Record<string, unknown>)[key];
  return (
    keys.length === Object.keys(a).length &&
    keys.every((key) => key === except || Object.is(value(a, key), value(b, key)))
  );
}

/** For memo: the same props, with the same face or one that says the same. */
export const isDrawnAlike = <T extends Drawn>(a: T, b: T): boolean =>
  isAlike(a, b, "face") && (a.face === b.face || isAlike(a.face, b.face));
