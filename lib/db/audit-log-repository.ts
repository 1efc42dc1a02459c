import "server-only";
import { type AuditChoices, type AuditItem, type AuditPage, type AuditQuery, auditJson } from "@/lib/core/audit";
import { SPACE_KEYS } from "@/lib/core/audit-words";
import { shown } from "@/lib/core/space-row";
import { database } from "./client";
import type { Database } from "./database";
import { spacesWithin } from "./place-of";

interface Row {
  id: string;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  address: string | null;
  action: string;
  object_type: string;
  object_id: string;
  object_name: string | null;
  site_id: number | null;
  site_name: string | null;
  before: unknown;
  after: unknown;
}

const NAME = "coalesce(s.name, s.vendor_name)";
/** An id that is a number; CASE, because a planner may try the cast first. */
const NUMBER = `CASE WHEN e.object_id ~ '^[1-9]\\d{0,8}$' THEN e.object_id::int END`;

/** The name an object has now, else the one it had then. */
const OBJECT_NAME = `coalesce(CASE e.object_type
  WHEN 'space' THEN (SELECT ${NAME} FROM space s WHERE s.id = ${NUMBER})
  WHEN 'floor' THEN (SELECT ${NAME} FROM space s WHERE s.id = ${NUMBER})
  WHEN 'source' THEN (SELECT coalesce(o.name, o.external_id) FROM source o WHERE o.id = ${NUMBER})
  WHEN 'space-type' THEN (SELECT t.name FROM space_type t WHERE t.id = ${NUMBER})
  WHEN 'kiosk' THEN (SELECT k.name FROM kiosk k WHERE k.id = ${NUMBER})
  WHEN 'token' THEN (SELECT t.name FROM api_token t WHERE t.id = ${NUMBER})
  WHEN 'invite' THEN (SELECT i.email FROM invite i WHERE i.id = ${NUMBER})
  WHEN 'channel' THEN (SELECT c.name FROM notification_channel c WHERE c.id::text = e.object_id)
  WHEN 'user' THEN (SELECT u.name FROM "user" u WHERE u.id = e.object_id) END, e.after->>'name', e.before->>'name')`;

const READ = `
SELECT e.id::text, e.at, e.actor_id, e.actor_name, e.address, e.action, e.object_type, e.object_id, e.before, e.after,
       ${OBJECT_NAME} AS object_name, e.site_id, (SELECT ${NAME} FROM space s WHERE s.id = e.site_id) AS site_name
FROM audit_entry e`;

/** $1 sites or null for all, $2 actor, $3 action, $4 object type, $5 object id, $6 site, $7 from, $8 to, $9 text, $10 before this id, $11 how many. */
const READ_LOG = `${READ}
WHERE ($1::int[] IS NULL OR e.site_id = ANY($1)) AND ($2::text IS NULL OR e.actor_id = $2)
  AND ($3::text IS NULL OR e.action = $3) AND ($4::text IS NULL OR e.object_type = $4)
  AND ($5::text IS NULL OR e.object_id = $5) AND ($6::int IS NULL OR e.site_id = $6)
  AND ($7::timestamptz IS NULL OR e.at >= $7) AND ($8::timestamptz IS NULL OR e.at < $8)
  AND ($9::text IS NULL OR position(lower($9) IN lower(concat_ws(' ', e.actor_name, e.address, e.action,
       e.object_id, ${OBJECT_NAME}, e.before::text, e.after::text))) > 0)
  AND ($10::bigint IS NULL OR e.id < $10)
ORDER BY e.id DESC LIMIT $11`;

/** One page of what was done within these sites (null: anywhere), the newest first. */
export async function listAudit(
  { actor, action, objectType, objectId, siteId, from, to, text, cursor, limit }: AuditQuery,
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<AuditPage> {
  const narrowed = [actor, action, objectType, objectId, siteId, from, to, text, cursor].map((one) => one ?? null);
  const { rows } = await db.read.query<Row>(READ_LOG, [sites, ...narrowed, limit + 1]);
  const items = rows.slice(0, limit).map(auditItem);
  return {
    items,
    spaces: await namesOf(items, sites, db),
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
  };
}

/** Looking at things and trying them is no change, and what was done to alerts is told by the alerts. */
const IS_NO_CHANGE = "^alert\\.|\\.(view|view-sessions|export|sign-in|test|test-notifications|send)$";
/** What is set for every site is of no site, and counts in each; the first of these name nothing that stands somewhere. */
const SETS_ALL = {
  everybody: "^(setting|escalation|simulator)\\.",
  whoSeesAll: "^(setting|escalation|simulator|channel|alert-rule|configuration|vendor-secret)\\.",
};

/** $1 sites or null for all, $2 site, $3 from, $4 what is no change, $5 what sets something for every site, $6 how many. */
const READ_CHANGES = `${READ}
WHERE e.at >= $3 AND e.action !~ $4 AND (
  (($1::int[] IS NULL OR e.site_id = ANY($1)) AND ($2::int IS NULL OR e.site_id = $2)) OR (e.site_id IS NULL AND e.action ~ $5))
ORDER BY e.id DESC LIMIT $6`;

/** What was changed since a moment within these sites (null: anywhere), or for every site; the newest first. */
export async function listChanges(
  { from, siteId, most }: { readonly from: Date; readonly siteId: string | undefined; readonly most: number },
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<Omit<AuditPage, "next">> {
  const setsAll = sites === null ? SETS_ALL.whoSeesAll : SETS_ALL.everybody;
  const { rows } = await db.read.query<Row>(READ_CHANGES, [sites, siteId ?? null, from, IS_NO_CHANGE, setsAll, most]);
  const items = rows.map(auditItem);
  return { items, spaces: await namesOf(items, sites, db) };
}

const VENDOR_NAMES: Readonly<Record<string, string>> = {
  butlr: "Butlr",
  disruptive: "Disruptive Technologies",
  zoom: "Zoom",
};

function auditItem(row: Row): AuditItem {
  const name = row.object_type === "vendor" ? (VENDOR_NAMES[row.object_id] ?? null) : row.object_name;
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actor_id, name: shown(row.actor_name) },
    address: row.address,
    action: row.action,
    object: { type: row.object_type, id: shown(row.object_id), name: name === null ? null : shown(name) },
    site: row.site_id === null ? null : { id: String(row.site_id), name: shown(row.site_name ?? "") },
    before: auditJson(row.before, shown),
    after: auditJson(row.after, shown),
  };
}

/** Of the spaces these entries mention by id, the names of those within the reader's sites. */
async function namesOf(items: readonly AuditItem[], sites: readonly number[] | null, db: Database) {
  const ids = new Set(items.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]));
  if (ids.size === 0) return {};
  const { rows } = await db.read.query<{ id: number; name: string }>(
    `WITH RECURSIVE ${spacesWithin("$2")} SELECT s.id, ${NAME} AS name FROM space s
     WHERE s.id = ANY($1::int[]) AND ($2::int[] IS NULL OR s.id IN (SELECT id FROM mine))`,
    [[...ids], sites],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [String(id), shown(name)]));
}

function idsIn(said: AuditItem["before"]): number[] {
  if (typeof said !== "object" || said === null || Array.isArray(said)) return [];
  return SPACE_KEYS.flatMap((key) => said[key] ?? [])
    .map(String)
    .filter((id) => /^[1-9]\d{0,8}$/.test(id))
    .map(Number);
}

/** Who and what the log of these sites (null: all) can be narrowed to. */
export async function readAuditChoices(
  sites: readonly number[] | null,
  db: Database = database(),
): Promise<AuditChoices> {
  const within = "($1::int[] IS NULL OR site_id = ANY($1))";
  const [actors, actions, places] = await Promise.all([
    db.read.query<{ id: string; name: string }>(
      `SELECT DISTINCT ON (actor_id) actor_id AS id, actor_name AS name FROM audit_entry
       WHERE actor_id IS NOT NULL AND ${within} ORDER BY actor_id, id DESC`,
      [sites],
    ),
    db.read.query<{ action: string }>(`SELECT DISTINCT action FROM audit_entry WHERE ${within} ORDER BY action`, [
      sites,
    ]),
    db.read.query<{ id: number; name: string }>(
      `SELECT s.id, ${NAME} AS name FROM space s WHERE s.kind = 'site' AND ($1::int[] IS NULL OR s.id = ANY($1)) ORDER BY name`,
      [sites],
    ),
  ]);
  return {
    actors: actors.rows.map(({ id, name }) => ({ id, name: shown(name) })).sort((a, b) => a.name.localeCompare(b.name)),
    actions: actions.rows.map(({ action }) => action),
    sites: places.rows.map(({ id, name }) => ({ id: String(id), name: shown(name) })),
  };
}
