import type { FloorPlan, PlanChange, Point, Shape, SpaceEdit } from "./floor-plan";
import { type NameOf, NOBODY, shapeLabel } from "./shape-label";
import { english, type Text } from "./text";

/** Two corners closer than this are the same one: a millimetre on a floor of a hundred metres. */
const SAME = 1e-5;

/** What it takes to get from one plan to another, in plain words; no change, no entry. `before` null: there was none. */
export function planChanges(
  before: FloorPlan | null,
  after: FloorPlan,
  nameOf: NameOf = NOBODY,
  t: Text = english,
): PlanChange[] {
  const old = new Map(before?.shapes.map((shape) => [shape.id, shape]));
  const kept = new Set(after.shapes.map(({ id }) => id));
  const removed = [...old.values()].filter(({ id }) => !kept.has(id));
  return [
    ...frameChanges(before, after, t),
    ...after.shapes.flatMap((shape) => shapeChanges(old.get(shape.id), shape, nameOf, t)),
    ...removed.map((shape) =>
      change("removed", shape.id, t("{label} removed", { label: shapeLabel(shape, nameOf, t) })),
    ),
  ];
}

const change = (kind: PlanChange["kind"], shapeId: string | null, text: string): PlanChange => ({
  kind,
  shapeId,
  text,
});

function frameChanges(before: FloorPlan | null, after: FloorPlan, t: Text): PlanChange[] {
  const texts: string[] = [];
  const [old, drawing] = [before?.drawing ?? null, after.drawing];
  if (drawing && !old) texts.push(t("A drawing placed under the plan"));
  else if (!drawing && old) texts.push(t("The drawing taken away"));
  else if (drawing && old && drawing.id !== old.id) texts.push(t("The drawing replaced"));
  else if (drawing && old && isDifferent(drawing, old)) texts.push(t("The drawing placed differently"));
  if (before && Math.abs(before.aspect - after.aspect) > SAME) texts.push(t("The frame has other proportions"));
  if (before && before.widthM !== after.widthM) texts.push(scaleWords(after.widthM, t));
  return texts.map((text) => change("frame", null, text));
}

const scaleWords = (widthM: number | null, t: Text) =>
  widthM === null
    ? t("The scale taken away")
    : t("The scale set: {width} m wide", { width: Math.round(widthM * 10) / 10 });

const isDifferent = (a: object, b: object) => JSON.stringify(a) !== JSON.stringify(b);

function shapeChanges(before: Shape | undefined, after: Shape, nameOf: NameOf, t: Text): PlanChange[] {
  const label = shapeLabel(after, nameOf, t);
  if (!before) return [change("added", after.id, t("{label} added", { label }))];
  const changes: PlanChange[] = [];
  const was = shapeLabel({ ...before, kind: after.kind }, nameOf, t);
  const put = (kind: PlanChange["kind"], text: string) => changes.push(change(kind, after.id, text));
  if (before.kind !== after.kind) put("changed", isNow(shapeLabel(before, nameOf, t), after.kind, t));
  if (was !== label) put("renamed", t("{label} renamed to “{name}”", { label: was, name: nameIn(after, nameOf) }));
  else if (before.spaceId !== after.spaceId) put("changed", t("{label} stands for another space", { label }));
  if (!samePoints(before.points, after.points)) {
    const isMove = isShifted(before.points, after.points);
    put(
      isMove ? "moved" : "reshaped",
      isMove ? t("{label} moved", { label }) : t("{label} has another outline", { label }),
    );
  }
  for (const text of editWords(before.edit ?? {}, after.edit ?? {}, t)) put("changed", `${label}: ${text}`);
  if (before.size !== after.size) put("changed", t("{label} has another size", { label }));
  return changes;
}

const isNow = (label: string, kind: Shape["kind"], t: Text) =>
  t("{label} is a {kind, select, room {room} zone {zone} desk {desk} wall {wall} door {door} other {text}} now", {
    label,
    kind,
  });

const nameIn = (shape: Shape, nameOf: NameOf) =>
  shape.edit?.name ?? (shape.spaceId === null ? null : nameOf(shape.spaceId)) ?? shape.text ?? "";

function editWords(before: SpaceEdit, after: SpaceEdit, t: Text): string[] {
  const words: string[] = [];
  if (after.capacity !== undefined && before.capacity !== after.capacity)
    words.push(
      after.capacity === null ? t("no capacity of its own") : t("capacity {capacity}", { capacity: after.capacity }),
    );
  if (after.typeId !== undefined && before.typeId !== after.typeId)
    words.push(after.typeId === null ? t("no type") : t("another type"));
  if (after.customId !== undefined && before.customId !== after.customId)
    words.push(after.customId ? t("id {id}", { id: after.customId }) : t("no id of its own"));
  return words;
}

const near = (a: Point | undefined, b: Point | undefined, [dx, dy]: Point = [0, 0]) =>
  a !== undefined && b !== undefined && Math.abs(a[0] + dx - b[0]) < SAME && Math.abs(a[1] + dy - b[1]) < SAME;

const samePoints = (a: readonly Point[], b: readonly Point[]) =>
  a.length === b.length && a.every((point, index) => near(point, b[index]));

function isShifted(a: readonly Point[], b: readonly Point[]): boolean {
  const [from, to] = [a[0], b[0]];
  if (!from || !to || a.length !== b.length) return false;
  const shift: Point = [to[0] - from[0], to[1] - from[1]];
  return a.every((point, index) => near(point, b[index], shift));
}
