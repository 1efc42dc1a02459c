import type { SpaceKind } from "../space";
import { text } from "../text";

/** Every column an import understands, as the export and the template call it. */
export const COLUMN_TITLES = {
  spaceId: text("Space id"),
  kind: text("Kind"),
  site: text("Site"),
  building: text("Building"),
  floor: text("Floor"),
  room: text("Room"),
  zone: text("Zone"),
  desk: text("Desk"),
  path: text("Path"),
  name: text("Name"),
  type: text("Type"),
  capacity: text("Capacity"),
  tags: text("Tags"),
  customId: text("Custom id"),
  timeZone: text("Time zone"),
  sourceVendor: text("Source vendor"),
  sourceKind: text("Source kind"),
  sourceId: text("Source id"),
  /** For people to read; an import does not use it. */
  sourceName: text("Source name"),
} as const;
export type Column = keyof typeof COLUMN_TITLES;

/** Columns that are the way through the tree, from the top. */
export const LEVELS = ["site", "building", "floor", "room", "zone", "desk"] as const satisfies readonly SpaceKind[];

/** The columns of an export and of the template, in their order. */
export const EXPORT_COLUMNS = [
  "spaceId",
  "kind",
  ...LEVELS,
  "type",
  "capacity",
  "tags",
  "customId",
  "timeZone",
  "sourceVendor",
  "sourceKind",
  "sourceId",
  "sourceName",
] as const satisfies readonly Column[];

/** Other words that people and other programs use, without signs and blanks. */
const SYNONYMS: Readonly<Record<Column, readonly string[]>> = {
  spaceId: ["id"],
  kind: ["spacekind"],
  site: ["sitename", "campus", "office"],
  building: ["buildingname", "bldg"],
  floor: ["floorname", "level", "storey", "story"],
  room: ["roomname", "meetingroom"],
  zone: ["zonename", "area", "neighbourhood", "neighborhood"],
  desk: ["deskname", "desknumber", "seat", "workstation", "workplace"],
  path: ["fullpath", "location", "place"],
  name: ["newname", "displayname", "spacename"],
  type: ["spacetype", "roomtype", "category", "usage"],
  capacity: ["seats", "people", "maxpeople", "maxoccupancy", "cap"],
  tags: ["tag", "labels"],
  customId: ["externalid", "reference", "ref", "code", "assetid"],
  timeZone: ["tz"],
  sourceVendor: ["vendor", "manufacturer"],
  sourceKind: [],
  sourceId: ["deviceid", "sensorid", "device", "sensor", "serial", "serialnumber"],
  sourceName: ["devicename", "sensorname"],
};

const plain = (header: string) => header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const BY_WORD: ReadonlyMap<string, Column> = new Map(
  (Object.keys(COLUMN_TITLES) as Column[]).flatMap((column) =>
    [plain(COLUMN_TITLES[column]), ...SYNONYMS[column]].map((word) => [word, column] as const),
  ),
);

/** Which column a header means, whatever its case, blanks and signs; null for none of ours. */
export const columnOf = (header: string): Column | null => BY_WORD.get(plain(header)) ?? null;
