import { type Feature, lineOf, numberOf, outlineOf, wordOf } from "./feature";
import type { Level, LevelItem } from "./levels";

/** How other tools call it. */
export const NAMES = ["name", "title", "label", "room_name", "space_name", "long_name", "short_name"];
const LEVELS = ["level", "level_name", "floor", "floor_name", "storey", "story", "floor_id", "level_id", "ordinal"];
const CATEGORIES = ["category", "kind", "type", "class", "room_type", "space_type", "use", "usage"];
const CAPACITIES = ["capacity", "seats", "seat_count", "max_occupancy", "people"];
const IDS = ["custom_id", "external_id", "space_id", "room_number", "number", "room_id", "code", "ref", "id"];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** What a category means here; the first that fits. */
const KINDS: readonly (readonly [RegExp, LevelItem["kind"] | null])[] = [
  [/door|opening|entrance|gate/i, "door"],
  [/wall|partition|column|structur|stair|step|ramp|elevator|lift|escalator|walkway|corridor|shaft/i, "wall"],
  [/desk|workstation|workplace|seat/i, "desk"],
  [/zone|open.?(space|plan|office)|neighbou?rhood|lobby|lounge|area/i, "zone"],
  [/plant|sign|furniture|equipment|outdoor|opentobelow/i, null],
];

export const kindOf = (category: string): LevelItem["kind"] | null =>
  (KINDS.find(([pattern]) => pattern.test(category)) ?? [null, "room"])[1];

/** What a feature is on a plan; null for nothing that is drawn. */
export function itemOf(feature: Feature, kind: LevelItem["kind"] | null): LevelItem | null {
  const outline = outlineOf(feature);
  const line = lineOf(feature);
  if (kind === null || !(outline ?? line)) return null;
  const drawn = outline === null ? (kind === "door" ? "door" : "wall") : kind;
  const id = wordOf(feature, IDS) ?? (feature.id === undefined ? null : String(feature.id).slice(0, 200));
  return {
    kind: drawn,
    points: drawn === "door" ? ends(outline ?? line ?? []) : (outline ?? line ?? []),
    name: wordOf(feature, NAMES),
    capacity: numberOf(feature, CAPACITIES),
    customId: id !== null && UUID.test(id) ? null : id,
  };
}

/** From hinge to latch: the two corners of a leaf that are farthest from each other. */
function ends(points: LevelItem["points"]): LevelItem["points"] {
  const [start] = points;
  if (!start) return [];
  const distance = ([x, y]: readonly [number, number]) => Math.hypot(x - start[0], y - start[1]);
  return [start, points.reduce((far, point) => (distance(point) > distance(far) ? point : far), start)];
}

/** The floors of a plain collection: features that name the same level stand on it. */
export function geojsonLevels(features: readonly Feature[]): Level[] {
  const groups = Map.groupBy(features, (feature) => wordOf(feature, LEVELS) ?? "");
  return [...groups].map(([said, those], index) => {
    const items = those.flatMap((feature) => itemOf(feature, kindOf(wordOf(feature, CATEGORIES) ?? "")) ?? []);
    const number = said === "" ? Number.NaN : Number(said);
    return {
      key: said || "only",
      name: said === "" ? "Imported floor" : Number.isFinite(number) ? `Level ${said}` : said,
      ordinal: Number.isInteger(number) ? number : index,
      building: null,
      items,
      leftOut: those.length - items.length,
    };
  });
}
