import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import type { ImportPlan } from "@/lib/core/imports/import-plan";
import type { ImportReport, ImportResult } from "@/lib/core/imports/import-report";
import { type Node, siteOf } from "@/lib/core/imports/import-tree";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { lockPlaces } from "@/lib/db/floor-members";
import { inTransaction } from "@/lib/db/in-transaction";
import { insertSpaces, lockOwnValues, reserveSpaceIds, updateSpaces, writeAudits } from "@/lib/db/space-bulk";
import { changeSpace } from "@/lib/db/space-write";
import { putSource } from "@/lib/services/sources/assign-source";
import { fingerprintOf, planFile, readFile, reportOf } from "./plan-file";

/** What an import of this file would do. Changes nothing. Throws `invalid` when the file cannot be read. */
export async function previewImport(bytes: Buffer, actor: Actor, db: Database = database()): Promise<ImportReport> {
  const file = await readFile(bytes);
  return reportOf(file, await planFile(db.read, file, actor));
}

/**
 * Does what the preview with this fingerprint said, in one transaction; rows with a problem are left out. Throws
 * `conflict` when the same file would do anything else by now.
 */
export async function applyImport(
  bytes: Buffer,
  fingerprint: string,
  actor: Actor,
  db: Database = database(),
): Promise<{ result: ImportResult; floorIds: readonly number[] }> {
  const file = await readFile(bytes);
  return inTransaction(db.read, async (client) => {
    await lockPlaces(client);
    const plan = await planFile(client, file, actor);
    if (fingerprintOf(plan) !== fingerprint)
      throw new AppError(
        "conflict",
        "Spaces or sources have changed since the preview. Nothing was imported. Look at the new preview.",
      );
    const floorIds = await write({ client, actor, plan, ids: await idsOf(client, plan) });
    const result = resultOf(plan, floorIds.ids);
    await writeAudit(client, { actor, ...importEntry(actor, result) });
    return { result, floorIds: [...floorIds.touched] };
  });
}

const importEntry = (actor: Actor, { roots: _, ...counts }: ImportResult) => ({
  action: "space.import",
  objectType: "import",
  objectId: "spaces",
  siteId: actor.sites?.length === 1 ? (actor.sites[0] ?? null) : null,
  after: counts,
});

type Ids = ReadonlyMap<Node, number>;

interface Work {
  readonly client: PoolClient;
  readonly actor: Actor;
  readonly plan: ImportPlan;
  /** Of every space of the plan, also of those that will be made. */
  readonly ids: Ids;
}

async function idsOf(client: PoolClient, { made, rows }: ImportPlan): Promise<Ids> {
  const fresh = await reserveSpaceIds(client, made.length);
  const ids = new Map<Node, number>();
  const learn = (node: Node | null) => {
    if (node?.known) ids.set(node, node.known.id);
    if (node) learn(node.parent);
  };
  for (const { node } of rows) learn(node);
  for (const node of made) learn(node);
  for (const [i, node] of made.entries()) ids.set(node, fresh[i] as number); // as many as made
  return ids;
}

const idOf = (ids: Ids, node: Node): number => {
  const id = ids.get(node);
  if (id === undefined) throw new Error(`No id for the ${node.kind} of row ${node.row}`);
  return id;
};

/** Feeds are locked last: webhooks wait for them. */
async function write(work: Work): Promise<{ touched: Set<number>; ids: Ids }> {
  const { client, actor, plan, ids } = work;
  const touched = new Set<number>();
  const hear = (floorIds: readonly number[]) => {
    for (const id of floorIds) touched.add(id);
  };
  hear(
    await insertSpaces(
      client,
      plan.made.map((node) => ({ ...valuesOf(node), ...placeOf(ids, node) })),
    ),
  );
  await writeAudits(
    client,
    actor,
    plan.made.map((node) => createEntry(ids, node)),
  );
  hear(await writeUpdates(work));
  hear(await writeMoves(work));
  hear(await writeAssignments(work));
  return { touched, ids };
}

const valuesOf = ({ name, customId, typeId, capacity, tags, timeZone }: Node) => ({
  ...{ name, customId, typeId, capacity },
  ...{ tags, timeZone },
});

const placeOf = (ids: Ids, node: Node) => ({
  id: idOf(ids, node),
  kind: node.kind,
  parentId: node.parent ? idOf(ids, node.parent) : null,
  floorId: node.kind === "floor" ? null : floorAbove(ids, node),
});

const floorAbove = (ids: Ids, { parent }: Node): number | null => {
  if (!parent) return null;
  return parent.kind === "floor" ? idOf(ids, parent) : floorAbove(ids, parent);
};

const createEntry = (ids: Ids, node: Node) => ({
  ...aboutSpace(ids, node, "space.create"),
  after: { kind: node.kind, parentId: node.parent ? idOf(ids, node.parent) : null, ...valuesOf(node) },
});

const aboutSpace = (ids: Ids, node: Node, action: string) => ({
  action,
  objectType: "space",
  objectId: String(idOf(ids, node)),
  siteId: idOf(ids, siteOf(node)),
});

/** Spaces that were there and are another now, each once; `moved` picks those that stand elsewhere. */
function changedNodes({ plan }: Work, moved: boolean): Node[] {
  const nodes = plan.rows
    .filter(({ changes, node }) => changes.length > 0 && node?.known)
    .map(({ node }) => node as Node);
  return [...new Set(nodes)].filter((node) => hasMoved(node) === moved);
}

const hasMoved = ({ known, parent }: Node) => known !== null && known.parentId !== (parent?.known?.id ?? null);

async function writeUpdates(work: Work): Promise<readonly number[]> {
  const { client, actor, ids } = work;
  const nodes = changedNodes(work, false);
  const own = await lockOwnValues(
    client,
    nodes.map((node) => idOf(ids, node)),
  );
  const changes = nodes.map((node) => {
    const before = own.get(idOf(ids, node));
    const { known } = node;
    const name = node.name === known?.name ? (before?.name ?? null) : node.name;
    const customId = node.customId === known?.customId ? (before?.customId ?? null) : node.customId;
    return { node, values: { ...valuesOf(node), name, customId, id: idOf(ids, node) } };
  });
  const floors = await updateSpaces(
    client,
    changes.map(({ values }) => values),
  );
  const entries = nodes.map((node) => ({ ...aboutSpace(ids, node, "space.update"), ...beforeAndAfter(node) }));
  await writeAudits(client, actor, entries);
  return floors;
}

/** What differs, for the audit log. */
function beforeAndAfter(node: Node) {
  const [before, after] = [node.known ?? node, node].map((one) => valuesOf(one as Node));
  const keys = (Object.keys(valuesOf(node)) as (keyof ReturnType<typeof valuesOf>)[]).filter(
    (key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]),
  );
  const pick = (of: typeof before) => Object.fromEntries(keys.map((key) => [key, of?.[key]]));
  return { before: pick(before), after: pick(after) };
}

async function writeMoves(work: Work): Promise<number[]> {
  const { client, actor, ids } = work;
  const floors: number[] = [];
  for (const node of changedNodes(work, true)) {
    const parentId = node.parent ? String(idOf(ids, node.parent)) : undefined;
    const { name, customId, typeId, tags, ...rest } = valuesOf(node);
    const change = {
      ...rest,
      ...(parentId === undefined ? {} : { parentId }),
      ...(name === node.known?.name ? {} : { name }),
      ...(customId === node.known?.customId ? {} : { customId }),
      typeId: typeId === null ? null : String(typeId),
      tags: [...tags],
    };
    floors.push(...((await changeSpace(client, idOf(ids, node), change, actor)) ?? []));
  }
  return floors;
}

async function writeAssignments({ client, actor, plan, ids }: Work): Promise<number[]> {
  const floors: number[] = [];
  for (const { node, source } of plan.rows) {
    if (!node || !source) continue;
    const spaceId = idOf(ids, node);
    const put = await putSource(client, { sourceId: String(source.id), spaceId: String(spaceId) }, actor);
    floors.push(...put.floorIds);
  }
  return floors;
}

function resultOf({ rows, made }: ImportPlan, ids: Ids): ImportResult {
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const isNew = new Set(made);
  const roots = made.filter(({ parent }) => parent === null || !isNew.has(parent));
  return {
    created: made.length,
    updated: of("update"),
    unchanged: of("unchanged"),
    assigned: rows.filter(({ source }) => source !== null).length,
    left: of("problem"),
    roots: roots.map((node) => ({ id: String(idOf(ids, node)), kind: node.kind, name: node.name })),
  };
}
