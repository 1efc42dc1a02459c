import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ChannelAnswer } from "@/lib/core/notifications/channel";
import { Report, ReportList } from "@/lib/core/reports/report";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { readMail } from "@/lib/testing/read-mail";
import { startMailReceiver } from "@/lib/testing/receivers";
import { ADMIN, postButlr, type ServerProcess, signIn, startServer } from "@/lib/testing/server-process";

const env = { OUTGOING_ALLOW: "127.0.0.1", PUBLIC_URL: "http://localhost:4515" };

let database: TestDatabase;
let db: Database;
let mail: Awaited<ReturnType<typeof startMailReceiver>>;
let cookie: string;
const servers: ServerProcess[] = [];

const start = async () => {
  const server = await startServer({ databaseUrl: database.url, env });
  servers.push(server);
  return server;
};
async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${servers[0]?.url}${path}`, {
    method,
    headers: { cookie, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
const first = async () => ReportList.parse(await ask("GET", "/api/reports")).items[0];
/** The background looks every minute. */
const soon = (what: () => Promise<void>) => vi.waitFor(what, { timeout: 150_000, interval: 500 });
const makeDue = () => db.read.query("UPDATE report SET next_at = now() - interval '1 minute'");

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, () => undefined);
  mail = await startMailReceiver();
  const { url } = await start();
  cookie = await signIn(url);
  await postButlr(url, butlrEvent({ at: Date.now(), data: 1 }));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await mail?.close();
  await db?.close();
  await database?.drop();
});

test("two instances mail a report that is due once, also when it is due again after a restart", async () => {
  const config = { kind: "email", name: "Mail", host: "127.0.0.1", port: mail.port, security: "none", user: null };
  ChannelAnswer.parse(await ask("POST", "/api/channels", { ...config, from: "occ@example.com", to: [] }));
  const { rows } = await db.read.query<{ id: number }>("SELECT id FROM space WHERE kind = 'site'");
  const draft = { within: String(rows[0]?.id), every: "month", toOwner: true, addresses: [], language: "en" };
  Report.parse(await ask("POST", "/api/reports", draft));
  await start();
  await makeDue();
  await soon(async () => expect((await first())?.last?.mails.map(({ status }) => status)).toEqual(["sent"]));
  expect(mail.mails).toMatchObject([{ to: [ADMIN.email] }]);
  expect(readMail(mail.mails[0]?.raw ?? "")[0]?.content).toContain("Nothing was seen in this time");
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await makeDue();
  await start();
  await start();
  await soon(async () => expect(Date.parse((await first())?.nextAt ?? "")).toBeGreaterThan(Date.now()));
  await soon(async () => expect((await first())?.last?.mails.map(({ status }) => status)).toEqual(["sent"]));
  expect(mail.mails).toHaveLength(1);
}, 360_000);
