import type { SpaceKind } from "../space";
import { LEVELS } from "./import-columns";
import type { Level } from "./row-wish";

/** A space as it is now, by the names people see. */
export interface KnownSpace {
  readonly id: number;
  readonly kind: SpaceKind;
  readonly parentId: number | null;
  readonly name: string;
  readonly customId: string | null;
  readonly typeId: number | null;
  readonly capacity: number | null;
  readonly tags: readonly string[];
  readonly timeZone: string | null;
}

/** A space during planning: what it will be once the rows so far are done. */
export interface Node {
  /** Null before the import: it will be made. */
  readonly known: KnownSpace | null;
  readonly kind: SpaceKind;
  parent: Node | null;
  name: string;
  customId: string | null;
  typeId: number | null;
  capacity: number | null;
  tags: readonly string[];
  timeZone: string | null;
  /** The row that is about it; null while it is only on the way of others. */
  row: number | null;
}

/** The tree as it is, growing and changing with the rows. */
export interface ImportTree {
  readonly byId: ReadonlyMap<number, Node>;
  readonly children: Map<Node | null, Map<string, Node[]>>;
  readonly byCustomId: Map<string, Node[]>;
  /** What the import will make, parents first. */
  readonly made: Node[];
}

const keyOf = (kind: SpaceKind, name: string) => `${kind}/${name.normalize("NFC").toLowerCase()}`;

export function buildTree(spaces: readonly KnownSpace[]): ImportTree {
  const byId = new Map<number, Node>();
  const tree: ImportTree = { byId, children: new Map(), byCustomId: new Map(), made: [] };
  for (const space of spaces) byId.set(space.id, { ...valuesOf(space), known: space, parent: null, row: null });
  for (const node of byId.values()) {
    node.parent = byId.get(node.known?.parentId ?? 0) ?? null;
    enlist(tree, node);
    nameById(tree, node);
  }
  return tree;
}

const valuesOf = ({ kind, name, customId, typeId, capacity, tags, timeZone }: KnownSpace) => ({
  kind,
  name,
  customId,
  typeId,
  capacity,
  tags,
  timeZone,
});

/** From now on it is also found by the name it has and where it stands; the former way still leads to it. */
export function enlist(tree: ImportTree, node: Node): void {
  const siblings = tree.children.get(node.parent) ?? new Map<string, Node[]>();
  tree.children.set(node.parent, siblings);
  const key = keyOf(node.kind, node.name);
  const same = siblings.get(key) ?? [];
  if (!same.includes(node)) siblings.set(key, [...same, node]);
}

/** From now on it is also found by its custom id. */
export function nameById(tree: ImportTree, node: Node): void {
  if (node.customId === null) return;
  const same = tree.byCustomId.get(node.customId) ?? [];
  if (!same.includes(node)) tree.byCustomId.set(node.customId, [...same, node]);
}

/** A space that the import will make. */
export function makeNode(tree: ImportTree, parent: Node | null, { kind, name }: Level): Node {
  const empty = { customId: null, typeId: null, capacity: null, tags: [], timeZone: null };
  const node: Node = { ...empty, known: null, kind, parent, name, row: null };
  tree.made.push(node);
  enlist(tree, node);
  return node;
}

/** Those of this kind and name right below the parent; of several the ones written exactly so, if there are any. */
export function findBelow(tree: ImportTree, parent: Node | null, { kind, name }: Level): readonly Node[] {
  const same = tree.children.get(parent)?.get(keyOf(kind, name)) ?? [];
  const exact = same.filter((node) => node.name === name);
  return same.length > 1 && exact.length > 0 ? exact : same;
}

export function onlyBelow(tree: ImportTree, parent: Node | null, kind: SpaceKind): Node | null {
  const all = new Set([...(tree.children.get(parent)?.values() ?? [])].flat().filter((node) => node.kind === kind));
  const [only] = all;
  return all.size === 1 ? (only ?? null) : null;
}

export const siteOf = (node: Node): Node => (node.parent === null ? node : siteOf(node.parent));

export const wayOf = (node: Node): Level[] => [
  ...(node.parent ? wayOf(node.parent) : []),
  { kind: node.kind, name: node.name },
];

/** The way as it was before the import; null for what is new. */
function formerWay(tree: ImportTree, node: Node): Level[] | null {
  const { known } = node;
  if (!known) return null;
  const parent = known.parentId === null ? null : tree.byId.get(known.parentId);
  return [...(parent ? (formerWay(tree, parent) ?? []) : []), { kind: known.kind, name: known.name }];
}

/** Do these steps lead to where the node stands, before or after the rows so far? The first steps may be left out. */
export function standsAt(tree: ImportTree, node: Node, parents: readonly Level[]): boolean {
  const ends = (way: readonly Level[] | null) => {
    const above = way?.slice(0, -1).slice(-parents.length) ?? [];
    return above.length === parents.length && above.every((step, i) => isSame(step, parents[i]));
  };
  return parents.length === 0 || ends(wayOf(node)) || ends(formerWay(tree, node));
}

const isSame = (a: Level, b: Level | undefined) => b !== undefined && keyOf(a.kind, a.name) === keyOf(b.kind, b.name);

export const rank = (kind: SpaceKind) => LEVELS.indexOf(kind);
