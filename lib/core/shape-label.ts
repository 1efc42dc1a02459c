import { isSpaceShape, type Shape } from "./floor-plan";

/** How a space is called; null when nobody knows. */
export type NameOf = (spaceId: string) => string | null;

export const NOBODY: NameOf = () => null;

const KIND_WORDS: Record<Shape["kind"], string> = {
  room: "Room",
  zone: "Zone",
  desk: "Desk",
  wall: "Wall",
  door: "Door",
  text: "Text",
};

/** `Room “Birch”`, `A wall`: how a shape is called in a sentence. */
export function shapeLabel(shape: Shape, nameOf: NameOf = NOBODY): string {
  const name = shape.edit?.name ?? (shape.spaceId === null ? null : nameOf(shape.spaceId)) ?? shape.text;
  if (name) return `${KIND_WORDS[shape.kind]} “${name}”`;
  return isSpaceShape(shape.kind) ? `${KIND_WORDS[shape.kind]} without a name` : KIND_WORDS[shape.kind];
}
