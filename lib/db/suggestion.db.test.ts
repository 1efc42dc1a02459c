import { afterAll, beforeAll, expect, test } from "vitest";
import { SourceQuery } from "@/lib/core/source";
import { openIngest } from "@/lib/testing/ingest-fixture";
import { listSources } from "./source-repository";

const FLOORS = 20;
const ROOMS = 250;
const WAITING = 100;

let ingest: Awaited<ReturnType<typeof openIngest>>;
beforeAll(async () => {
  ingest = await openIngest();
  await ingest.db.read.query(`
    WITH site AS (INSERT INTO space (kind, vendor_name) VALUES ('site', 'Campus') RETURNING id),
    building AS (INSERT INTO space (kind, parent_id, vendor_name) SELECT 'building', id, 'House' FROM site RETURNING id),
    floors AS (INSERT INTO space (kind, parent_id, vendor_name)
      SELECT 'floor', id, 'Level ' || n FROM building, generate_series(1, ${FLOORS}) n RETURNING id, vendor_name),
    rooms AS (INSERT INTO space (kind, parent_id, vendor_name)
      SELECT CASE WHEN n % 2 = 0 THEN 'room' ELSE 'desk' END::space_kind, floors.id,
             CASE WHEN n % 2 = 0 THEN 'Room ' ELSE 'Desk ' END || substr(floors.vendor_name, 7) || '.' || n
      FROM floors, generate_series(1, ${ROOMS}) n RETURNING id, parent_id)
    INSERT INTO floor_member (floor_id, space_id, "offset") SELECT parent_id, id, 0 FROM rooms`);
  await ingest.db.read.query(`
    WITH made AS (INSERT INTO source (vendor, kind, external_id, name)
      SELECT 'disruptive', 'device', 'dev' || n, 'Sensor of ' || n FROM generate_series(1, ${WAITING}) n RETURNING id, external_id)
    INSERT INTO source_fact (source_id, name, value, observed_at)
    SELECT id, f.name, f.value, now() FROM made, LATERAL (VALUES
      ('type', '"deskOccupancy"'),
      ('label:desk', '"Desk ' || (1 + substr(external_id, 4)::int % ${FLOORS}) || '.' || (2 * substr(external_id, 4)::int + 1) || '"'),
      ('label:floor', '"Level ' || (1 + substr(external_id, 4)::int % ${FLOORS}) || '"'),
      ('gateway:c1', 'true')) AS f(name, value)`);
  await ingest.db.read.query("ANALYZE");
});
afterAll(() => ingest.close());

test("a page of 100 sources among 5,000 spaces: each its own desk, in a fixed number of queries", async () => {
  let queries = 0;
  const pool = Object.create(ingest.db.read) as typeof ingest.db.read;
  pool.query = ((...given: Parameters<typeof pool.query>) => {
    queries++;
    return ingest.db.read.query(...given);
  }) as typeof pool.query;
  const counting = { ...ingest.db, read: pool };
  const look = () => listSources(SourceQuery.parse({ assigned: "false" }), { sites: null, waiting: true }, counting);
  const started = performance.now();
  const { items } = await look();
  console.info(`100 suggestions of 5,000 spaces: ${Math.round(performance.now() - started)} ms, ${queries} queries`);
  expect(items).toHaveLength(WAITING);
  const places = items.map(({ waiting }) => waiting?.suggestion);
  expect(places.every((place) => (place?.confidence ?? 0) >= 90)).toBe(true);
  expect(new Set(places.map((place) => place?.space.id)).size).toBe(WAITING);
  expect(queries).toBeLessThanOrEqual(10);
  expect((await look()).items).toEqual(items);
});
