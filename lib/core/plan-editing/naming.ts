import type { Shape, SpaceEdit } from "../floor-plan";
import { type EditorState, KIND_WORDS, planOf, shapeName } from "./editor-state";

const NUMBERED = /^(.*?)\s*(\d+)$/;

function taken(state: EditorState): Set<string> {
  const drawn = planOf(state).shapes.map((shape) => shapeName(shape, state.spaces, state.t));
  return new Set([...drawn, ...[...state.spaces.values()].map(({ name }) => name)]);
}

/** `count` names nobody has yet: "Desk 5" after "Desk 4", "Spruce 2" after "Spruce". */
function freeNames(state: EditorState, like: string, count: number): readonly string[] {
  const names = taken(state);
  const [, stem = like, number] = NUMBERED.exec(like) ?? [];
  const free: string[] = [];
  for (let next = Number(number ?? 2); free.length < count; next += 1) {
    const name = `${stem} ${next}`;
    if (!names.has(name)) free.push(name);
  }
  return free;
}

/** What a drawn space becomes when it is published, before anybody says more. */
export function firstEdits(state: EditorState, kind: "room" | "zone" | "desk", count = 1): readonly SpaceEdit[] {
  const names = freeNames(state, `${state.t(KIND_WORDS[kind])} 1`, count);
  return names.map((name) => (kind === "desk" ? { name, capacity: 1 } : { name }));
}

/** A copy stands for a space of its own, with a name of its own. */
export function asNewSpace(state: EditorState, shape: Shape): Shape {
  if (shape.spaceId === null && !shape.edit) return shape;
  const space = shape.spaceId === null ? undefined : state.spaces.get(shape.spaceId);
  const { customId: _, ...edit } = shape.edit ?? {};
  const facts = space ? { capacity: space.capacity, typeId: space.typeId } : {};
  return { ...shape, spaceId: null, edit: { ...facts, ...edit, name: shapeName(shape, state.spaces, state.t) } };
}

/** The copies with names nobody has, in their order. */
export function renamed(state: EditorState, copies: readonly Shape[]): readonly Shape[] {
  const given = new Map<string, string[]>();
  for (const { edit } of copies) {
    if (!edit?.name) continue;
    const stem = NUMBERED.exec(edit.name)?.[1] ?? edit.name;
    const count = copies.filter(
      ({ edit: other }) => other?.name && (NUMBERED.exec(other.name)?.[1] ?? other.name) === stem,
    );
    if (!given.has(stem)) given.set(stem, [...freeNames(state, edit.name, count.length)]);
  }
  return copies.map((copy) => {
    if (!copy.edit?.name) return copy;
    const stem = NUMBERED.exec(copy.edit.name)?.[1] ?? copy.edit.name;
    return { ...copy, edit: { ...copy.edit, name: given.get(stem)?.shift() ?? copy.edit.name } };
  });
}
