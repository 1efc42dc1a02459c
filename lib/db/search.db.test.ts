import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { addSpace } from "@/lib/services/spaces/create-spaces";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { countRoomsElsewhere } from "./rooms-elsewhere-repository";
import { searchByName } from "./search-repository";

const ADMIN: Actor = {
  userId: "u1",
  name: "Ada",
  email: "ada@example.com",
  role: "admin",
  sessionId: "s1",
  sites: null,
  scopes: null,
  address: null,
};
const EVERYTHING = { sites: null, maySeeSources: true };

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest();
});
afterAll(() => ingest.close());

type Kind = "site" | "building" | "floor" | "room" | "desk";
const add = async (kind: Kind, parentId: string | null, name: string, more = {}) => {
  const { ids } = await addSpace({ kind, parentId, name, ...more }, ADMIN, ingest.db);
  return ids[0] as string;
};
const found = async (q: string, scope: Parameters<typeof searchByName>[1] = EVERYTHING) =>
  (await searchByName({ q, limit: 20 }, scope, ingest.db)).spaces.map(({ name }) => name);

test("the whole name first, then its beginning, a word of it, a part, and what is misspelt", async () => {
  const site = await add("site", null, "Riverside");
  const house = await add("building", site, "Alder House");
  const floor = await add("floor", house, "Level 1");
  for (const name of ["Big Birch", "Birchwood", "Abirch", "Birch", "Cedar 50%_a"]) await add("room", floor, name);
  expect(await found("birch")).toEqual(["Birch", "Birchwood", "Big Birch", "Abirch"]);
  expect(await found("birtch")).toContain("Birch");
  expect(await found("50%_a")).toEqual(["Cedar 50%_a"]);
  expect(await found("%")).toEqual(["Cedar 50%_a"]);
  const { spaces } = await searchByName({ q: "birchwood", limit: 5 }, EVERYTHING, ingest.db);
  expect(spaces[0]).toMatchObject({ floorId: floor, path: ["Riverside", "Alder House", "Level 1"] });
  const { spaces: houses } = await searchByName({ q: "alder", limit: 5 }, EVERYTHING, ingest.db);
  expect(houses[0]).toMatchObject({ kind: "building", floorId: floor, path: ["Riverside"] });
});

test("only what is within the reader's sites, and no device for whom it is not", async () => {
  const site = await add("site", null, "Uphill");
  const floor = await add("floor", await add("building", site, "Tower"), "1");
  await add("room", floor, "Unicorn");
  expect(await found("unicorn", { sites: [Number(site)], maySeeSources: true })).toEqual(["Unicorn"]);
  expect(await found("unicorn", { sites: [999], maySeeSources: true })).toEqual([]);
  await ingest.db.read.query(
    "INSERT INTO source (vendor, kind, external_id, name) VALUES ('disruptive', 'device', 'dt-unicorn', 'Desk sensor')",
  );
  const sources = async (scope: Parameters<typeof searchByName>[1]) =>
    (await searchByName({ q: "dt-unicorn", limit: 5 }, scope, ingest.db)).sources.map(({ name }) => name);
  expect(await sources(EVERYTHING)).toEqual(["Desk sensor"]);
  expect(await sources({ sites: null, maySeeSources: false })).toEqual([]);
  expect(await sources({ sites: [Number(site)], maySeeSources: true })).toEqual([]); // it stands nowhere yet
});

test("rooms that are free on other floors of the same building", async () => {
  await ingest.post(butlrEvent({ at: Date.now(), data: 0 }));
  const { rows } = await ingest.db.read.query<{ id: number; parent_id: number }>(
    "SELECT id, parent_id FROM space WHERE kind = 'floor' ORDER BY id DESC LIMIT 1",
  );
  const [made] = rows;
  const other = await add("floor", String(made?.parent_id), "Above");
  const count = (seats: number) => countRoomsElsewhere(other, { seats, tags: [] }, null, ingest.db);
  expect(await count(0)).toMatchObject({ items: [{ id: String(made?.id), free: 1 }] });
  expect((await count(4)).items).toEqual([]); // nobody knows how many fit in there
  await ingest.db.read.query("UPDATE space SET capacity = 6 WHERE kind = 'room' AND parent_id = $1", [made?.id]);
  expect((await count(4)).items).toHaveLength(1);
});
