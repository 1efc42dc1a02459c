import { type Feature, featuresOf, wordOf } from "./feature";
import type { Level, LevelItem } from "./levels";
import { itemOf, kindOf, NAMES } from "./read-geojson";

/** The documents of an IMDF archive (OGC 20-094) that are read, by the names it gives them. */
export const IMDF_FILES = ["building", "level", "unit", "fixture", "opening", "anchor", "occupant"] as const;
export type ImdfFile = (typeof IMDF_FILES)[number];
export type ImdfFiles = Readonly<Partial<Record<ImdfFile, unknown>>>;

/** Units nobody works in, drawn as lines; the rest are rooms unless their name says zone. */
const LINES =
  /^(walkway|stairs|steps|ramp|elevator|escalator|movingwalkway|structure|column|brick|concrete|glass|rail|fence)$/i;
const NOTHING = /^(opentobelow|unenclosedarea|road|vegetation|footbridge)$/i;

function unitKind(category: string): LevelItem["kind"] | null {
  if (LINES.test(category)) return "wall";
  if (NOTHING.test(category)) return null;
  return /^(lobby|lounge|recreation|waitingroom|foodservice)/i.test(category) ? "zone" : "room";
}

const fixtureKind = (category: string) => (kindOf(category) === "desk" ? "desk" : null);

/** The floors of an archive; null when it has no levels or no units. */
export function imdfLevels(files: ImdfFiles): Level[] | null {
  const levels = featuresOf(files.level);
  const units = featuresOf(files.unit);
  if (!levels || !units) return null;
  const buildings = new Map((featuresOf(files.building) ?? []).map((b) => [String(b.id), wordOf(b, NAMES)]));
  const tenants = tenantsOf(files);
  const named = (unit: Feature): LevelItem | null => {
    const item = itemOf(unit, unitKind(wordOf(unit, ["category"]) ?? ""));
    return item && { ...item, name: item.name ?? tenants.get(String(unit.id)) ?? null };
  };
  const onLevel = (features: readonly Feature[] | null) =>
    Map.groupBy(features ?? [], (feature) => String(feature.properties?.level_id));
  const [unitsOf, fixturesOf, openingsOf] = [units, featuresOf(files.fixture), featuresOf(files.opening)].map(onLevel);
  return levels.map((level, index) => {
    const key = String(level.id ?? index);
    const [rooms, fixtures, openings] = [unitsOf, fixturesOf, openingsOf].map((all) => all?.get(key) ?? []);
    const items = [
      ...(rooms ?? []).flatMap((unit) => named(unit) ?? []),
      ...(fixtures ?? []).flatMap((fixture) => itemOf(fixture, fixtureKind(wordOf(fixture, ["category"]) ?? "")) ?? []),
      ...(openings ?? []).flatMap((opening) => itemOf(opening, "door") ?? []),
    ];
    const ordinal = Number(level.properties?.ordinal ?? index);
    const building = level.properties?.building_ids;
    return {
      key,
      name: wordOf(level, NAMES) ?? `Level ${ordinal}`,
      ordinal: Number.isInteger(ordinal) ? ordinal : index,
      building: buildings.get(String(Array.isArray(building) ? building[0] : "")) ?? null,
      items,
      leftOut: (rooms?.length ?? 0) + (fixtures?.length ?? 0) + (openings?.length ?? 0) - items.length,
    };
  });
}

/** Who is in which unit: an occupant stands at an anchor, the anchor in a unit. */
function tenantsOf(files: ImdfFiles): Map<string, string> {
  const anchors = new Map((featuresOf(files.anchor) ?? []).map((a) => [String(a.id), String(a.properties?.unit_id)]));
  const tenants = new Map<string, string>();
  for (const occupant of featuresOf(files.occupant) ?? []) {
    const unit = anchors.get(String(occupant.properties?.anchor_id));
    const name = wordOf(occupant, NAMES);
    if (unit !== undefined && name !== null) tenants.set(unit, name);
  }
  return tenants;
}
