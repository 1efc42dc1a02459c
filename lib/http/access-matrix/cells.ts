import type { Pool } from "pg";
import { mayDo } from "@/lib/core/access";
import type { Row } from "./row";
import { type Asker, NAME_OF_A, NAME_OF_B, type Site, type World } from "./world";

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

/** Where everybody asks from. */
const ADDRESS = "192.0.2.99";
const READING = new Set(["GET", "HEAD"]);

/** A path with its [parameters] filled in. */
export const fill = (path: string, at: Site): string =>
  path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value = at[name];
    if (value === undefined)
      throw new Error(`Site has no ${name} for ${path}: add it in world.ts or in the row's given`);
    return encodeURIComponent(value);
  });

export const isPlaced = (path: string, row: Pick<Row, "placed">): boolean =>
  row.placed ?? /\[(site|floor|space|source)Id\]/.test(path);

/** What the policy says to this asker about an object of A or of B; "ok" for those who may. */
export function expected(
  asker: Asker,
  row: Pick<Row, "needs" | "placed">,
  path: string,
  side: "a" | "b",
): number | "ok" {
  if (asker.role === null) return 401;
  if (!mayDo(asker.role, row.needs) || asker.hasScope === false) return 403;
  return asker.isScoped && side === "b" && isPlaced(path, row) ? 404 : "ok";
}

const unspoilt = new WeakMap<World, Map<string, Promise<Site>>>();

/** The objects of a site with what the row needs; who is refused spoils nothing, so all of them get the same. */
function objectsFor(
  key: string,
  row: Row,
  asker: Asker,
  side: "a" | "b",
  world: World,
  isFresh: boolean,
): Promise<Site> {
  const make = async () => ({ ...world[side], ...(await row.given?.(world[side], world, asker)) }) as Site;
  if (isFresh) return make();
  const known = unspoilt.get(world) ?? new Map<string, Promise<Site>>();
  unspoilt.set(world, known);
  const made = known.get(key + side) ?? make();
  known.set(key + side, made);
  return made;
}

/** What a row sends for an asker about one site's objects. */
async function requestOf(key: string, row: Row, asker: Asker, at: Site): Promise<Sent> {
  const [method = "", path = ""] = key.split(" ");
  return {
    method,
    path: fill(path, at) + (row.query ? `?${row.query(at)}` : ""),
    headers: { "x-forwarded-for": ADDRESS, ...row.headers, ...(await asker.headersFor(row.needs)) },
    body: row.body?.(at),
  };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

export async function send(url: string, { method, path, headers, body }: Sent): Promise<Answer> {
  const isText = body === undefined || typeof body === "string" || body instanceof Uint8Array;
  const answer = await fetch(`${url}${path}`, {
    method,
    redirect: "manual",
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: isText ? (body as BodyInit) : JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("location") };
}

/** For flight requests: Next first sends them to the same path with a hash of their headers. */
export async function sendFollowing(url: string, sent: Sent): Promise<Answer> {
  const answer = await send(url, sent);
  const isHash = answer.status === 307 && answer.location?.includes("_rsc");
  return isHash ? send(url, { ...sent, path: answer.location ?? "" }) : answer;
}

/** One cell: the request of a row by an asker about one site's objects, and everything that is wrong about the answer. */
export async function cell(
  url: string,
  key: string,
  row: Row,
  asker: Asker,
  side: "a" | "b",
  world: World,
): Promise<string[]> {
  const [method = "", path = ""] = key.split(" ");
  const want = expected(asker, row, path, side);
  const at = await objectsFor(key, row, asker, side, world, want === "ok");
  const request = await requestOf(key, row, asker, at);
  const before = await stateOf(world.db.read);
  const answer = await send(url, request);
  const after = await stateOf(world.db.read);
  const wrong = [...wrongStatus(answer, want, row.ok), ...wrongNames(answer, want, asker)];
  if (want !== "ok" && before.hash !== after.hash) wrong.push("something was changed");
  if (want === "ok")
    wrong.push(...(await wrongEntries(world.db.read, before, method, row, isPlaced(path, row) ? at : null)));
  return wrong.map((what) => `${asker.name} on ${side.toUpperCase()}: ${what}`);
}

function wrongStatus({ status, text }: Answer, want: number | "ok", ok?: readonly number[]): string[] {
  const isRight = want === "ok" ? (ok?.includes(status) ?? (status >= 200 && status < 300)) : status === want;
  return isRight ? [] : [`${status}, expected ${want}: ${text.slice(0, 200)}`];
}

/** Names of B before somebody of A alone, and any name at all before somebody who is refused. */
function wrongNames({ text }: Answer, want: number | "ok", { isScoped }: Asker): string[] {
  const seen = (name: string) => text.toLowerCase().includes(name.toLowerCase());
  if (isScoped && seen(NAME_OF_B)) return [`reads a name of ${NAME_OF_B}`];
  return want !== "ok" && (seen(NAME_OF_A) || seen(NAME_OF_B)) ? ["is refused with a name in it"] : [];
}

interface State {
  readonly hash: string;
  readonly lastEntry: string;
}

/** Everything people can change; not what jobs write at any moment beside them. */
const TABLES = [
  "space",
  "space_type",
  "assignment",
  "floor_plan",
  "drawing",
  "vendor_secret",
  `"user"`,
  "user_site",
  "invite",
  "password_reset",
  "two_factor",
  "(SELECT * FROM setting WHERE name <> 'rollupsClosedUntil')",
  "saved_view",
  "report",
  "audit_entry",
  "(SELECT * FROM alert_event WHERE actor_id IS NOT NULL)",
  "alert_rule",
];
const STATE = `SELECT md5(concat(${TABLES.map((t) => `(SELECT string_agg(t::text, '' ORDER BY t::text) FROM ${t} t)`).join()})) AS hash,
  (SELECT coalesce(max(id), 0)::text FROM audit_entry) AS "lastEntry"`;

async function stateOf(pool: Pool): Promise<State> {
  const { rows } = await pool.query<State>(STATE);
  return rows[0] ?? { hash: "", lastEntry: "0" };
}

async function wrongEntries(pool: Pool, { lastEntry }: State, method: string, { audits }: Row, at: Site | null) {
  const [count] = audits ?? [READING.has(method) ? 0 : 1];
  const { rows } = await pool.query<{
    action: string;
    site_id: number | null;
    actor_id: string | null;
    address: string | null;
  }>("SELECT action, site_id, actor_id, address FROM audit_entry WHERE id > $1 ORDER BY id", [lastEntry]);
  const isRight = count === "at most one" ? rows.length <= 1 : rows.length === count;
  const wrong = isRight ? [] : [`left ${rows.length} audit entries, expected ${count}`];
  for (const entry of rows) {
    if (at && String(entry.site_id) !== at.siteId) wrong.push(`${entry.action} is audited for site ${entry.site_id}`);
    if (entry.actor_id === null || entry.address !== ADDRESS)
      wrong.push(`${entry.action} does not say who or from where`);
  }
  return wrong;
}

/** Bodies that name another site's objects, sent to one's own. */
export async function smuggle(url: string, key: string, row: Row, asker: Asker, world: World): Promise<string[]> {
  const [, path = ""] = key.split(" ");
  if (!row.smuggles || expected(asker, row, path, "a") !== "ok" || !asker.isScoped) return [];
  const mine = await objectsFor(key, row, asker, "a", world, true);
  // What stands nowhere is for every site admin: theirs has to stand where it belongs.
  const theirs = await objectsFor(key, row, asker, "b", world, true);
  const wrong: string[] = [];
  for (const body of row.smuggles(mine, theirs)) {
    const before = await stateOf(world.db.read);
    const answer = await send(url, { ...(await requestOf(key, row, asker, mine)), body });
    // Some calls need a second scope, which this token has not.
    const want = asker.hasScope && answer.status === 403 ? 403 : 404;
    wrong.push(...wrongStatus(answer, want), ...wrongNames(answer, want, asker));
    if (before.hash !== (await stateOf(world.db.read)).hash) wrong.push("something was changed");
  }
  return wrong.map((what) => `${asker.name} with a body about B: ${what}`);
}
