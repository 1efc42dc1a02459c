import { VENDORS, type VendorId } from "../observation";
import { SpaceKind } from "../space";
import { say, type Words } from "../words";
import { readTags } from "./csv-cell";
import { COLUMN_TITLES, type Column, LEVELS } from "./import-columns";
import type { SheetRow } from "./read-sheet";
import { type Problem, problemOf } from "./row-problem";

/** One step of a way through the tree. */
export interface Level {
  readonly kind: SpaceKind;
  readonly name: string;
}

export interface SourceWish {
  readonly vendor: VendorId;
  readonly kind: string | null;
  readonly id: string;
}

/** What one row asks for. Null takes a value away; what is not there stays as it is. */
export interface RowWish {
  readonly row: number;
  readonly spaceId: number | null;
  /** From the top; the last one is the space itself. Empty when only an id says which. */
  readonly way: readonly Level[];
  /** What it is called from now on, when that is not the last step of the way. */
  readonly newName: string | null;
  readonly values: RowValues;
  readonly source: SourceWish | null;
  readonly problems: readonly Problem[];
}

export interface RowValues {
  readonly customId?: string;
  /** Name of a space type. */
  readonly type?: string | null;
  readonly capacity?: number | null;
  readonly tags?: readonly string[];
  readonly timeZone?: string | null;
}

const MOST_SIGNS = 200;
const MOST_TAGS = 50;
const MOST_TAG_SIGNS = 50;
const NOTHING = /^[-–—]$/;

/** Reads the cells of a row. What is wrong with them comes along as problems, each in a sentence. */
export function rowWish({ row, cells }: SheetRow): RowWish {
  const problems: Problem[] = [];
  const wrong = (column: Column | null, words: Words) => {
    problems.push(problemOf(column, words));
    return null;
  };
  for (const [column, cell] of Object.entries(cells))
    if (cell.length > MOST_SIGNS && column !== "path" && column !== "tags" && column !== "sourceName")
      wrong(
        column as Column,
        say("{column} is longer than {most} characters.", {
          column: COLUMN_TITLES[column as Column],
          most: MOST_SIGNS,
        }),
      );
  const spaceId = cells.spaceId === undefined ? null : readId(cells.spaceId, wrong);
  const { way, newName } = readWay(cells, spaceId !== null || cells.customId !== undefined, wrong);
  const values = readValues(cells, wrong);
  const source = readSource(cells, wrong);
  if (problems.length === 0 && spaceId === null && way.length === 0 && values.customId === undefined)
    wrong(null, say("Nothing says which space this row is about."));
  return { row, spaceId, way, newName, values, source, problems };
}

type Cells = SheetRow["cells"];
type Wrong = (column: Column | null, words: Words) => null;

function readId(cell: string, wrong: Wrong): number | null {
  const id = /^[1-9]\d{0,8}(?:\.0+)?$/.test(cell) ? Number(cell) : null;
  return id ?? wrong("spaceId", say('"{cell}" is no space id. Leave it empty for a new space.', { cell }));
}

/** The way by its columns or by a path. Name is its last step, or what the space is called from now on. */
function readWay(cells: Cells, isKnownById: boolean, wrong: Wrong): { way: Level[]; newName: string | null } {
  const kind = cells.kind === undefined ? null : readKind(cells.kind, wrong);
  const byLevel = LEVELS.flatMap((level): Level[] => {
    const name = cells[level];
    return name === undefined ? [] : [{ kind: level, name }];
  });
  const way = byLevel.length > 0 ? byLevel : readPath(cells.path, kind, wrong);
  const last = way.at(-1);
  const name = cells.name ?? null;
  const ownKind = name === null ? null : kindOfName(kind, last, isKnownById);
  if (name !== null && ownKind !== null) return { way: [...way, { kind: ownKind, name }], newName: null };
  if (name !== null && !last && !isKnownById)
    wrong("name", say('Say in Site, Building and Floor where "{name}" is, and in Kind what it is.', { name }));
  if (kind !== null && last && last.kind !== kind && !isKnownById)
    wrong(
      "kind",
      say(
        'Kind says {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}}, but the row ends at the {lastKind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} "{last}".',
        { kind, lastKind: last.kind, last: last.name },
      ),
    );
  return { way, newName: name === last?.name ? null : name };
}

const NEXT_BELOW: Partial<Record<SpaceKind, SpaceKind>> = { site: "building", building: "floor", floor: "room" };

/** Of what kind the space is that Name names below the way; null when it renames the way's last step. */
function kindOfName(kind: SpaceKind | null, last: Level | undefined, isKnownById: boolean): SpaceKind | null {
  if (!last) return kind === "site" && !isKnownById ? kind : null;
  if (kind !== null) return LEVELS.indexOf(kind) > LEVELS.indexOf(last.kind) ? kind : null;
  return isKnownById ? null : (NEXT_BELOW[last.kind] ?? null);
}

function readKind(cell: string, wrong: Wrong): SpaceKind | null {
  const kind = SpaceKind.safeParse(cell.toLowerCase());
  if (kind.success) return kind.data;
  return wrong("kind", say('"{cell}" is no kind of space: site, building, floor, room, zone or desk.', { cell }));
}

const PATH_PARTS = /\s*>\s*|\s+\/\s+/;

/** "Oslo > Kvartal 12 > 2 > Fjord": the last part is of the row's kind, the ones above as they usually nest. */
function readPath(path: string | undefined, kind: SpaceKind | null, wrong: Wrong): Level[] {
  if (path === undefined) return [];
  const names = path.split(PATH_PARTS).filter((name) => name !== "");
  if (names.some((name) => name.length > MOST_SIGNS))
    wrong("path", say("A part of Path is longer than {most} characters.", { most: MOST_SIGNS }));
  const usual = ["site", "building", "floor", "room", "desk"] as const;
  if (names.length > 6) wrong("path", say("Path has more than six parts."));
  return names.map((name, i): Level => {
    const isLast = i === names.length - 1;
    const above = names.length === 6 ? LEVELS[i] : usual[i];
    return { kind: isLast && i > 2 && kind !== null && LEVELS.indexOf(kind) > 2 ? kind : (above ?? "desk"), name };
  });
}

function readValues(cells: Cells, wrong: Wrong): RowValues {
  const { customId, type, capacity, tags, timeZone } = cells;
  return {
    ...(customId === undefined ? {} : { customId }),
    ...(type === undefined ? {} : { type: NOTHING.test(type) ? null : type }),
    ...(capacity === undefined ? {} : { capacity: readCapacity(capacity, wrong) }),
    ...(tags === undefined ? {} : { tags: NOTHING.test(tags) ? [] : checkedTags(tags, wrong) }),
    ...(timeZone === undefined ? {} : { timeZone: NOTHING.test(timeZone) ? null : readTimeZone(timeZone, wrong) }),
  };
}

function readCapacity(cell: string, wrong: Wrong): number | null {
  if (NOTHING.test(cell)) return null;
  const plain = cell.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)/g, "").replace(/\.0+$/, "");
  if (/^\d{1,6}$/.test(plain) && Number(plain) <= 100_000) return Number(plain);
  return wrong("capacity", say('Capacity is a whole number from 0 to 100000, not "{cell}".', { cell }));
}

function checkedTags(cell: string, wrong: Wrong): string[] {
  const tags = readTags(cell);
  if (tags.some((tag) => tag.length > MOST_TAG_SIGNS))
    wrong("tags", say("A tag is longer than {most} characters.", { most: MOST_TAG_SIGNS }));
  if (tags.length > MOST_TAGS)
    wrong("tags", say("A space has at most {most} tags; here are {count}.", { most: MOST_TAGS, count: tags.length }));
  return tags;
}

function readTimeZone(cell: string, wrong: Wrong): string | null {
  try {
    // Offsets such as +02:00 are accepted by Intl, but know no summer time.
    if (!/^[A-Za-z]/.test(cell)) throw new RangeError();
    return new Intl.DateTimeFormat("en", { timeZone: cell }).resolvedOptions().timeZone === "" ? null : cell;
  } catch {
    return wrong("timeZone", say('"{cell}" is no time zone. It is written like Europe/Oslo.', { cell }));
  }
}

const VENDOR_WORDS: ReadonlyMap<string, VendorId> = new Map([
  ...VENDORS.map((vendor) => [vendor, vendor] as const),
  ["dt", "disruptive"],
  ["disruptivetechnologies", "disruptive"],
  ["zoomrooms", "zoom"],
  ["zoomworkplace", "zoom"],
]);

function readSource(cells: Cells, wrong: Wrong): SourceWish | null {
  const { sourceVendor, sourceKind = null, sourceId } = cells;
  if (sourceVendor === undefined && sourceId === undefined) return null;
  if (sourceVendor === undefined)
    return wrong("sourceVendor", say("Source vendor is missing: Butlr, Disruptive or Zoom."));
  const vendor = VENDOR_WORDS.get(sourceVendor.toLowerCase().replace(/[^a-z]/g, ""));
  if (!vendor)
    return wrong("sourceVendor", say('"{vendor}" is no vendor: Butlr, Disruptive or Zoom.', { vendor: sourceVendor }));
  if (sourceId === undefined) return wrong("sourceId", say("Source id is missing."));
  return { vendor, kind: sourceKind, id: sourceId };
}
