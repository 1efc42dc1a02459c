import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { EVERY_PAGE, type PageView } from "@/lib/testing/every-page";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { addPerson, PASSWORD } from "@/lib/testing/people-fixture";
import { postButlr, type ServerProcess, signIn, startServer } from "@/lib/testing/server-process";

/** Their titles are names, or the same in both languages. */
const SAME = ["/api/docs", "/", "/second-factor", "/floors/[floorId]", "/spaces/[spaceId]"];

let database: TestDatabase;
let server: ServerProcess;
let cookie: string;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  server = await startServer({ databaseUrl: database.url });
  cookie = await signIn(server.url);
  await postButlr(server.url, butlrEvent({ at: Date.now() - 60_000, data: 0 }));
  const { rows } = await pool.query("SELECT id::text, kind FROM space");
  Object.assign(ids, {
    floorId: rows.find(({ kind }) => kind === "floor").id,
    spaceId: rows.find(({ kind }) => kind === "room").id,
  });
});
afterAll(async () => {
  await server?.stop();
  await pool?.end();
  await database?.drop();
});

const ids = { floorId: "", spaceId: "", past: "2026-11-21T10:00:00.000Z" };
/** Each page once, in its first state. */
const routes = EVERY_PAGE.filter(({ route }, i) => EVERY_PAGE.findIndex((view) => view.route === route) === i);

async function head({ address, as }: PageView, language: string) {
  const answer = await fetch(`${server.url}${address(ids)}`, {
    headers: { "accept-language": language, ...(as !== "nobody" && { cookie }) },
  });
  const html = await answer.text();
  return { lang: /<html[^>]* lang="(\w+)"/.exec(html)?.[1], title: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "" };
}

test.each(routes.map((view) => [view.route, view] as const))(
  "%s says its title in the reader's language",
  async (route, view) => {
    const [german, english] = await Promise.all([head(view, "de-AT,de;q=0.9,en;q=0.5"), head(view, "en")]);
    expect([german.lang, english.lang]).toEqual(["de", "en"]);
    expect(german.title).toMatch(/ · Occupancy$/);
    if (!SAME.includes(route)) expect(german.title).not.toBe(english.title);
  },
);

test("a place's page says the place and its site, to those who may see it", async () => {
  const { floorId: floor, spaceId: room } = ids;
  await pool.query("UPDATE space SET name = kind::text || ' <b>' WHERE id = ANY($1)", [[floor, room]]);
  const titleOf = async (path: string, as = cookie) => {
    const html = await (
      await fetch(`${server.url}${path}`, { headers: { cookie: as, "accept-language": "de" } })
    ).text();
    return /<title>([^<]*)<\/title>/.exec(html)?.[1];
  };
  expect(await titleOf(`/floors/${floor}`)).toBe("floor &lt;b&gt; · Oslo · Occupancy");
  expect(await titleOf(`/spaces/${room}`)).toBe("room &lt;b&gt; · Oslo · Occupancy");
  expect(await titleOf(`/admin/plans/${floor}`)).toBe("Grundriss · floor &lt;b&gt; · Oslo · Occupancy");
  expect(await titleOf("/admin/vendors/zoom")).toBe("Zoom · Anbieter · Occupancy");
  const { email } = await addPerson(pool, { name: "Bo", role: "operator", sites: [] });
  const other = await signIn(server.url, { email, password: PASSWORD });
  for (const path of [`/floors/${floor}`, `/spaces/${room}`]) expect(await titleOf(path, other)).not.toContain("Oslo");
});

const asked = async (language: string | null, path: string, body?: unknown) => {
  const answer = await fetch(`${server.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { cookie, "content-type": "application/json", ...(language !== null && { "accept-language": language }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { title, code, status, issues } = await answer.json();
  return { title, code, status, issues, language: answer.headers.get("content-language") };
};

test("what is refused is said in the language of whoever asks, and in English to programs", async () => {
  const type = { name: "Labor", kind: "room", capacity: null, color: null, icon: null };
  await asked(null, "/api/space-types", type);
  const nothing = "/api/spaces/999999999/why";
  expect(await asked("de", nothing)).toMatchObject({ title: "Hier ist nichts.", code: "not-found", language: "de" });
  expect(await asked(null, nothing)).toMatchObject({
    title: "There is nothing here.",
    code: "not-found",
    language: "en",
  });
  const site = { kind: "site", name: "Kiel", parentId: null, timeZone: "Europe/Berlin" };
  await asked(null, "/api/spaces", site);
  expect(await asked("de", "/api/spaces", site)).toMatchObject({
    ...{ title: "„Kiel“ (Standort) gibt es hier schon.", code: "conflict", status: 409 },
  });
  expect(await asked("ja;q=0.8", "/api/spaces", { ...site, kind: "floor" })).toMatchObject({
    code: "invalid",
    language: "ja",
  });
  expect(await asked("fr", "/api/spaces", { ...site, kind: "floor", name: "" })).toMatchObject({
    code: "invalid",
    language: "fr",
  });
});
