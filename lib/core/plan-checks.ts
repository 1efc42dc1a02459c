import { type FloorPlan, isSpaceShape, type Shape } from "./floor-plan";
import { holderOf } from "./plan-nesting";
import { overlapsAmong } from "./plan-overlaps";
import { areaOf } from "./plan-polygon";
import { shapeLabel } from "./shape-label";

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
export function planIssues(plan: FloorPlan, spaces: readonly PlanSpace[]): PlanIssue[] {
  const known = new Map(spaces.map((space) => [space.id, space]));
  const shapes = plan.shapes.filter(({ kind }) => isSpaceShape(kind));
  const label = (shape: Shape) => shapeLabel(shape, (id) => known.get(id)?.name ?? null);
  return [
    ...twoShapes(shapes, known),
    ...sameNames(shapes, known),
    ...shapes.flatMap((shape) => outlineIssues(shape, label(shape))),
    ...overlapIssues(shapes, label),
    ...notOnPlan(shapes, spaces),
    ...shapes.flatMap((shape) => spaceIssues(shape, label(shape), known)),
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

function twoShapes(shapes: readonly Shape[], known: Known): PlanIssue[] {
  const bound = Map.groupBy(
    shapes.filter(({ spaceId }) => spaceId !== null),
    ({ spaceId }) => spaceId as string,
  );
  return [...bound].flatMap(([spaceId, those]) => {
    if (those.length < 2) return [];
    const text = `“${known.get(spaceId)?.name ?? "A space"}” has ${those.length} outlines; it can have one`;
    return [{ code: "two-shapes", level: "error", shapeIds: those.map(({ id }) => id), spaceId, text }];
  });
}

/** Siblings need names of their own, letter case aside: the server refuses the second one. */
function sameNames(shapes: readonly Shape[], known: Known): PlanIssue[] {
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
    const text = `${those.length} ${first.kind}s are called “${nameOf(first)}” in the same place`;
    return [{ code: "same-name", level: "error", shapeIds: those.map(({ id }) => id), spaceId: null, text }];
  });
}

function outlineIssues(shape: Shape, label: string): PlanIssue[] {
  if (shape.points.length < 3 || areaOf(shape.points) < NO_AREA) {
    return [about(shape, "no-area", "error", `${label} has no area`)];
  }
  const isOutside = shape.points.some(([x, y]) => Math.min(x, y) < -EDGE || Math.max(x, y) > 1 + EDGE);
  return isOutside ? [about(shape, "outside", "warning", `${label} reaches outside the plan`)] : [];
}

function overlapIssues(shapes: readonly Shape[], label: (shape: Shape) => string): PlanIssue[] {
  const pairs = (["room", "desk"] as const).flatMap((kind) => overlapsAmong(shapes.filter((s) => s.kind === kind)));
  return pairs.map(([a, b]) => ({
    code: "overlap",
    level: "warning",
    shapeIds: [a.id, b.id],
    spaceId: null,
    text: `${label(a)} and ${lowerFirst(label(b))} overlap`,
  }));
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function notOnPlan(shapes: readonly Shape[], spaces: readonly PlanSpace[]): PlanIssue[] {
  const drawn = new Set(shapes.map(({ spaceId }) => spaceId));
  return spaces
    .filter(({ id }) => !drawn.has(id))
    .map(({ id, name }) => ({
      code: "not-on-plan",
      level: "warning",
      shapeIds: [],
      spaceId: id,
      text: `“${name}” is not on the plan`,
    }));
}

function spaceIssues(shape: Shape, label: string, known: Known): PlanIssue[] {
  const space = shape.spaceId === null ? null : known.get(shape.spaceId);
  if (space === undefined) {
    return [about(shape, "gone", "warning", `The space of this ${shape.kind} is archived or on another floor`)];
  }
  if (space === null && shape.edit?.name === undefined) {
    return [about(shape, "no-space", "warning", `A ${shape.kind} has no name: it will show nothing`)];
  }
  const issues: PlanIssue[] = [];
  const capacity = shape.edit?.capacity === undefined ? (space?.capacity ?? null) : shape.edit.capacity;
  if (capacity === null && shape.kind !== "desk" && !shape.edit?.typeId) {
    issues.push(about(shape, "no-capacity", "note", `${label} has no capacity`));
  }
  if (!space?.sources)
    issues.push(about(shape, "no-sensor", "note", `${label} has no sensor: it will read “Not monitored”`));
  return issues;
}
