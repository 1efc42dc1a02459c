import type { SpaceKind } from "../space";
import { say } from "../words";
import type { ImportWorld, KnownType, ValueChange } from "./import-plan";
import { type ImportTree, type Node, nameById, siteOf } from "./import-tree";
import { RowProblem } from "./row-problem";
import type { RowValues } from "./row-wish";

/** The values of a row with its type found. */
export type SettledValues = Omit<RowValues, "type"> & { readonly typeId?: number | null };

/** Finds the type and sees whether the kind of space can have these values. Throws RowProblem. */
export function settleValues(world: ImportWorld, kind: SpaceKind, { type, ...values }: RowValues): SettledValues {
  if (values.timeZone !== undefined && kind !== "site")
    throw new RowProblem(
      "timeZone",
      say(
        "Only sites have a time zone, and this is a {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}}.",
        { kind },
      ),
    );
  if (type === undefined) return values;
  return { ...values, typeId: type === null ? null : findType(world.types, kind, type) };
}

function findType(types: readonly KnownType[], kind: SpaceKind, name: string): number {
  const type = types.find((one) => one.name === name) ?? types.find((one) => isSameWord(one.name, name));
  if (!type) {
    const offered = types.filter((one) => one.kind === null || one.kind === kind).map((one) => one.name);
    const known = offered.slice(0, 10).join(", ");
    throw new RowProblem(
      "type",
      known === ""
        ? say('There is no type "{name}". No types are set up yet.', { name })
        : say('There is no type "{name}". There are: {known}.', { name, known }),
    );
  }
  if (type.kind !== null && type.kind !== kind)
    throw new RowProblem(
      "type",
      say(
        '"{name}" is a type for a {typeKind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}}, and this is a {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}}.',
        { name: type.name, typeKind: type.kind, kind },
      ),
    );
  return type.id;
}

const isSameWord = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What these values change of a space. Throws RowProblem when another space has the custom id. */
export function valueChanges(
  { tree, world }: { tree: ImportTree; world: ImportWorld },
  node: Node,
  values: SettledValues,
): ValueChange[] {
  const changes: ValueChange[] = [];
  const compare = (column: ValueChange["column"], before: string | null, after: string | null) => {
    if (before !== after) changes.push({ column, before, after });
  };
  const { customId, typeId, capacity, tags, timeZone } = values;
  if (customId !== undefined) {
    refuseTwin(tree, node, customId);
    compare("customId", node.customId, customId);
  }
  const typeName = (id: number | null) => world.types.find((type) => type.id === id)?.name ?? null;
  if (typeId !== undefined) compare("type", typeName(node.typeId), typeName(typeId));
  if (capacity !== undefined) compare("capacity", wordOf(node.capacity), wordOf(capacity));
  if (tags !== undefined) compare("tags", tagsWord(node.tags), tagsWord(tags));
  if (timeZone !== undefined) compare("timeZone", node.timeZone, timeZone);
  return changes;
}

const wordOf = (value: number | null) => (value === null ? null : String(value));
const tagsWord = (tags: readonly string[]) => (tags.length === 0 ? null : tags.join(", "));

function refuseTwin(tree: ImportTree, node: Node, customId: string) {
  const twin = tree.byCustomId
    .get(customId)
    ?.find((one) => one !== node && one.customId === customId && siteOf(one) === siteOf(node));
  if (twin)
    throw new RowProblem(
      "customId",
      say(
        'The custom id "{customId}" is that of the {kind, select, site {site} building {building} floor {floor} room {room} zone {zone} other {desk}} "{name}".',
        { customId, kind: twin.kind, name: twin.name },
      ),
    );
}

/** The space has these values from now on. */
export function giveValues(tree: ImportTree, node: Node, values: SettledValues): void {
  Object.assign(node, values);
  nameById(tree, node);
}
