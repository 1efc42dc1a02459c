import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { BUTLR_KEY, type ServerProcess, startServer } from "@/lib/testing/server-process";

const HOUR = 3_600_000;

let database: TestDatabase;
let client: Client;
let servers: ServerProcess[];

beforeAll(async () => {
  database = await createTestDatabase();
  const first = await startServer({ databaseUrl: database.url });
  servers = [first, await startServer({ databaseUrl: database.url })];
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await Promise.all((servers ?? []).map((server) => server.stop()));
  await database?.drop();
});

test("an event of hours ago is in the rollups within some minutes, whichever of two instances does it", async () => {
  const event = butlrEvent({ at: Math.floor(Date.now() / HOUR - 3) * HOUR, data: 4 });
  const answer = await fetch(`${servers[0]?.url}/api/webhooks/butlr`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": BUTLR_KEY },
    body: JSON.stringify(event),
  });
  expect(answer.status).toBe(200);
  const rolled = async () =>
    (await client.query("SELECT max_people FROM rollup_hour WHERE scope = 0 AND valid_ms > 0")).rows;
  await vi.waitFor(async () => expect(await rolled()).toEqual([{ max_people: 4 }]), {
    timeout: 170_000,
    interval: 500,
  });
  expect((await client.query("SELECT 1 FROM dirty_span")).rowCount).toBe(0);
}, 180_000);
