import { z } from "zod";
import type { Place } from "./levels";

const Feature = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown().optional() }).nullable(),
  properties: z.record(z.string(), z.unknown()).nullable().default({}),
});
export type Feature = z.infer<typeof Feature>;

const Collection = z.object({ type: z.literal("FeatureCollection"), features: z.array(z.unknown()) });

/** The features of a GeoJSON document; null when it is none. What is no feature in it is left out. */
export function featuresOf(document: unknown): Feature[] | null {
  const collection = Collection.safeParse(document);
  if (!collection.success) return null;
  return collection.data.features.flatMap((feature) => Feature.safeParse(feature).data ?? []);
}

const plain = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, " ")
    .trim()
    .slice(0, 200) || null;

/** A label: words, a number, or words by language, of which English or the first one counts. */
function label(value: unknown): string | null {
  if (typeof value === "string") return plain(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const words = value as Record<string, unknown>;
  const chosen = words.en ?? Object.values(words)[0];
  return typeof chosen === "string" ? plain(chosen) : null;
}

/** The first of these properties that says something, letter case aside. */
export function wordOf({ properties }: Feature, names: readonly string[]): string | null {
  const lower = new Map(Object.entries(properties ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  for (const name of names) {
    const found = label(lower.get(name));
    if (found !== null) return found;
  }
  return null;
}

/** A whole number of people, or nothing. */
export function numberOf(feature: Feature, names: readonly string[]): number | null {
  const number = Number(wordOf(feature, names) ?? Number.NaN);
  return Number.isInteger(number) && number >= 0 && number <= 100_000 ? number : null;
}

const isPlace = (value: unknown): value is [number, number] =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const places = (value: unknown): Place[] =>
  Array.isArray(value) ? value.filter(isPlace).map(([x, y]) => [x, y] as const) : [];

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);

/** The outer corners of a polygon, of several the one with the most; null for anything else. */
export function outlineOf({ geometry }: Feature): Place[] | null {
  const rings =
    geometry?.type === "Polygon"
      ? [places(first(geometry.coordinates))]
      : geometry?.type === "MultiPolygon" && Array.isArray(geometry.coordinates)
        ? geometry.coordinates.map((polygon) => places(first(polygon)))
        : [];
  const [ring] = rings.map(opened).sort((a, b) => b.length - a.length);
  return ring && ring.length >= 3 ? ring : null;
}

/** GeoJSON says the first corner again at the end. */
function opened(ring: Place[]): Place[] {
  const [start, end] = [ring[0], ring.at(-1)];
  return start && end && ring.length > 1 && start[0] === end[0] && start[1] === end[1] ? ring.slice(0, -1) : ring;
}

/** The corners of a line; null for anything else. */
export function lineOf({ geometry }: Feature): Place[] | null {
  const line = geometry?.type === "LineString" ? places(geometry.coordinates) : [];
  return line.length >= 2 ? line : null;
}
