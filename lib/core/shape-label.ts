import { isSpaceShape, type Shape } from "./floor-plan";
import { english, type Text, text } from "./text";

/** How a space is called; null when nobody knows. */
export type NameOf = (spaceId: string) => string | null;

export const NOBODY: NameOf = () => null;

const KIND_WORDS: Record<Shape["kind"], string> = {
  room: text("Room"),
  zone: text("Zone"),
  desk: text("Desk"),
  wall: text("Wall"),
  door: text("Door"),
  text: text("Text"),
};

/** `Room “Birch”`, `Wall`: how a shape is called in a sentence. */
export function shapeLabel(shape: Shape, nameOf: NameOf = NOBODY, t: Text = english): string {
  const name = shape.edit?.name ?? (shape.spaceId === null ? null : nameOf(shape.spaceId)) ?? shape.text;
  const kind = t(KIND_WORDS[shape.kind]);
  if (name) return t("{kind} “{name}”", { kind, name });
  return isSpaceShape(shape.kind) ? t("{kind} without a name", { kind }) : kind;
}
