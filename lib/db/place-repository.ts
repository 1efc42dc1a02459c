import "server-only";
import type { PoolClient } from "pg";
import type { Fact, PlaceStep, SourceClaim, SourceRef } from "@/lib/core/observation";
import { type Sourced, writeFacts } from "./observation-repository";

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
}

/** Creating places is rare; one at a time per database keeps two instances from making the same site twice. */
const PLACES_LOCK = 7_305_001;

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
  await client.query("SELECT pg_advisory_xact_lock($1)", [PLACES_LOCK]);
  const work: Work = { client, createSpaces, touched: new Set(), sourceIds: new Map(), facts: [] };
  for (const claim of [...claims].sort((a, b) => a.saidAtUs - b.saidAtUs)) await ensurePath(work, claim);
  if (work.facts.length > 0) await writeFacts(client, work.facts);
  return { floorIds: [...work.touched], sourceIds: work.sourceIds };
}

async function ensurePath(work: Work, claim: PlaceClaim) {
  const { client } = work;
  let parentId: number | null = null;
  let floorId: number | null = null;
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
    if (isNewest && floorId !== null) {
      const staysOnFloor = (await joinFloor(client, floorId, spaceId, work.touched)) === "stays";
      // A zone event may leave its room out (optional field): on the same floor that is no news about its parent.
      const namesParent = step.spaceKind !== "zone" || parentId !== floorId || !staysOnFloor;
      if (namesParent && parentId !== known.parentId) {
        await client.query("UPDATE space SET parent_id = $2 WHERE id = $1", [spaceId, parentId]);
      }
    }
    parentId = spaceId;
    if (step.spaceKind === "floor") floorId = spaceId;
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
  }>(
    `SELECT s.id AS source_id, p.id AS space_id, p.parent_id,
            EXISTS (SELECT 1 FROM assignment x WHERE x.source_id = s.id AND x.ends_at IS NOT NULL) AS is_moved
     FROM source s
     LEFT JOIN assignment a ON a.source_id = s.id AND a.ends_at IS NULL
     LEFT JOIN space p ON p.id = a.space_id
     WHERE s.vendor = $1 AND s.kind = $2 AND s.external_id = $3`,
    [vendor, kind, externalId],
  );
  const row = found.rows[0];
  if (!row) return null;
  return { sourceId: row.source_id, spaceId: row.space_id, parentId: row.parent_id, isMoved: row.is_moved };
}

async function insertSource(client: PoolClient, step: PlaceStep, claim: PlaceClaim): Promise<Known> {
  const { vendor, kind, externalId } = step.source;
  const made = await client.query<{ id: number }>(
    `INSERT INTO source (vendor, kind, external_id, name, named_at, custom_id, expected_interval_ms)
     VALUES ($1, $2, $3, $4, ${saidAt("$5")}, $6, $7) RETURNING id`,
    [vendor, kind, externalId, step.name, claim.saidAtUs, step.customId, claim.expectedIntervalMs],
  );
  return { sourceId: requireId(made.rows), spaceId: null, parentId: null, isMoved: false };
}

/** The assignment starts at the beginning of time: whatever this source ever said belongs to its own place. */
async function insertSpace(
  client: PoolClient,
  sourceId: number,
  step: PlaceStep,
  parentId: number | null,
  saidAtUs: number,
): Promise<Known> {
  const made = await client.query<{ id: number }>(
    `INSERT INTO space (kind, parent_id, vendor_name, vendor_name_at, vendor_custom_id)
     VALUES ($1, $2, $3, ${saidAt("$4")}, $5) RETURNING id`,
    [step.spaceKind, parentId, step.name ?? step.source.externalId, saidAtUs, step.customId],
  );
  const spaceId = requireId(made.rows);
  await client.query("INSERT INTO assignment (source_id, space_id, starts_at) VALUES ($1, $2, 'epoch')", [
    sourceId,
    spaceId,
  ]);
  if (step.spaceKind === "floor") await client.query("INSERT INTO floor_feed (floor_id) VALUES ($1)", [spaceId]);
  return { sourceId, spaceId, parentId, isMoved: false };
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

/**
 * Puts a space, and what is inside it, on a floor. Leaving another floor leaves a tombstone there, so that open
 * browsers drop it.
 */
async function joinFloor(
  client: PoolClient,
  floorId: number,
  spaceId: number,
  touched: Set<number>,
): Promise<"stays" | "joins"> {
  const members = await client.query<{ space_id: number; floor_id: number | null }>(
    `WITH RECURSIVE inside AS (
       SELECT id FROM space WHERE id = $1
       UNION ALL SELECT s.id FROM space s JOIN inside ON s.parent_id = inside.id
     )
     SELECT inside.id AS space_id, m.floor_id FROM inside
     LEFT JOIN floor_member m ON m.space_id = inside.id AND NOT m.removed ORDER BY inside.id`,
    [spaceId],
  );
  if (members.rows.every((row) => row.floor_id === floorId)) return "stays";
  for (const { space_id, floor_id } of members.rows) {
    if (floor_id === floorId) continue;
    if (floor_id !== null) touched.add(floor_id);
    if (floor_id !== null) await stampMember(client, floor_id, space_id, true);
    await stampMember(client, floorId, space_id, false);
  }
  touched.add(floorId);
  return "joins";
}

async function stampMember(client: PoolClient, floorId: number, spaceId: number, removed: boolean) {
  await client.query(
    `WITH feed AS (
       INSERT INTO floor_feed AS f (floor_id, "offset") VALUES ($1, 1)
       ON CONFLICT (floor_id) DO UPDATE SET "offset" = f."offset" + 1 RETURNING "offset"
     )
     INSERT INTO floor_member (floor_id, space_id, "offset", removed) SELECT $1, $2, feed."offset", $3 FROM feed
     ON CONFLICT (floor_id, space_id) DO UPDATE SET "offset" = EXCLUDED."offset", removed = EXCLUDED.removed`,
    [floorId, spaceId, removed],
  );
}

/** Says on every floor that shows the space that something about it changed. */
export async function stampSpace(client: PoolClient, spaceId: number | null): Promise<number[]> {
  const floors = await client.query<{ floor_id: number }>(
    "SELECT floor_id FROM floor_member WHERE space_id = $1 AND NOT removed ORDER BY floor_id",
    [spaceId],
  );
  for (const { floor_id } of floors.rows) await stampMember(client, floor_id, spaceId as number, false);
  return floors.rows.map((row) => row.floor_id);
}

function requireId(rows: { id: number }[]): number {
  const row = rows[0];
  if (!row) throw new Error("An INSERT … RETURNING answered no row");
  return row.id;
}
