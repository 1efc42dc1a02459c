import { PARENT_KINDS, type SpaceKind } from "../space";
import { say } from "../words";
import type { ImportPlan, ImportWorld, KnownSource, PlannedRow, ValueChange } from "./import-plan";
import {
  buildTree,
  enlist,
  findBelow,
  type ImportTree,
  makeNode,
  type Node,
  onlyBelow,
  rank,
  siteOf,
  standsAt,
} from "./import-tree";
import { type Problem, RowProblem } from "./row-problem";
import { giveValues, settleValues, valueChanges } from "./row-values";
import type { Level, RowWish } from "./row-wish";

interface Work {
  readonly world: ImportWorld;
  readonly tree: ImportTree;
  readonly sources: ReadonlyMap<string, readonly KnownSource[]>;
  /** Row and space that claimed a source. */
  readonly claimed: Map<number, { row: number; node: Node }>;
}

/**
 * What an import would do: every row for itself, each space once, parents before what is in them, whatever the order of
 * the rows. Decides only; nothing is written.
 */
export function planImport(wishes: readonly RowWish[], world: ImportWorld): ImportPlan {
  const work: Work = { world, tree: buildTree(world.spaces), sources: indexSources(world), claimed: new Map() };
  const depth = (wish: RowWish) => {
    const kind = work.tree.byId.get(wish.spaceId ?? 0)?.kind ?? wish.way.at(-1)?.kind;
    return kind === undefined ? 6 : rank(kind);
  };
  const sorted = [...wishes].sort((a, b) => depth(a) - depth(b) || a.row - b.row);
  const rows = sorted.map((wish) => (wish.problems.length > 0 ? failed(wish, wish.problems) : planRow(work, wish)));
  return { rows: rows.sort((a, b) => a.row - b.row), made: work.tree.made };
}

const failed = ({ row }: RowWish, problems: readonly Problem[]): PlannedRow => ({
  row,
  outcome: "problem",
  node: null,
  changes: [],
  source: null,
  problems,
});

function planRow(work: Work, wish: RowWish): PlannedRow {
  try {
    return doRow(work, wish);
  } catch (error) {
    if (error instanceof RowProblem) return failed(wish, [error.problem]);
    throw error;
  }
}

function doRow(work: Work, wish: RowWish): PlannedRow {
  const source = findSource(work, wish);
  const found = findNode(work, wish);
  const kind = found?.kind ?? wish.way.at(-1)?.kind;
  if (!kind)
    throw new RowProblem(
      "customId",
      say('No space has the custom id "{customId}".', { customId: wish.values.customId ?? "" }),
    );
  const values = settleValues(work.world, kind, wish.values);
  const node = found ?? walk(work, wish.way);
  const isNew = node.known === null && node.row === null;
  const place = settlePlace(work, node, wish, found !== null);
  const changes = [...place.changes, ...valueChanges(work, node, values)];
  checkTwin(node, changes, source);
  Object.assign(node, { parent: place.parent, name: place.name, row: node.row ?? wish.row });
  enlist(work.tree, node);
  giveValues(work.tree, node, values);
  const isMove = source !== null && source.spaceId !== (node.known?.id ?? -1);
  if (source !== null) work.claimed.set(source.id, { row: wish.row, node });
  const outcome = isNew ? "create" : changes.length > 0 || isMove ? "update" : "unchanged";
  return { row: wish.row, outcome, node, changes, source: isMove ? source : null, problems: [] };
}

/** Two rows may be about one space when the second adds a source and says nothing else. */
function checkTwin(node: Node, changes: readonly ValueChange[], source: KnownSource | null) {
  if (node.row === null) return;
  const [other] = changes;
  if (other)
    throw new RowProblem(
      other.column,
      say("Row {row} is about the same space and says something else.", { row: node.row }),
    );
  if (source === null) throw new RowProblem(null, say("Row {row} is about the same space.", { row: node.row }));
}

function findNode({ tree }: Work, wish: RowWish): Node | null {
  const last = wish.way.at(-1);
  const node = byIds(tree, wish);
  if (node && last && node.kind !== last.kind)
    throw new RowProblem(
      "kind",
      say(
        '"{name}" is a {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}}, but the row ends at the {lastKind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} "{last}".',
        { name: node.name, kind: node.kind, lastKind: last.kind, last: last.name },
      ),
    );
  return node;
}

function byIds(tree: ImportTree, { spaceId, values, way }: RowWish): Node | null {
  if (spaceId !== null) {
    const node = tree.byId.get(spaceId);
    if (!node) throw new RowProblem("spaceId", say("There is no space {id} in your sites.", { id: String(spaceId) }));
    return node;
  }
  const { customId } = values;
  if (customId === undefined) return null;
  const site = way[0]?.kind === "site" ? findBelow(tree, null, way[0])[0] : undefined;
  const same = (tree.byCustomId.get(customId) ?? []).filter(
    (node) => node.customId === customId && (site === undefined || siteOf(node) === site),
  );
  if (same.length > 1)
    throw new RowProblem(
      "customId",
      say('{count} spaces have the custom id "{customId}". Give the Space id.', { count: same.length, customId }),
    );
  return same[0] ?? null;
}

/** What the way leads to; what is not there yet will be made. */
function walk(work: Work, way: readonly Level[]): Node {
  const { tree, world } = work;
  let at: Node | null = null;
  const full = wholeWay(tree, way);
  for (const step of full) {
    const found = findBelow(tree, at, step);
    if (found.length > 1)
      throw new RowProblem(
        step.kind,
        say(
          'There are {count} {kind, select, site {sites} building {buildings} floor {floors} room {rooms} zone {zones} other {desks}} called "{name}" here. Give the Space id.',
          { count: found.length, kind: step.kind, name: step.name },
        ),
      );
    if (!found[0] && step.kind === "site" && !world.mayCreateSites)
      throw new RowProblem("site", say('"{name}" is not one of your sites.', { name: step.name }));
    at = found[0] ?? makeNode(tree, at, step);
  }
  if (!at) throw new RowProblem(null, say("Nothing says which space this row is about."));
  return at;
}

/** The way from its site on. What is left out at the top is clear when there is only one. Throws before anything is made. */
function wholeWay(tree: ImportTree, way: readonly Level[]): Level[] {
  const full: Level[] = [];
  for (const step of way) {
    for (const missing of ["site", "building"] as const)
      if (rank(step.kind) > rank(missing) && full.length === rank(missing))
        full.push(theOnly(tree, full, missing, step));
    const above = full.at(-1);
    if (step.kind !== "site" && (!above || !PARENT_KINDS[step.kind].includes(above.kind)))
      throw new RowProblem(missingColumn(step), missing(missingColumn(step), step));
    full.push(step);
  }
  return full;
}

const missingColumn = ({ kind }: Level) => PARENT_KINDS[kind][0] ?? "site";
const missing = (column: SpaceKind, { kind, name }: Level) =>
  say(
    '{column, select, site {Site} building {Building} floor {Floor} other {Room}} of the {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} "{name}" is missing.',
    { column, kind, name },
  );

function theOnly(tree: ImportTree, above: readonly Level[], kind: "site" | "building", step: Level): Level {
  let at: Node | null = null;
  for (const one of above) at = findBelow(tree, at, one)[0] ?? null;
  const only = above.length > 0 && !at ? null : onlyBelow(tree, at, kind);
  if (only) return { kind, name: only.name };
  throw new RowProblem(kind, missing(kind, step));
}

/** Where the space stands and what it is called once this row is done. */
function settlePlace(work: Work, node: Node, { way, newName }: RowWish, isById: boolean) {
  const changes: ValueChange[] = [];
  const parents = way.slice(0, -1);
  const parent = standsAt(work.tree, node, parents) ? node.parent : walk(work, parents);
  if (parent && parent !== node.parent) {
    if (!PARENT_KINDS[node.kind].includes(parent.kind))
      throw new RowProblem(
        parent.kind,
        say(
          'A {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} cannot stand in the {parentKind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} "{parent}".',
          { kind: node.kind, parentKind: parent.kind, parent: parent.name },
        ),
      );
    changes.push({ column: parent.kind, before: node.parent?.name ?? null, after: parent.name });
  }
  const name = newName ?? (isById ? way.at(-1)?.name : null) ?? node.name;
  if (name !== node.name) changes.push({ column: "name", before: node.name, after: name });
  const twin = findBelow(work.tree, parent, { kind: node.kind, name }).find(
    (one) => one !== node && one.parent === parent && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (changes.length > 0 && twin)
    throw new RowProblem(
      node.kind,
      say(
        'There is already a {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} called "{name}" there.',
        { kind: node.kind, name },
      ),
    );
  return { parent, name, changes };
}

const wordsFor = (source: { vendor: string; id: string }) => `${source.vendor}/${source.id}`;

/** Sources by their vendor's id, and by the custom id where that is not another's id. */
function indexSources({ sources }: ImportWorld): Map<string, KnownSource[]> {
  const index = new Map<string, KnownSource[]>();
  const enter = (id: string, source: KnownSource) => {
    const key = wordsFor({ vendor: source.vendor, id });
    index.set(key, [...(index.get(key) ?? []), source]);
  };
  for (const source of sources) enter(source.externalId, source);
  const ids = new Set(index.keys());
  for (const source of sources)
    if (source.customId !== null && !ids.has(wordsFor({ vendor: source.vendor, id: source.customId })))
      enter(source.customId, source);
  return index;
}

function findSource({ sources, claimed }: Work, { source: wish, row }: RowWish): KnownSource | null {
  if (!wish) return null;
  const found = (sources.get(wordsFor(wish)) ?? []).filter(({ kind }) => wish.kind === null || kind === wish.kind);
  const [source] = found;
  if (!source)
    throw new RowProblem(
      "sourceId",
      say('No source of {vendor} with the id "{id}" has sent anything to your sites yet.', {
        vendor: wish.vendor,
        id: wish.id,
      }),
    );
  if (found.length > 1) {
    const kinds = found.map(({ kind }) => kind).join(", ");
    throw new RowProblem(
      "sourceKind",
      say('Several sources have the id "{id}": {kinds}. Give the Source kind.', { id: wish.id, kinds }),
    );
  }
  const earlier = claimed.get(source.id);
  if (earlier && earlier.row !== row)
    throw new RowProblem(
      "sourceId",
      say('Row {row} already puts this source into "{space}".', { row: earlier.row, space: earlier.node.name }),
    );
  return source;
}
