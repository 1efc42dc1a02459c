import type { SpaceKind } from "../space";
import { safeCell, tagsCell, visibleText } from "./csv-cell";
import { COLUMN_TITLES, EXPORT_COLUMNS } from "./import-columns";
import type { KnownType } from "./import-plan";
import type { KnownSpace } from "./import-tree";

/** A source as an export names it. */
export interface ExportedSource {
  readonly vendor: string;
  readonly kind: string;
  readonly externalId: string;
  readonly name: string | null;
  readonly spaceId: number;
}

/** The headers of the export and of the template. */
export const EXPORT_HEADER: readonly string[] = EXPORT_COLUMNS.map((column) => COLUMN_TITLES[column]);

type Cells = Partial<Record<(typeof EXPORT_COLUMNS)[number], string>>;

const line = (cells: Cells): string[] => EXPORT_COLUMNS.map((column) => safeCell(cells[column] ?? ""));

/**
 * Spaces as rows of cells, depth first; one with several sources has a row for each. Importing them unchanged changes
 * nothing. No cell begins as a formula.
 */
export function exportRows(
  spaces: readonly KnownSpace[],
  types: readonly KnownType[],
  sources: readonly ExportedSource[],
): string[][] {
  const typeNames = new Map(types.map(({ id, name }) => [id, name]));
  const children = Map.groupBy(spaces, ({ parentId }) => parentId);
  const placed = Map.groupBy(sources, ({ spaceId }) => spaceId);
  const rows: string[][] = [];
  const walk = (space: KnownSpace, above: Cells) => {
    const way: Cells = { ...above, [space.kind satisfies SpaceKind]: space.name };
    const cells = { ...way, ...cellsOf(space, typeNames) };
    const named = (placed.get(space.id) ?? []).filter(({ externalId }) => visibleText(externalId) === externalId);
    for (const source of named.length > 0 ? named : [null])
      rows.push(line({ ...cells, ...(source ? sourceCells(source) : {}) }));
    for (const child of children.get(space.id) ?? []) walk(child, way);
  };
  for (const root of children.get(null) ?? []) walk(root, {});
  return rows;
}

const cellsOf = (space: KnownSpace, typeNames: ReadonlyMap<number, string>): Cells => ({
  spaceId: String(space.id),
  kind: space.kind,
  type: space.typeId === null ? "" : (typeNames.get(space.typeId) ?? ""),
  capacity: space.capacity === null ? "" : String(space.capacity),
  tags: tagsCell(space.tags),
  customId: space.customId ?? "",
  timeZone: space.timeZone ?? "",
});

const sourceCells = ({ vendor, kind, externalId, name }: ExportedSource): Cells => ({
  sourceVendor: vendor,
  sourceKind: kind,
  sourceId: externalId,
  sourceName: visibleText(name ?? ""),
});

/** Rows that show how the template is filled in. */
export const TEMPLATE_ROWS: readonly string[][] = [
  line({ site: "Oslo", timeZone: "Europe/Oslo" }),
  line({ site: "Oslo", building: "Kvartal 12", floor: "2", room: "Fjord", capacity: "8", tags: "quiet; window" }),
  line({ site: "Oslo", building: "Kvartal 12", floor: "2", zone: "North", capacity: "12" }),
  line({ site: "Oslo", building: "Kvartal 12", floor: "2", zone: "North", desk: "Desk 1", customId: "N-01" }),
];
