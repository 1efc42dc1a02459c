import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeliveryPage } from "@/lib/core/delivery";
import type { VendorId } from "@/lib/core/observation";
import { FloorFromWire } from "@/lib/core/packed-floor";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { headersFor } from "@/lib/simulator/sign";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { ADMIN, BUTLR_KEY, type ServerProcess, signIn, startServer } from "@/lib/testing/server-process";

const SECRETS = {
  butlr: { header: "x-api-key", key: BUTLR_KEY },
  disruptive: "signature-secret-of-the-privacy-test",
  zoom: "secret-token-of-the-privacy-test",
};
const SET_IN_THE_BROWSER = "secret-token-that-an-admin-has-typed";
const SERVER_ENV = {
  DT_SIGNATURE_SECRET: SECRETS.disruptive,
  ZOOM_WEBHOOK_SECRET_TOKEN: SECRETS.zoom,
  SECRET_KEY: "installation-key-of-the-privacy-test",
  BETTER_AUTH_SECRET: "session-secret-of-the-privacy-test",
  LOG_LEVEL: "trace",
};
/** Stands in everything about people and in every secret of the golden fixtures; redact.test.ts says in which fields. */
const PLANTED = "planted";
/** Nobody asked for these, and proxies and vendors send them all the same. */
const STRAY_HEADERS = {
  clientid: "planted-client-id",
  authorization: "Bearer planted-bearer",
  cookie: "a=planted-cookie",
};
const STRAY_QUERY = "?token=planted-token&access_token=planted-access-token";

const FIXTURES = path.join(import.meta.dirname, "../vendors");
const fixture = (vendor: VendorId, name: string) =>
  JSON.parse(readFileSync(path.join(FIXTURES, vendor, "fixtures", `${name}.json`), "utf8"));
const zoomFixtures = readdirSync(path.join(FIXTURES, "zoom/fixtures"))
  .filter((name) => !name.endsWith(".expected.json"))
  .map((name) => path.basename(name, ".json"));

const MINUTE_MS = 60_000;
const NOW = Date.now();
const iso = (minutes: number) => new Date(NOW + minutes * MINUTE_MS).toISOString();
/** A fixture as it would be sent today, with other fields in its object. */
function today(name: string, change: object = {}) {
  const { event, payload } = fixture("zoom", name);
  return { event, event_ts: NOW - MINUTE_MS, payload: { ...payload, object: { ...payload.object, ...change } } };
}

const EVENTS: readonly (readonly [VendorId, object])[] = [
  ["butlr", butlrEvent({ at: NOW - MINUTE_MS, data: 4, metadata: { room_name: "Fjord" } })],
  ...["zone-occupancy", "pir-motion", "traffic", "sensor-health"].map(
    (name) => ["butlr", fixture("butlr", name)] as const,
  ),
  ...["motion", "labels-changed", "connection-offline", "unknown-type"].map(
    (name) => ["disruptive", fixture("disruptive", name)] as const,
  ),
  ...zoomFixtures.map((name) => ["zoom", fixture("zoom", name)] as const),
  ["zoom", today("zoomroom.created")],
  ["zoom", today("workspace.created")],
  ["zoom", today("visitor_management.checked_in")],
  ["zoom", today("workspace.reservation_created", { id: "rsv-today", start_time: iso(-30), end_time: iso(30) })],
  ["zoom", today("visitor_management.checked_in", { invite_location_id: 7 })], // quarantined
  [
    "zoom",
    {
      event: "meeting.participant_joined",
      event_ts: NOW,
      payload: {
        account_id: "account",
        object: {
          Password: "planted-password",
          start_url: "https://meet.example/s/1?zak=planted-host-key",
          participants: [{ user_name: "Planted Participant", email: "planted@guest.example", phone_number: "planted" }],
        },
      },
    },
  ],
];

let database: TestDatabase;
let server: ServerProcess;
let sql: pg.Client;
let cookie: string;
const answers: { status: number; text: string }[] = [];

/** A webhook as its vendor sends it, with what does not belong there. */
async function post(vendor: VendorId, body: string, headers: Record<string, string>) {
  const request = { method: "POST", headers: { ...STRAY_HEADERS, ...headers }, body };
  const answer = await fetch(`${server.url}/api/webhooks/${vendor}${STRAY_QUERY}`, request);
  const got = { status: answer.status, text: await answer.text() };
  answers.push(got);
  return got;
}

const signed = (vendor: VendorId, event: object, secrets = SECRETS) => {
  const body = JSON.stringify(event);
  return post(vendor, body, headersFor({ vendor, body }, secrets, Date.now()));
};

async function ask(where: string, init: { method: "PUT" | "POST"; body: object } | null = null): Promise<string> {
  const request = init && {
    method: init.method,
    body: JSON.stringify(init.body),
    headers: { cookie, "content-type": "application/json" },
  };
  const answer = await fetch(`${server.url}${where}`, request ?? { headers: { cookie } });
  const text = await answer.text();
  expect([where, answer.status]).toEqual([where, 200]);
  return text;
}

/** As if an admin had said where Zoom's room, desk and location are, so that all they say is on the floor. */
const placeZoom = () =>
  sql.query(
    `INSERT INTO assignment (source_id, space_id, starts_at)
     SELECT o.id, CASE o.kind WHEN 'location' THEN site.id ELSE room.id END, 'epoch'
     FROM source o, space room JOIN space floor ON floor.id = room.parent_id
     JOIN space building ON building.id = floor.parent_id JOIN space site ON site.id = building.parent_id
     WHERE o.vendor = 'zoom' AND room.vendor_name = 'Fjord'
       AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.source_id = o.id)`,
  );

const refusedVendors = async () =>
  (await sql.query("SELECT DISTINCT vendor FROM vendor_refusal ORDER BY vendor")).rows.map(({ vendor }) => vendor);

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({ databaseUrl: database.url, env: SERVER_ENV });
  sql = new pg.Client(database.url);
  await sql.connect();
  cookie = await signIn(server.url);
  for (const [vendor, event] of EVENTS) await signed(vendor, event);
  await placeZoom();
  const next = { method: "PUT", body: { secret: SET_IN_THE_BROWSER } } as const;
  const replay = { method: "POST", body: { vendor: "zoom" } } as const;
  for (const text of [await ask("/api/vendors/zoom/secrets/next", next), await ask("/api/deliveries/replay", replay)])
    answers.push({ status: 200, text });
  const wrong = { butlr: { header: "x-api-key", key: "planted-key" }, disruptive: "planted-key", zoom: "planted-key" };
  for (const vendor of ["butlr", "disruptive", "zoom"] as const)
    expect((await signed(vendor, { planted: "planted-body" }, wrong)).status).toBe(401);
});
afterAll(async () => {
  await sql?.end();
  await server?.stop();
  await database?.drop();
});

/** Nothing of these may ever be seen again. */
const hiddenWords = () =>
  [
    PLANTED,
    ...[BUTLR_KEY, SECRETS.disruptive, SECRETS.zoom, SET_IN_THE_BROWSER, ADMIN.password],
    ...[SERVER_ENV.SECRET_KEY, SERVER_ENV.BETTER_AUTH_SECRET, new URL(database.url).password],
  ].filter((word) => word !== "");

/** Where one of the words stands, with a little of what is around it. */
function found(texts: ReadonlyMap<string, string>, hunted = hiddenWords()): string[] {
  return [...texts].flatMap(([where, text]) => {
    const lower = text.toLowerCase();
    return hunted.flatMap((word) => {
      const at = lower.indexOf(word.toLowerCase());
      return at < 0 ? [] : [`${where}: …${text.slice(Math.max(0, at - 40), at + 60)}…`];
    });
  });
}

async function tables(): Promise<Map<string, string>> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition`,
  );
  const read = async ({ name }: { name: string }) => {
    const all = await sql.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    return [name, all.rows.map(({ row }) => row).join("\n")] as const;
  };
  const texts = new Map<string, string>();
  for (const table of rows) texts.set(...(await read(table)));
  return texts;
}

async function deliveryPaths(): Promise<string[]> {
  const paths: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: string = `/api/deliveries?limit=200${cursor === "" ? "" : `&cursor=${cursor}`}`;
    const { items, next } = DeliveryPage.parse(JSON.parse(await ask(page)));
    paths.push(page, ...items.map(({ id }) => `/api/deliveries/${id}`));
    cursor = next;
  }
  return paths;
}

async function read(paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const where of paths) texts.set(where, await ask(where));
  return texts;
}

async function placeIds() {
  const { rows } = await sql.query<{ site: number; floor: number; room: number }>(
    `SELECT site.id AS site, floor.id AS floor, room.id AS room
     FROM space room JOIN space floor ON floor.id = room.parent_id JOIN space building ON building.id = floor.parent_id
     JOIN space site ON site.id = building.parent_id WHERE room.vendor_name = 'Fjord'`,
  );
  if (!rows[0]) throw new Error("Butlr's event made no room");
  return rows[0];
}

test("everything is believed and kept, so that there is something to find", async () => {
  await expect.poll(refusedVendors, { timeout: 10_000 }).toEqual(["butlr", "disruptive", "zoom"]);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
  const others = answers.filter(({ status }) => status !== 401);
  expect(others.filter(({ status }) => status !== 200)).toEqual([]);
  const last = today("workspace.reservation_created", { id: "rsv-last" }); // what the Vendors page shows
  expect((await signed("zoom", last, { ...SECRETS, zoom: SET_IN_THE_BROWSER })).status).toBe(200);
  const kept = await sql.query("SELECT outcome, count(*)::int AS n FROM delivery GROUP BY outcome ORDER BY outcome");
  expect(kept.rows.map(({ outcome }) => outcome)).toEqual(["quarantined", "stored", "unhandled"]);
  const told = await sql.query("SELECT visitor, visitor_name FROM visit_event WHERE change = 'checked-in'");
  expect(told.rows[0]).toEqual({ visitor: expect.stringMatching(/^person:/), visitor_name: expect.any(String) });
});

test("no table of the database holds a planted word or a secret", async () => {
  const texts = await tables();
  expect(found(texts)).toEqual([]);
  expect(found(texts, ["r7Q-Skagen_Zr01"]).map((where) => where.split(":")[0])).toContain("delivery"); // it does look
});

const yesterday = (ago = 1) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

test("no answer does", async () => {
  const { site, floor, room } = await placeIds();
  const snapshot = `/api/floors/${floor}/snapshot`;
  const texts = await read([
    ...(await deliveryPaths()),
    ...["/api/sources?limit=500", "/api/spaces", `/api/spaces/${room}`, "/api/floors", snapshot],
    ...["/api/vendors", "/api/vendors/butlr", "/api/vendors/disruptive", "/api/vendors/zoom"],
    ...[`/api/sites/${site}/visitors`, `/api/sites/${site}/visitors/day`, "/api/feeds", "/metrics"],
    `/api/history/bookings?within=${floor}&hours=all&from=${yesterday()}&to=${yesterday(-1)}`,
  ]);
  answers.forEach(({ text }, i) => {
    texts.set(`the answer to post ${i}`, text);
  });
  expect(found(texts)).toEqual([]);
  const { spaces } = FloorFromWire.parse(JSON.parse(texts.get(snapshot) ?? ""));
  const fjord = spaces.find(({ name }) => name === "Fjord");
  expect(fjord?.sources.map(({ vendor }) => vendor)).toContain("zoom");
  expect(fjord?.bookings).not.toEqual([]);
  expect(texts.get(`/api/sites/${site}/visitors`)).toContain('"in":1');
});

test("no page does", async () => {
  const { floor, room } = await placeIds();
  const texts = await read([
    ...["/", `/floors/${floor}?space=${room}`, "/admin/deliveries", "/admin/vendors"],
    ...["/admin/vendors/butlr", "/admin/vendors/disruptive", "/admin/vendors/zoom"],
  ]);
  expect(found(texts)).toEqual([]);
  expect(texts.get("/")).toContain("Fjord");
});

test("the log does not, to its last line", async () => {
  await server.stop();
  expect(server.output()).not.toBe("");
  expect(found(new Map([["log", server.output()]]))).toEqual([]);
});
