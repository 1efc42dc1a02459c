import type { Pool } from "pg";
import type { Action, Role } from "@/lib/core/access";
import { POLICY, TOKEN_SCOPES } from "@/lib/core/access";
import { type Database, openDatabase } from "@/lib/db/database";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { addPerson, addToken, type TestPerson } from "@/lib/testing/people-fixture";
import { postButlr, type ServerProcess, signIn } from "@/lib/testing/server-process";

/** Ids of one site's objects, named as routes name their parameters. */
export interface Site {
  readonly siteId: string;
  readonly buildingId: string;
  readonly floorId: string;
  /** The floor above, with one room. */
  readonly upperFloorId: string;
  /** A room. */
  readonly spaceId: string;
  readonly otherSpaceId: string;
  readonly sourceId: string;
  readonly otherSourceId: string;
  readonly deliveryId: string;
  readonly vendor: string;
  readonly slot: string;
  /** What a row's `given` made. */
  readonly [own: string]: string;
}

/** Somebody who asks. */
export interface Asker {
  readonly name: string;
  readonly userId: string | null;
  readonly role: Role | null;
  /** Only site A exists for them. */
  readonly isScoped: boolean;
  /** A token, and whether it has the scope; null for a person. */
  readonly hasScope: boolean | null;
  readonly headersFor: (needs: Action) => Promise<Record<string, string>>;
}

/** No token can be given some scopes; then there is nobody to ask as. */
export const canExist = ({ hasScope }: Asker, needs: Action): boolean =>
  !hasScope || (TOKEN_SCOPES as readonly Action[]).includes(needs);

export interface World {
  readonly db: Database;
  readonly a: Site;
  readonly b: Site;
  readonly askers: readonly Asker[];
  readonly people: Readonly<Record<string, TestPerson>>;
  /** Does something as an admin of every site; throws when it does not work. */
  asAdmin(method: string, path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** Part of every name in site A, and in site B: nobody may read the latter who is of A alone. */
export const NAME_OF_A = "Alpha";
export const NAME_OF_B = "Bravo";

const NOT_SCOPED = { isScoped: false, hasScope: null };

/** Two sites alike, and everybody who may ask about them. */
export async function createWorld(databaseUrl: string, server: ServerProcess): Promise<World> {
  const db = openDatabase(databaseUrl, () => undefined);
  for (const name of [NAME_OF_A, NAME_OF_B]) await postRooms(server.url, name);
  const [a, b] = [await siteOf(db.read, NAME_OF_A), await siteOf(db.read, NAME_OF_B)];
  const here = [Number(a.siteId)];
  const people = {
    viewer: await addPerson(db.read, { name: "viewer", role: "viewer", sites: null }),
    "viewer of A": await addPerson(db.read, { name: "viewer of A", role: "viewer", sites: here }),
    operator: await addPerson(db.read, { name: "operator", role: "operator", sites: null }),
    "operator of A": await addPerson(db.read, { name: "operator of A", role: "operator", sites: here }),
    "site admin of A": await addPerson(db.read, { name: "site admin of A", role: "site_admin", sites: here }),
    admin: await addPerson(db.read, { name: "admin", role: "admin", sites: null }),
  };
  const cookies: Record<string, string> = {};
  // Each from an address of its own: more than three from one would have to wait.
  for (const [i, [name, person]] of Object.entries(people).entries())
    cookies[name] = await signIn(server.url, person, { "x-forwarded-for": `192.0.2.${i + 1}` });
  const fixers = await signInFixers(db.read, server.url);
  let turn = 0;
  const person = (name: keyof typeof people, role: Role, isScoped: boolean): Asker => ({
    name,
    userId: people[name].id,
    role,
    isScoped,
    hasScope: null,
    headersFor: async () => ({ cookie: cookies[name] ?? "" }),
  });
  return {
    db,
    a,
    b,
    people,
    askers: [
      { name: "nobody", userId: null, role: null, ...NOT_SCOPED, headersFor: async () => ({}) },
      person("viewer", "viewer", false),
      person("viewer of A", "viewer", true),
      person("operator", "operator", false),
      person("operator of A", "operator", true),
      person("site admin of A", "site_admin", true),
      person("admin", "admin", false),
      tokenAsker(db.read, "a token without the scope", people.admin, {
        role: "admin",
        isScoped: false,
        hasScope: false,
      }),
      tokenAsker(db.read, "an admin's token", people.admin, { role: "admin", isScoped: false, hasScope: true }),
      tokenAsker(db.read, "a token of the site admin of A", people["site admin of A"], {
        role: "site_admin",
        isScoped: true,
        hasScope: true,
      }),
    ],
    asAdmin: (method, path, body) =>
      ask(server.url, method, path, { cookie: fixers[turn++ % fixers.length] ?? "" }, body),
    close: db.close,
  };
}

/** Who prepares the objects of rows. Several, because each may send 1,200 requests a minute. */
async function signInFixers(pool: Pool, url: string): Promise<string[]> {
  const cookies: string[] = [];
  for (let i = 0; i < 6; i++) {
    const fixer = await addPerson(pool, { name: `fixer ${"abcdef"[i]}`, role: "admin", sites: null });
    cookies.push(await signIn(url, fixer, { "x-forwarded-for": `198.51.100.${i + 1}` }));
  }
  return cookies;
}

async function ask(url: string, method: string, path: string, headers: Record<string, string>, body?: unknown) {
  const sent = body === undefined ? {} : { body: body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body) };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...sent,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text === "" ? null : (JSON.parse(text) as unknown);
}

function tokenAsker(
  pool: Pool,
  name: string,
  owner: TestPerson,
  is: Pick<Asker, "role" | "isScoped" | "hasScope">,
): Asker {
  const made = new Map<Action, Promise<{ authorization: string }>>();
  const others = (needs: Action) => Object.keys(POLICY).filter((action) => action !== needs);
  return {
    name,
    userId: owner.id,
    ...is,
    headersFor: async (needs) => {
      const token = made.get(needs) ?? addToken(pool, owner.id, is.hasScope ? [needs] : others(needs));
      made.set(needs, token);
      return { authorization: (await token).authorization };
    },
  };
}

const ROOMS = [
  { room: "room", floor: "floor" },
  { room: "den", floor: "floor" },
  { room: "loft", floor: "upper" },
];

/** A site, a building, two floors, and three rooms with their sources. */
async function postRooms(url: string, name: string): Promise<void> {
  const key = (of: string) => `${name}_${of}`.toLowerCase();
  for (const { room, floor } of ROOMS) {
    const metadata = {
      site_id: key("site"),
      site_name: `${name} site`,
      building_id: key("building"),
      building_name: `${name} building`,
      floor_id: key(floor),
      floor_name: `${name} ${floor}`,
      room_id: key(room),
      room_name: `${name} ${room}`,
    };
    const sent = await postButlr(url, butlrEvent({ at: Date.now() - 120_000, data: 2, metadata }));
    if (sent.status !== 200) throw new Error(`The webhook answered ${sent.status}`);
  }
}

async function siteOf(pool: Pool, name: string): Promise<Site> {
  const id = async (sql: string, value: string) => {
    const { rows } = await pool.query<{ id: string }>(sql, [value]);
    if (!rows[0]) throw new Error(`Nothing is called ${value}`);
    return String(rows[0].id);
  };
  const space = (called: string) => id("SELECT id FROM space WHERE vendor_name = $1", `${name} ${called}`);
  const source = (called: string) =>
    id("SELECT id FROM source WHERE external_id = $1", `${name}_${called}`.toLowerCase());
  return {
    siteId: await space("site"),
    buildingId: await space("building"),
    floorId: await space("floor"),
    upperFloorId: await space("upper"),
    spaceId: await space("room"),
    otherSpaceId: await space("den"),
    sourceId: await source("room"),
    otherSourceId: await source("den"),
    deliveryId: await id(
      "SELECT id FROM delivery WHERE position($1 in body) > 0 LIMIT 1",
      `${name}_room`.toLowerCase(),
    ),
    vendor: "butlr",
    slot: "next",
  };
}
