import { z } from "zod";
import { nameParts } from "./name-match";
import type { Source } from "./source";
import { SpaceKind } from "./space";

/** A place that does not exist yet, and what will stand in it. */
const NewPlace = z.strictObject({
  /** Only for this request: other places name it as their parent. */
  key: z.string().min(1).max(200),
  kind: SpaceKind,
  name: z.string().trim().min(1).max(200),
  /** One of those before it; else `parentId`, an existing space; sites have neither. */
  parentKey: z.string().nullable(),
  parentId: z.string().nullable(),
  sourceIds: z.array(z.string()).max(500),
});
export type NewPlace = z.infer<typeof NewPlace>;

/** `POST /api/sources/places`: makes places that sources are named after, and maps those; all or nothing. */
export const NewPlaces = z.strictObject({ items: z.array(NewPlace).min(1).max(500) });
export type NewPlaces = z.infer<typeof NewPlaces>;

export const CreatedPlaces = z.object({ spaces: z.number(), sources: z.number() });
export type CreatedPlaces = z.infer<typeof CreatedPlaces>;

/** A place that is proposed, with where the name comes from. */
export interface Proposal extends NewPlace {
  /** "Zoom location", "label room of 3 sources". */
  readonly from: string;
}

/** An existing floor, and names by which labels may mean it. */
export interface KnownFloor {
  readonly id: string;
  readonly name: string;
}

/** From here on the source has its place among those there are: no new one is needed. */
const FITS = 60;

const LOCATION_KINDS: Readonly<Record<string, SpaceKind>> = {
  campus: "site",
  city: "site",
  building: "building",
  floor: "floor",
};
const LABEL_KINDS: Readonly<Record<string, SpaceKind>> = { room: "room", space: "room", zone: "zone", desk: "desk" };
const FLOOR_LABELS: readonly string[] = ["label:floor", "label:level"];

const hasPlace = ({ waiting }: Source) => (waiting?.suggestion?.confidence ?? 0) >= FITS;
const sameName = (name: string) => nameParts(name).join(" ");
const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);

interface Location {
  readonly kind: string;
  readonly externalId: string;
}

const parentOf = ({ facts }: Source): Location | null => {
  const parent = facts.parent as Location | null | undefined; // written by the adapters only
  return parent && typeof parent === "object" ? parent : null;
};

/**
 * Places that the names in the payloads speak of and that do not exist: locations and rooms by name, and what labels
 * call a room, desk or zone. `mapped`: locations that stand somewhere, as parents. Parents come before what is in them.
 */
export function proposePlaces(
  waiting: readonly Source[],
  mapped: readonly Source[],
  floors: readonly KnownFloor[],
): Proposal[] {
  const locations = proposeLocations(waiting, mapped);
  const homeless = waiting.filter((source) => !hasPlace(source));
  const named = homeless.filter(isNamedPlace).map((source) => byName(source));
  const labelled = proposeLabelled(
    homeless.filter((source) => !isNamedPlace(source) && source.kind !== "location"),
    floors,
    locations,
  );
  return [...locations, ...inOrder([...named, ...labelled])];
}

const ORDER: readonly SpaceKind[] = ["site", "building", "floor", "room", "zone", "desk"];
const inOrder = (proposals: readonly Proposal[]) =>
  proposals.toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.localeCompare(b.name, "en", { numeric: true }),
  );

/** A Zoom Room or a Butlr place: its own name is the place's. */
const isNamedPlace = ({ vendor, kind, name }: Source) =>
  name !== null && ((vendor === "zoom" && kind === "room") || (vendor === "butlr" && kind !== "sensor"));

function byName(source: Source): Proposal {
  const kind = SpaceKind.safeParse(source.kind);
  return {
    key: `source-${source.id}`,
    kind: kind.success ? kind.data : "room",
    name: source.name ?? source.externalId,
    parentKey: null,
    parentId: null,
    sourceIds: [source.id],
    from: source.vendor === "zoom" ? "Zoom Room" : `Butlr ${source.kind}`,
  };
}

function proposeLocations(waiting: readonly Source[], mapped: readonly Source[]): Proposal[] {
  const all = [...waiting, ...mapped].filter(({ kind }) => kind === "location");
  const byId = new Map(all.map((source) => [source.externalId, source]));
  const isNew = (source: Source) =>
    source.space === null && !hasPlace(source) && LOCATION_KINDS[String(source.facts.type)] !== undefined;
  const proposals = all.filter(isNew).map((source): Proposal => {
    const parent = byId.get(parentOf(source)?.externalId ?? "");
    return {
      key: `source-${source.id}`,
      kind: LOCATION_KINDS[String(source.facts.type)] ?? "floor",
      name: source.name ?? source.externalId,
      parentKey: parent && isNew(parent) ? `source-${parent.id}` : null,
      parentId:
        parent?.space?.id ?? (parent && hasPlace(parent) ? (parent.waiting?.suggestion?.space.id ?? null) : null),
      sourceIds: [source.id],
      from: "Zoom location",
    };
  });
  return inOrder(proposals);
}

interface Labelled {
  readonly kind: SpaceKind;
  readonly label: string;
  readonly name: string;
  readonly floor: string | null;
}

function labelled({ facts }: Source): Labelled | null {
  const floor = FLOOR_LABELS.map((label) => text(facts[label])).find((value) => value !== null) ?? null;
  for (const [label, kind] of Object.entries(LABEL_KINDS)) {
    const name = text(facts[`label:${label}`]);
    if (name !== null) return { kind, label, name, floor };
  }
  return null;
}

/** One place for all whose labels say the same. */
function proposeLabelled(
  sources: readonly Source[],
  floors: readonly KnownFloor[],
  locations: readonly Proposal[],
): Proposal[] {
  const found = new Map<string, Proposal>();
  for (const source of sources) {
    const said = labelled(source);
    if (!said) continue;
    const key = `${said.kind}-${sameName(said.floor ?? "")}-${sameName(said.name)}`;
    const known = found.get(key);
    const sourceIds = [...(known?.sourceIds ?? []), source.id];
    const from = `label ${said.label}${sourceIds.length > 1 ? ` of ${sourceIds.length} sources` : ""}`;
    const { kind, name } = known ?? said;
    found.set(key, { key, kind, name, ...floorOf(said.floor, floors, locations), sourceIds, from });
  }
  return [...found.values()];
}

/** The one floor that is called so: an existing one first, then one that is proposed. */
function floorOf(said: string | null, floors: readonly KnownFloor[], locations: readonly Proposal[]) {
  if (said === null) return { parentId: null, parentKey: null };
  const isCalled = ({ name }: { name: string }) => sameName(name) === sameName(said);
  const existing = floors.filter(isCalled);
  if (existing.length > 0)
    return { parentId: existing.length === 1 ? (existing[0]?.id ?? null) : null, parentKey: null };
  const proposed = locations.filter((one) => one.kind === "floor" && isCalled(one));
  return { parentId: null, parentKey: proposed.length === 1 ? (proposed[0]?.key ?? null) : null };
}
