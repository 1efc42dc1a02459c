import "server-only";
import type { PoolClient } from "pg";
import type { Fact, PlaceStep, SourceClaim, SourceRef } from "@/lib/core/observation";
import { joinFloor, lockPlaces, stampSpace } from "./floor-members";
import { type Sourced, writeFacts } from "./observation-repository";
import { floorOfSpace } from "./space-tree";

/** A vendor's way to a source, with the moment (µs) at which it was said. */
export interface PlaceClaim {
  readonly path: SourceClaim;
  readonly saidAtUs: number;
  /** Given to sources seen for the first time, ms; null when silence is normal. */
  readonly expectedIntervalMs: number | null;
}

/** Ids of sources by `sourceKey`. */
export type SourceIds = ReadonlyMap<string, number>;

export const sourceKey = ({ vendor, kind, externalId }: SourceRef) => `${vendor}/${kind}/${externalId}`;

interface Known {
  readonly sourceId: number;
  readonly spaceId: number | null;
  readonly parentId: number | null;
  /** Has an admin moved it or taken it out? Then its vendor's word about the place counts no more. */
  readonly isMoved: boolean;
  /** Did an admin say where its space is? Then only its names are the vendor's. */
  readonly isPlaced: boolean;
  readonly isArchived: boolean;
}

const saidAt = (parameter: string) => `(timestamptz 'epoch' + ${parameter}::float8 * interval '1 microsecond')`;

interface Ensured {
  /** Floors whose members changed. */
  readonly floorIds: readonly number[];
  /** Every source of the claims. */
  readonly sourceIds: SourceIds;
}

interface Work {
  readonly client: PoolClient;
  readonly createSpaces: boolean;
  readonly touched: Set<number>;
  readonly sourceIds: Map<string, number>;
  readonly facts: Sourced<Fact>[];
}

/**
 * Makes sure every source of the claims exists and, with `createSpaces`, stands in the tree where the vendor says.
 * Runs inside the caller's transaction.
 */
export async function ensureSources(
  client: PoolClient,
  claims: readonly PlaceClaim[],
  createSpaces: boolean,
): Promise<Ensured> {
  await lockPlaces(client);
  const work: Work = { client, createSpaces, touched: new Set(), sourceIds: new Map(), facts: [] };
  for (const claim of [...claims].sort((a, b) => a.saidAtUs - b.saidAtUs)) await ensurePath(work, claim);
  if (work.facts.length > 0) await writeFacts(client, work.facts);
  return { floorIds: [...work.touched], sourceIds: work.sourceIds };
}

async function ensurePath(work: Work, claim: PlaceClaim) {
  const { client } = work;
  let parentId: number | null = null;
  let floorId: number | null = null;
  let isInArchived = false;
  let owner: { known: Known; source: SourceRef } | null = null;
  for (const step of claim.path) {
    let known = (await findSource(client, step)) ?? (await insertSource(client, step, claim));
    work.sourceIds.set(sourceKey(step.source), known.sourceId);
    work.facts.push(...attributeFacts(step, known.sourceId, claim.saidAtUs));
    if (step.spaceKind === null) {
      await renameSource(client, { step, known, saidAtUs: claim.saidAtUs });
      if (owner) work.facts.push(partOf(owner.source, step.source, known.sourceId, claim.saidAtUs));
      if (known.spaceId === null && owner) known = await followOwner(work, known, owner.known);
      owner = { known, source: step.source };
      continue;
    }
    if (known.spaceId === null && (known.isMoved || !work.createSpaces)) continue;
    const isNew = known.spaceId === null;
    if (isNew) known = await insertSpace(client, known.sourceId, step, parentId, claim.saidAtUs);
    const spaceId = known.spaceId as number; // found above or just made
    const isNewest = isNew || (!known.isMoved && (await isNewestWord(client, known, claim.saidAtUs)));
    if (isNewest && !isNew) await rename(client, { step, known, saidAtUs: claim.saidAtUs }, work.touched);
    // What is archived is on no floor, and a vendor's word neither brings it back nor puts anything into it.
    const mayMove = !known.isPlaced && !known.isArchived && !isInArchived;
    if (isNewest && mayMove && floorId !== null) {
      const staysOnFloor = (await joinFloor(client, floorId, spaceId, work.touched)) === "stays";
      // A zone event may leave its room out (optional field): on the same floor that is no news about its parent.
      const namesParent = step.spaceKind !== "zone" || parentId !== floorId || !staysOnFloor;
      if (namesParent && parentId !== known.parentId) {
        await client.query("UPDATE space SET parent_id = $2 WHERE id = $1", [spaceId, parentId]);
      }
    }
    parentId = spaceId;
    isInArchived = known.isArchived;
    if (step.spaceKind === "floor") floorId = spaceId;
    else if (known.isPlaced) floorId = await floorOfSpace(client, spaceId);
  }
}

/** A part of a thing (an appliance of a Zoom Room) stands where the thing stands, since when the thing does. */
async function followOwner(work: Work, known: Known, owner: Known): Promise<Known> {
  if (owner.spaceId === null || known.isMoved) return known;
  await work.client.query(
    `INSERT INTO assignment (source_id, space_id, starts_at)
     SELECT $1, space_id, starts_at FROM assignment WHERE source_id = $2 AND ends_at IS NULL`,
    [known.sourceId, owner.sourceId],
  );
  for (const id of await stampSpace(work.client, owner.spaceId)) work.touched.add(id);
  return { ...known, spaceId: owner.spaceId };
}

/** So that it goes along when an admin moves the thing. */
function partOf(owner: SourceRef, source: SourceRef, sourceId: number, observedAtUs: number): Sourced<Fact> {
  const { kind, externalId } = owner;
  return { kind: "fact", source, sourceId, name: "parent", value: { kind, externalId }, observedAtUs };
}

function attributeFacts(step: PlaceStep, sourceId: number, observedAtUs: number): Sourced<Fact>[] {
  return Object.entries(step.attributes ?? {}).map(([name, value]) => ({
    kind: "fact",
    source: step.source,
    sourceId,
    name: name as Fact["name"],
    value,
    observedAtUs,
  }));
}

async function findSource(client: PoolClient, step: PlaceStep): Promise<Known | null> {
  const { vendor, kind, externalId } = step.source;
  const found = await client.query<{
    source_id: number;
    space_id: number | null;
    parent_id: number | null;
    is_moved: boolean;
    is_placed: boolean;
    is_archived: boolean;
  }>(
    `SELECT s.id AS source_id, p.id AS space_id, p.parent_id,
            p.placed_at IS NOT NULL AS is_placed, p.archived_at IS NOT NULL AS is_archived,
            EXISTS (SELECT 1 FROM assignment x WHERE x.source_id = s.id AND x.ends_at IS NOT NULL) AS is_moved
     FROM source s
     LEFT JOIN assignment a ON a.source_id = s.id AND a.ends_at IS NULL
     LEFT JOIN space p ON p.id = a.space_id
     WHERE s.vendor = $1 AND s.kind = $2 AND s.external_id = $3`,
    [vendor, kind, externalId],
  );
  const row = found.rows[0];
  if (!row) return null;
  return {
    sourceId: row.source_id,
    spaceId: row.space_id,
    parentId: row.parent_id,
    isMoved: row.is_moved,
    isPlaced: row.is_placed,
    isArchived: row.is_archived,
  };
}

async function insertSource(client: PoolClient, step: PlaceStep, claim: PlaceClaim): Promise<Known> {
  const { vendor, kind, externalId } = step.source;
  const made = await client.query<{ id: number }>(
    `INSERT INTO source (vendor, kind, external_id, name, named_at, custom_id, expected_interval_ms)
     VALUES ($1, $2, $3, $4, ${saidAt("$5")}, $6, $7) RETURNING id`,
    [vendor, kind, externalId, step.name, claim.saidAtUs, step.customId, claim.expectedIntervalMs],
  );
  const nowhere = { spaceId: null, parentId: null, isMoved: false, isPlaced: false, isArchived: false };
  return { sourceId: requireId(made.rows), ...nowhere };
}

/** The assignment starts at the beginning of time: whatever this source ever said belongs to its own place. */
async function insertSpace(
  client: PoolClient,
  sourceId: number,
  step: PlaceStep,
  parentId: number | null,
  saidAtUs: number,
): Promise<Known> {
  const made = await client.query<{ id: number; is_archived: boolean }>(
    `INSERT INTO space (kind, parent_id, vendor_name, vendor_name_at, vendor_custom_id, archived_at)
     VALUES ($1, $2, $3, ${saidAt("$4")}, $5, (SELECT archived_at FROM space WHERE id = $2))
     RETURNING id, archived_at IS NOT NULL AS is_archived`,
    [step.spaceKind, parentId, step.name ?? step.source.externalId, saidAtUs, step.customId],
  );
  const spaceId = requireId(made.rows);
  await client.query("INSERT INTO assignment (source_id, space_id, starts_at) VALUES ($1, $2, 'epoch')", [
    sourceId,
    spaceId,
  ]);
  if (step.spaceKind === "floor") await client.query("INSERT INTO floor_feed (floor_id) VALUES ($1)", [spaceId]);
  const isArchived = made.rows[0]?.is_archived ?? false;
  return { sourceId, spaceId, parentId, isMoved: false, isPlaced: false, isArchived };
}

/** False for a late event: what it says about names and places is older than what we know. */
async function isNewestWord(client: PoolClient, known: Known, saidAtUs: number): Promise<boolean> {
  const found = await client.query(
    `SELECT 1 FROM space WHERE id = $1 AND coalesce(vendor_name_at, 'epoch') <= ${saidAt("$2")}
       AND NOT EXISTS (SELECT 1 FROM source_value WHERE source_id = $3 AND observed_at > ${saidAt("$2")})`,
    [known.spaceId, saidAtUs, known.sourceId],
  );
  return found.rowCount === 1;
}

/** The name of a source that is no place by itself. Saying none takes nothing back. */
async function renameSource(
  client: PoolClient,
  { step, known, saidAtUs }: { step: PlaceStep; known: Known; saidAtUs: number },
) {
  if (step.name === null) return;
  await client.query(
    `UPDATE source SET name = $2, named_at = ${saidAt("$3")}
     WHERE id = $1 AND name IS DISTINCT FROM $2 AND coalesce(named_at, 'epoch') <= ${saidAt("$3")}`,
    [known.sourceId, step.name, saidAtUs],
  );
}

/** An admin's name stands in another column and is never touched. */
async function rename(
  client: PoolClient,
  { step, known, saidAtUs }: { step: PlaceStep; known: Known; saidAtUs: number },
  touched: Set<number>,
) {
  const renamed = await client.query(
    `UPDATE space SET vendor_name = coalesce($2, vendor_name), vendor_name_at = ${saidAt("$3")},
            vendor_custom_id = coalesce($4, vendor_custom_id)
     WHERE id = $1 AND (vendor_name IS DISTINCT FROM coalesce($2, vendor_name)
                        OR vendor_custom_id IS DISTINCT FROM coalesce($4, vendor_custom_id))`,
    [known.spaceId, step.name, saidAtUs, step.customId],
  );
  if (!renamed.rowCount) return;
  await client.query("UPDATE source SET name = coalesce($2, name), custom_id = coalesce($3, custom_id) WHERE id = $1", [
    known.sourceId,
    step.name,
    step.customId,
  ]);
  for (const id of await stampSpace(client, known.spaceId)) touched.add(id);
}

function requireId(rows: { id: number }[]): number {
  const row = rows[0];
  if (!row) throw new Error("An INSERT … RETURNING answered no row");
  return row.id;
}
