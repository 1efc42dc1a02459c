import "server-only";
import type { PoolClient } from "pg";
import { type Kiosk, type KioskChange, KioskPlace } from "@/lib/core/kiosk";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./parse-id";
import type { Readable } from "./place-of";

/** A screen as the database knows it, paired or not. */
export interface KioskRecord {
  readonly id: number;
  readonly name: string;
  readonly code: string | null;
  readonly codeEndsAt: Date | null;
  readonly siteId: number | null;
  readonly floors: readonly { readonly id: string; readonly name: string }[];
  readonly turnS: number;
  readonly here: KioskPlace | null;
  readonly isApproved: boolean;
  readonly isRevoked: boolean;
}

interface Row {
  id: number;
  name: string;
  code: string | null;
  code_ends_at: Date | null;
  site_id: number | null;
  site_name: string | null;
  floors: { id: number; name: string }[] | null;
  turn_s: number;
  here: unknown;
  approved_at: Date | null;
  approved_by: string | null;
  last_seen_at: Date | null;
  revoked_at: Date | null;
}

/** Floors that were archived are not shown any more. */
const SELECT = `
SELECT k.*, coalesce(si.name, si.vendor_name) AS site_name, (
  SELECT json_agg(json_build_object('id', f.id, 'name', coalesce(f.name, f.vendor_name, '')) ORDER BY u.place)
  FROM unnest(k.floor_ids) WITH ORDINALITY AS u(id, place) JOIN space f ON f.id = u.id AND f.archived_at IS NULL
) AS floors
FROM kiosk k LEFT JOIN space si ON si.id = k.site_id`;

const floorsOf = (row: Row) => (row.floors ?? []).map(({ id, name }) => ({ id: String(id), name: shown(name) }));

const hereOf = ({ here }: Row): KioskPlace | null => KioskPlace.nullable().catch(null).parse(here);

/** The screen with this token (its SHA-256). Notes that it was seen, at most once a minute. */
export async function readKioskByToken(hash: Buffer, db: Database = database()): Promise<KioskRecord | null> {
  const { rows } = await db.read.query<Row>({
    name: "kiosk-by-token",
    text: `${SELECT} WHERE k.token_hash = $1`,
    values: [hash],
  });
  const row = rows[0];
  if (!row) return null;
  if (row.approved_at && !row.revoked_at && (!row.last_seen_at || Date.now() - row.last_seen_at.getTime() > 60_000)) {
    await db.read.query("UPDATE kiosk SET last_seen_at = now() WHERE id = $1", [row.id]);
  }
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    codeEndsAt: row.code_ends_at,
    siteId: row.site_id,
    floors: floorsOf(row),
    turnS: row.turn_s,
    here: hereOf(row),
    isApproved: row.approved_at !== null,
    isRevoked: row.revoked_at !== null,
  };
}

const MOST_WAITING = 1_000;

/** A new screen that waits to be paired; those whose time is over are forgotten. False when too many wait. */
export async function insertWaitingKiosk(
  { hash, code, endsAt }: { readonly hash: Buffer; readonly code: string; readonly endsAt: Date },
  db: Database = database(),
): Promise<boolean> {
  await db.read.query("DELETE FROM kiosk WHERE approved_at IS NULL AND code_ends_at < now()");
  const { rowCount } = await db.read.query(
    `INSERT INTO kiosk (token_hash, code, code_ends_at) SELECT $1, $2, $3
     WHERE (SELECT count(*) FROM kiosk WHERE approved_at IS NULL) < ${MOST_WAITING}`,
    [hash, code, endsAt],
  );
  return rowCount === 1;
}

/** Paired screens of these sites (null: of all), by name. */
export async function listKiosks(sites: readonly number[] | null, db: Readable = database()): Promise<Kiosk[]> {
  const { rows } = await db.read.query<Row>(
    `${SELECT} WHERE k.approved_at IS NOT NULL AND k.revoked_at IS NULL
       AND ($1::int[] IS NULL OR k.site_id = ANY($1::int[])) ORDER BY k.name, k.id LIMIT 500`,
    [sites],
  );
  return rows.map((row) => ({
    id: String(row.id),
    name: row.name,
    site: { id: String(row.site_id), name: shown(row.site_name ?? "") },
    floors: floorsOf(row),
    turnS: row.turn_s,
    here: hereOf(row),
    approvedAt: (row.approved_at ?? new Date(0)).toISOString(),
    approvedBy: row.approved_by ?? "",
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  }));
}

interface Pairing {
  readonly code: string;
  readonly name: string;
  readonly siteId: number;
  readonly floorIds: readonly number[];
  readonly turnS: number;
  readonly here: KioskPlace | null;
  readonly approvedBy: string;
}

/** Inside a transaction. The id of the screen that shows the code; null when none does. */
export async function pairKiosk(client: PoolClient, pairing: Pairing): Promise<number | null> {
  const { rows } = await client.query<{ id: number }>(
    `UPDATE kiosk SET code = NULL, code_ends_at = NULL, name = $2, site_id = $3, floor_ids = $4, turn_s = $5,
       approved_by = $6, here = $7, approved_at = now()
     WHERE code = $1 AND code_ends_at > now() AND approved_at IS NULL RETURNING id`,
    [
      pairing.code,
      pairing.name,
      pairing.siteId,
      pairing.floorIds,
      pairing.turnS,
      pairing.approvedBy,
      JSON.stringify(pairing.here),
    ],
  );
  return rows[0]?.id ?? null;
}

/** Inside a transaction. */
export async function changeKiosk(
  client: PoolClient,
  kioskId: string,
  change: Omit<KioskChange, "floorIds"> & { readonly floorIds?: readonly number[] | undefined },
): Promise<void> {
  await client.query(
    `UPDATE kiosk SET name = coalesce($2, name), floor_ids = coalesce($3, floor_ids), turn_s = coalesce($4, turn_s),
       here = coalesce($5, here)
     WHERE id = $1`,
    [
      parseId(kioskId),
      change.name ?? null,
      change.floorIds ?? null,
      change.turnS ?? null,
      change.here === undefined ? null : JSON.stringify(change.here), // null itself is kept as JSON's null
    ],
  );
}

/** Inside a transaction. */
export async function revokeKiosk(client: PoolClient, kioskId: string): Promise<void> {
  await client.query("UPDATE kiosk SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL", [parseId(kioskId)]);
}

/** The site whose screen it is; null when there is no such paired screen. */
export async function placeOfKiosk(kioskId: string, db: Readable = database()): Promise<{ siteId: number } | null> {
  const { rows } = await db.read.query<{ site_id: number }>(
    "SELECT site_id FROM kiosk WHERE id = $1 AND approved_at IS NOT NULL AND revoked_at IS NULL",
    [parseId(kioskId)],
  );
  return rows[0] ? { siteId: rows[0].site_id } : null;
}
