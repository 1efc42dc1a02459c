import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ChannelAnswer, ChannelTest } from "@/lib/core/notifications/channel";
import { NotificationPage } from "@/lib/core/notifications/delivery";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { headersFor } from "@/lib/simulator/sign";
import { startHttpReceiver, startMailReceiver } from "@/lib/testing/receivers";
import { ADMIN, type ServerProcess, signIn, startServer } from "@/lib/testing/server-process";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";

const ZOOM = "a-secret-token-for-the-tests-only";
const MINUTE = 60_000;
const env = { ZOOM_WEBHOOK_SECRET_TOKEN: ZOOM, OUTGOING_ALLOW: "127.0.0.1", PUBLIC_URL: "http://localhost:5100" };

let database: TestDatabase;
const servers: ServerProcess[] = [];
let hook: Awaited<ReturnType<typeof startHttpReceiver>>;
let mail: Awaited<ReturnType<typeof startMailReceiver>>;
let cookie: string;

const start = async () => {
  const server = await startServer({ databaseUrl: database.url, env });
  servers.push(server);
  return server;
};
const first = () => {
  const [server] = servers;
  if (!server) throw new Error("No server runs");
  return server;
};
async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${first().url}${path}`, {
    method,
    headers: { cookie, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
async function zoom(event: unknown): Promise<void> {
  const body = JSON.stringify(event);
  const headers = headersFor(
    { vendor: "zoom", body },
    { butlr: { header: "x", key: "x" }, disruptive: "x", zoom: ZOOM },
    Date.now(),
  );
  const answer = await fetch(`${first().url}/api/webhooks/zoom`, { method: "POST", headers, body });
  expect(answer.status).toBe(200);
}
const log = async () => NotificationPage.parse(await ask("GET", "/api/notifications?limit=200")).items;
const soon = (what: () => Promise<void> | void) => vi.waitFor(what, { timeout: 40_000, interval: 200 });

beforeAll(async () => {
  database = await createTestDatabase();
  [hook, mail] = [await startHttpReceiver(), await startMailReceiver()];
  cookie = await signIn((await start()).url);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await Promise.all([hook?.close(), mail?.close()]);
  await database?.drop();
});

let secret = "";
let webhookId = "";

test("a channel is made, tried, and shows the other side's own answer; its secret never comes out again", async () => {
  const made = ChannelAnswer.parse(
    await ask("POST", "/api/channels", { kind: "webhook", name: "Receiver", url: hook.url }),
  );
  [secret, webhookId] = [made.secret ?? "", made.channel.id];
  hook.statuses.push(418);
  const tried = () => ask("POST", `/api/channels/${webhookId}/test`);
  expect(ChannelTest.parse(await tried())).toMatchObject({ ok: false, answer: "418 not today" });
  expect(ChannelTest.parse(await tried())).toMatchObject({ ok: true, answer: "200 thanks" });
  expect(JSON.stringify(await ask("GET", "/api/channels"))).not.toContain(secret);
  const config = { kind: "email", name: "Mail", host: "127.0.0.1", port: mail.port, security: "none", user: "occ" };
  const server = ChannelAnswer.parse(
    await ask("POST", "/api/channels", { ...config, password: "wrong", from: "occ@example.com", to: [] }),
  ).channel;
  const mailed = () => ask("POST", `/api/channels/${server.id}/test`);
  expect(ChannelTest.parse(await mailed())).toMatchObject({ ok: false, answer: expect.stringContaining("Wrong user") });
  await ask("PATCH", `/api/channels/${server.id}`, { version: 1, password: "right" });
  expect(ChannelTest.parse(await mailed())).toMatchObject({ ok: true });
  expect(mail.mails).toMatchObject([{ to: [ADMIN.email] }]);
  mail.mails.length = 0;
  hook.received.length = 0;
});

test("this machine and its network are refused unless the operator lists them", async () => {
  for (const url of ["https://169.254.169.254/latest", "https://[::1]/", "https://2130706434/", "http://10.0.0.1/"]) {
    const made = ChannelAnswer.parse(await ask("POST", "/api/channels", { kind: "slack", name: url, url }));
    const answer = ChannelTest.parse(await ask("POST", `/api/channels/${made.channel.id}/test`));
    expect([url, answer.ok]).toEqual([url, false]);
    expect(answer.answer).toMatch(/private network|https/);
    await ask("DELETE", `/api/channels/${made.channel.id}`);
  }
});

test("two instances, a receiver that fails first and a restart in between: each step once as the receiver counts by id", async () => {
  await ask("PUT", "/api/account/notifications", {
    ...{ isFollowing: true, email: true, push: false, minSeverity: "notice", kinds: null, places: null, quiet: null },
  });
  const to = [{ to: "channel", channelId: webhookId }, { to: "followers" }];
  const always = { when: "always", minSeverity: "notice" };
  await ask("PUT", "/api/escalation", { version: 0, steps: [{ ...always, afterMinutes: 0, to }] });
  await start();
  hook.statuses.push(503);
  await zoom(zoomAlert("room-1", 1, Date.now() - MINUTE));
  await soon(async () =>
    expect(await log()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ channel: "webhook", status: "waiting", attempts: 1, answer: "503 not today" }),
        expect.objectContaining({ channel: "email", status: "sent" }),
      ]),
    ),
  );
  // Everything stops while the message waits for its second try; others take it up.
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await start();
  await start();
  await soon(async () => expect((await log()).map(({ status }) => status)).toEqual(["sent", "sent"]));
  expect(hook.ids()).toEqual([[expect.any(String), 2]]);
  for (const { body, headers } of hook.received) new Webhook(secret).verify(body, headers as Record<string, string>);
  await zoom(zoomAlert("room-1", 2, Date.now()));
  await soon(() => expect(mail.subjects().map((subject) => subject.startsWith("Over: "))).toEqual([false, true]));
  await soon(() => expect(hook.ids().map(([, times]) => times)).toEqual([2, 1]));
  expect(mail.mails.map(({ to: whom }) => whom)).toEqual([[ADMIN.email], [ADMIN.email]]);
  expect(new Set(mail.messageIds()).size).toBe(2);
  expect(mail.mails[0]?.raw).toContain("http://localhost:5100/alerts?alert=");
});

test("a process that is killed while it sends: the message goes out again under the same id", async () => {
  hook.received.length = 0;
  hook.state.holds = true;
  await zoom(zoomAlert("room-2", 1, Date.now() - MINUTE));
  await soon(() => expect(hook.ids()).toHaveLength(1));
  await Promise.all(servers.splice(0).map((server) => server.stop("SIGKILL")));
  hook.state.holds = false;
  await start();
  await vi.waitFor(() => expect(hook.ids()).toEqual([[expect.any(String), 2]]), { timeout: 120_000, interval: 500 });
  await soon(async () => expect((await log()).every(({ status }) => status === "sent")).toBe(true));
}, 180_000);

test("a storm of alerts: twenty mails and one that tells of the others, each once; a program gets them all", async () => {
  mail.mails.length = 0;
  hook.received.length = 0;
  const rooms = Array.from({ length: 32 }, (_, i) => `storm-${i}`);
  // The mails of the tests before count, and so does a third instance that looks at the same time.
  await start();
  const seen = (await log()).filter(({ channel, status }) => channel === "email" && status === "sent").length;
  for (const room of rooms) await zoom(zoomAlert(room, 1, Date.now() - MINUTE));
  await soon(() => expect(hook.ids().map(([, times]) => times)).toEqual(rooms.map(() => 1)));
  await vi.waitFor(() => expect(mail.subjects().some((subject) => / more alerts since /.test(subject))).toBe(true), {
    ...{ timeout: 120_000, interval: 500 },
  });
  expect(mail.mails).toHaveLength(20 - seen + 1);
  expect(new Set(mail.messageIds()).size).toBe(20 - seen + 1);
  expect(mail.subjects().at(-1)).toMatch(new RegExp(`^${rooms.length - 20 + seen} more alerts since `));
  await soon(async () => {
    const told = (await log()).filter(({ answer }) => answer === "Told in a summary.");
    expect(told.map(({ status }) => status)).toEqual(Array.from({ length: rooms.length - 20 + seen }, () => "sent"));
  });
}, 200_000);
