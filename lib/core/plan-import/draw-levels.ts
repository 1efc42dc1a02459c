import { type FloorPlan, isSpaceShape, MOST_SHAPES, type Point, type Shape } from "../floor-plan";
import type { Level, LevelItem, Place } from "./levels";

/** m per degree of latitude. */
const DEGREE_M = 111_320;
/** Part of the frame that stays free at each edge. */
const MARGIN = 0.03;
const MOST_POINTS = 500;

interface Ground {
  /** From the file to metres: to the right and down. */
  readonly toMetres: (place: Place) => Place;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Each level as a plan. All have one frame, so that floors lie over each other, and their walls are level with it. */
export function drawLevels(levels: readonly Level[]): FloorPlan[] {
  const lines = levels.flatMap(({ items }) => items.map(({ points }) => points));
  if (lines.length === 0) return levels.map(() => ({ aspect: 1.6, widthM: null, drawing: null, shapes: [] }));
  const ground = groundOf(lines);
  return levels.map((level) => drawLevel(level, ground));
}

function groundOf(lines: readonly (readonly Place[])[]): Ground {
  const flat = flattened(lines.flat());
  const turn = turnOf(lines.map((line) => line.map(flat)));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const toMetres = (place: Place): Place => {
    const [x, y] = flat(place);
    return [x * cos + y * sin, y * cos - x * sin];
  };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const place of lines.flat()) {
    const [x, y] = toMetres(place);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const margin = MARGIN * Math.max(right - left, bottom - top, 0.1);
  return {
    toMetres,
    left: left - margin,
    top: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}

/** A building is small: around its first corner the earth is flat. Numbers that are no longitudes are metres already. */
function flattened(places: readonly Place[]): (place: Place) => Place {
  const [lon0, lat0] = places[0] ?? [0, 0];
  const isGeographic = places.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  const [perX, perY] = isGeographic ? [DEGREE_M * Math.cos((lat0 * Math.PI) / 180), DEGREE_M] : [1, 1];
  return ([x, y]) => [(x - lon0) * perX, -(y - lat0) * perY];
}

/** How far the walls are turned from level: the mean of their directions, long ones counting more, right angles alike. */
function turnOf(lines: readonly (readonly Place[])[]): number {
  let [x, y] = [0, 0];
  for (const line of lines) {
    for (const [index, [ax, ay]] of line.entries()) {
      const [bx, by] = line[(index + 1) % line.length] as Place;
      const length = Math.hypot(bx - ax, by - ay);
      const angle = 4 * Math.atan2(by - ay, bx - ax);
      x += length * Math.cos(angle);
      y += length * Math.sin(angle);
    }
  }
  return Math.atan2(y, x) / 4;
}

/** From the bottom to the top: what is large must not lie on what stands in it. */
const ORDER: readonly LevelItem["kind"][] = ["room", "zone", "desk", "wall", "door"];

function drawLevel({ items }: Level, ground: Ground): FloorPlan {
  const { left, top, width, height, toMetres } = ground;
  const toFrame = (place: Place): Point => {
    const [x, y] = toMetres(place);
    return [rounded((x - left) / width), rounded((y - top) / height)];
  };
  const shapes = ORDER.flatMap((kind) => items.filter((item) => item.kind === kind))
    .slice(0, MOST_SHAPES)
    .map((item, index) => shapeOf(item, `i${index + 1}`, item.points.map(toFrame)));
  return {
    aspect: Math.min(20, Math.max(0.05, width / height)),
    widthM: Math.min(10_000, rounded(width)),
    drawing: null,
    shapes,
  };
}

const rounded = (value: number) => Math.round(value * 1e5) / 1e5;

function shapeOf({ kind, name, capacity, customId }: LevelItem, id: string, points: Point[]): Shape {
  const step = Math.ceil(points.length / MOST_POINTS);
  const kept = points.filter((_, index) => index % step === 0);
  const isClosed = kind === "wall" && kept.length > 2;
  const shape = {
    id,
    kind,
    points: isClosed ? [...kept, kept[0] as Point].slice(0, MOST_POINTS) : kept,
    spaceId: null,
  };
  if (!isSpaceShape(kind)) return shape;
  const edit = {
    ...(name !== null && { name }),
    ...(capacity !== null && { capacity }),
    ...(customId !== null && { customId }),
  };
  return Object.keys(edit).length === 0 ? shape : { ...shape, edit };
}
