import { type FloorPlan, isSpaceShape, type Shape } from "./floor-plan";
import { holderOf } from "./plan-nesting";
import { overlapsAmong } from "./plan-overlaps";
import { areaOf } from "./plan-polygon";
import { shapeLabel } from "./shape-label";
import { english, type Text } from "./text";

/** A space that stands on the floor, as far as its plan cares. */
export interface PlanSpace {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** People, its type's if it has none of its own; null when nobody said. */
  readonly capacity: number | null;
  /** How many sources feed it. */
  readonly sources: number;
}

/** Something about a plan that somebody should look at. `error` stops publishing; the others are for people to judge. */
export interface PlanIssue {
  readonly code:
    | "two-shapes"
    | "same-name"
    | "no-area"
    | "overlap"
    | "outside"
    | "not-on-plan"
    | "no-space"
    | "gone"
    | "no-capacity"
    | "no-sensor";
  readonly level: "error" | "warning" | "note";
  /** The shapes it is about; none when it is about a space that has no shape. */
  readonly shapeIds: readonly string[];
  readonly spaceId: string | null;
  readonly text: string;
}

/** A drawn edge may lie this far outside the frame, in parts of it. */
const EDGE = 0.005;
/** Less than this part of the frame is no area: a square of two centimetres on a floor of a hundred metres. */
const NO_AREA = 1e-8;

/** What should be looked at before the plan goes live; errors first. `spaces`: those that stand on the floor now. */
export function planIssues(plan: FloorPlan, spaces: readonly PlanSpace[], t: Text = english): PlanIssue[] {
  const known = new Map(spaces.map((space) => [space.id, space]));
  const shapes = plan.shapes.filter(({ kind }) => isSpaceShape(kind));
  const label = (shape: Shape) => shapeLabel(shape, (id) => known.get(id)?.name ?? null, t);
  return [
    ...twoShapes(shapes, known, t),
    ...sameNames(shapes, known, t),
    ...shapes.flatMap((shape) => outlineIssues(shape, label(shape), t)),
    ...overlapIssues(shapes, label, t),
    ...notOnPlan(shapes, spaces, t),
    ...shapes.flatMap((shape) => spaceIssues(shape, label(shape), known, t)),
  ].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

const LEVELS: readonly PlanIssue["level"][] = ["error", "warning", "note"];
type Known = ReadonlyMap<string, PlanSpace>;

const about = (shape: Shape, code: PlanIssue["code"], level: PlanIssue["level"], text: string): PlanIssue => ({
  code,
  level,
  shapeIds: [shape.id],
  spaceId: shape.spaceId,
  text,
});

function twoShapes(shapes: readonly Shape[], known: Known, t: Text): PlanIssue[] {
  const bound = Map.groupBy(
    shapes.filter(({ spaceId }) => spaceId !== null),
    ({ spaceId }) => spaceId as string,
  );
  return [...bound].flatMap(([spaceId, those]) => {
    if (those.length < 2) return [];
    const text = t("“{name}” has {count} outlines; it can have one", {
      name: known.get(spaceId)?.name ?? t("A space"),
      count: those.length,
    });
    return [{ code: "two-shapes", level: "error", shapeIds: those.map(({ id }) => id), spaceId, text }];
  });
}

/** Siblings need names of their own, letter case aside: the server refuses the second one. */
function sameNames(shapes: readonly Shape[], known: Known, t: Text): PlanIssue[] {
  const named = shapes.filter(
    ({ spaceId, edit }) => (edit?.name ?? (spaceId && known.get(spaceId)?.name)) !== undefined,
  );
  const wanted = new Set(named.flatMap(({ edit }) => edit?.name?.toLowerCase() ?? []));
  const nameOf = ({ edit, spaceId }: Shape) => edit?.name ?? known.get(spaceId ?? "")?.name ?? "";
  const doubtful = named.filter((shape) => wanted.has(nameOf(shape).toLowerCase()));
  const groups = Map.groupBy(doubtful, (shape) =>
    [shape.kind, holderOf(shape, shapes)?.id, nameOf(shape).toLowerCase()].join("\n"),
  );
  return [...groups.values()].flatMap((those) => {
    const [first] = those;
    if (!first || those.length < 2) return [];
    const text = t(
      "{count} {kind, select, room {rooms} zone {zones} other {desks}} are called “{name}” in the same place",
      { count: those.length, kind: first.kind, name: nameOf(first) },
    );
    return [{ code: "same-name", level: "error", shapeIds: those.map(({ id }) => id), spaceId: null, text }];
  });
}

function outlineIssues(shape: Shape, label: string, t: Text): PlanIssue[] {
  if (shape.points.length < 3 || areaOf(shape.points) < NO_AREA) {
    return [about(shape, "no-area", "error", t("{label} has no area", { label }))];
  }
  const isOutside = shape.points.some(([x, y]) => Math.min(x, y) < -EDGE || Math.max(x, y) > 1 + EDGE);
  return isOutside ? [about(shape, "outside", "warning", t("{label} reaches outside the plan", { label }))] : [];
}

function overlapIssues(shapes: readonly Shape[], label: (shape: Shape) => string, t: Text): PlanIssue[] {
  const pairs = (["room", "desk"] as const).flatMap((kind) => overlapsAmong(shapes.filter((s) => s.kind === kind)));
  return pairs.map(([a, b]) => ({
    code: "overlap",
    level: "warning",
    shapeIds: [a.id, b.id],
    spaceId: null,
    text: t("{label} and {other} overlap", { label: label(a), other: inSentence(label(b), t) }),
  }));
}

/** Nouns of German keep their capital. */
const inSentence = (label: string, t: Text) =>
  t.locale === "de" ? label : label.charAt(0).toLowerCase() + label.slice(1);

function notOnPlan(shapes: readonly Shape[], spaces: readonly PlanSpace[], t: Text): PlanIssue[] {
  const drawn = new Set(shapes.map(({ spaceId }) => spaceId));
  return spaces
    .filter(({ id }) => !drawn.has(id))
    .map(({ id, name }) => ({
      code: "not-on-plan",
      level: "warning",
      shapeIds: [],
      spaceId: id,
      text: t("“{name}” is not on the plan", { name }),
    }));
}

function spaceIssues(shape: Shape, label: string, known: Known, t: Text): PlanIssue[] {
  const space = shape.spaceId === null ? null : known.get(shape.spaceId);
  if (space === undefined) {
    return [
      about(
        shape,
        "gone",
        "warning",
        t("The space of this {kind, select, room {room} zone {zone} other {desk}} is archived or on another floor", {
          kind: shape.kind,
        }),
      ),
    ];
  }
  if (space === null && shape.edit?.name === undefined) {
    return [
      about(
        shape,
        "no-space",
        "warning",
        t("A {kind, select, room {room} zone {zone} other {desk}} has no name: it will show nothing", {
          kind: shape.kind,
        }),
      ),
    ];
  }
  const issues: PlanIssue[] = [];
  const capacity = shape.edit?.capacity === undefined ? (space?.capacity ?? null) : shape.edit.capacity;
  if (capacity === null && shape.kind !== "desk" && !shape.edit?.typeId) {
    issues.push(about(shape, "no-capacity", "note", t("{label} has no capacity", { label })));
  }
  if (!space?.sources)
    issues.push(about(shape, "no-sensor", "note", t("{label} has no sensor: it will read “Not monitored”", { label })));
  return issues;
}
