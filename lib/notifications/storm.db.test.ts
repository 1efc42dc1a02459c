import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { EscalationStep, Recipient } from "@/lib/core/notifications/escalation";
import { openDatabase } from "@/lib/db/database";
import { readNotifications } from "@/lib/db/notifications/log-repository";
import { openNotifying } from "@/lib/testing/notify-fixture";

const clock = { now: Date.UTC(2026, 10, 21, 10) };
const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
let world: Awaited<ReturnType<typeof openNotifying>>;
let webhookId: string;
let slackId: string;

beforeAll(async () => {
  world = await openNotifying(clock);
  webhookId = await world.addChannel("webhook", { url: world.hook.url }, { secret: SECRET });
  slackId = await world.addChannel("slack", { host: "127.0.0.1" }, { url: world.hook.url });
});
afterAll(() => world?.close());
beforeEach(() => world.tomorrow());

const step = (...to: Recipient[]): EscalationStep => ({ afterMinutes: 0, when: "always", minSeverity: "notice", to });
const rooms = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
const log = async (channel: "email" | "slack" = "email") => {
  const { rows } = await world.pool.query(
    `SELECT status, answer, count(*)::int AS count, bool_or(alert_id IS NULL) AS "isSummary" FROM notification WHERE channel = $1
     GROUP BY 1, 2, alert_id IS NULL ORDER BY 3 DESC, 1`,
    [channel],
  );
  return rows;
};

test("sixty alerts at once: twenty mails, a minute later one that tells of the forty others, and the same when all is over", async () => {
  await world.policy(step({ to: "followers" }, { to: "channel", channelId: webhookId }));
  const who = await world.follower("Ada");
  await world.trouble(rooms(60, "a"));
  await world.work();
  expect(world.mail.mails).toHaveLength(20);
  expect(world.hook.ids().map(([, times]) => times)).toEqual(Array.from({ length: 60 }, () => 1));
  const waiting = await readNotifications(world.pool, null, { status: ["waiting"], limit: 50 });
  expect(waiting.items.filter(({ answer }) => answer?.startsWith("Held back"))).toHaveLength(40);
  expect(waiting.items.filter(({ alertId }) => alertId === null)).toMatchObject([
    { title: "", step: -1, status: "waiting" },
  ]);
  expect(waiting.items[0]?.nextAt).toBe(new Date(clock.now + 60_000).toISOString());
  await world.later(1.1);
  expect(world.mail.subjects().slice(20)).toEqual(["40 more alerts in Oslo since 10:00"]);
  expect(world.mail.mails[20]).toMatchObject({ to: [who.email] });
  expect(world.mail.mails[20]?.raw).toMatch(/https:\/\/occ\.example\/alerts\?site=3?D?\d+/);
  expect(await log()).toEqual([
    { status: "sent", answer: "Told in a summary.", count: 40, isSummary: false },
    { status: "sent", answer: expect.stringContaining("250"), count: 20, isSummary: false },
    { status: "sent", answer: expect.stringContaining("250"), count: 1, isSummary: true },
  ]);
  const said = await world.pool.query(
    `SELECT count(*)::int, count(data->>'inSummary')::int AS summed FROM alert_event WHERE kind = 'notified' AND data->>'channel' = 'email'`,
  );
  expect(said.rows).toEqual([{ count: 60, summed: 40 }]);
  await world.later(20);
  await world.trouble(rooms(60, "a"), 2);
  await world.work();
  await world.later(1.1);
  expect(
    world.mail
      .subjects()
      .slice(21, 41)
      .every((subject) => subject.startsWith("Over: ")),
  ).toBe(true);
  expect(world.mail.subjects().slice(41)).toEqual([expect.stringMatching(/^40 more alerts have ended in /)]);
  expect(new Set(world.mail.messageIds()).size).toBe(42);
});

test("critical alerts are never held back, and take the room of others", async () => {
  await world.policy(step({ to: "followers" }));
  await world.follower("Ada");
  await world.trouble(rooms(45, "b"));
  await world.pool.query(
    "UPDATE alert SET severity = 'critical' WHERE id IN (SELECT id FROM alert WHERE resolved_at IS NULL ORDER BY id DESC LIMIT 30)",
  );
  await world.work();
  expect(world.mail.subjects().filter((subject) => subject.startsWith("Critical: "))).toHaveLength(30);
  expect(world.mail.mails).toHaveLength(30);
  await world.later(1.1);
  expect(world.mail.subjects().slice(30)).toEqual([expect.stringMatching(/^15 more alerts in /)]);
});

test("what is over before its summary is not told; with nothing left there is no summary", async () => {
  await world.policy(step({ to: "followers" }));
  await world.follower("Ada");
  await world.trouble(rooms(25, "c"));
  await world.work();
  clock.now += 1_000;
  await world.trouble(rooms(25, "c").slice(20), 2);
  await world.later(1.1);
  // The ends of what was held back wait for the same summary.
  expect(world.mail.mails).toHaveLength(20);
  expect((await log()).map(({ status, count, isSummary }) => [status, count, isSummary])).toEqual(
    expect.arrayContaining([
      ["sent", 20, false],
      ["skipped", 1, true],
    ]),
  );
  expect((await log()).filter(({ status }) => status === "held")).toEqual([]);
});

test("a summary that fails is tried again under the same id, and what comes in between is told in the next", async () => {
  await world.policy(step({ to: "channel", channelId: slackId }));
  await world.trouble(rooms(25, "d"));
  await world.work();
  expect(world.hook.received).toHaveLength(20);
  world.hook.statuses.push(503);
  await world.later(1.1);
  const summaries = async () =>
    (
      await world.pool.query(
        "SELECT id, status, attempts, title FROM notification WHERE alert_id IS NULL ORDER BY created_at",
      )
    ).rows;
  expect(await summaries()).toMatchObject([{ status: "waiting", attempts: 1 }]);
  await world.trouble(rooms(3, "e"));
  await world.work();
  await world.later(0.2);
  expect(await summaries()).toMatchObject([
    { status: "sent", attempts: 2, title: expect.stringMatching(/^5 more alerts in /) },
    { status: "waiting", attempts: 0 },
  ]);
  await world.later(8);
  expect(world.hook.received).toHaveLength(22);
  await world.later(2);
  expect(world.hook.received.at(-1)?.body).toContain("3 more alerts in ");
  expect((await log("slack")).filter(({ status }) => status !== "sent")).toEqual([]);
});

test("two instances at once: nobody gets more than twenty and one, and every alert is told once", async () => {
  await world.policy(step({ to: "followers" }));
  await Promise.all([world.follower("Ada"), world.follower("Bo", { language: "de" })]);
  const other = openDatabase(world.db.url, () => undefined);
  await world.trouble(rooms(90, "f"));
  await Promise.all([world.work(), world.work(other), world.work()]);
  expect(world.mail.mails).toHaveLength(40);
  clock.now += 61_000;
  await Promise.all([world.work(), world.work(other), world.work()]);
  expect(new Set(world.mail.messageIds()).size).toBe(42);
  expect(world.mail.subjects().filter((subject) => subject.startsWith("70 more alerts in"))).toHaveLength(1);
  expect(world.mail.mails).toHaveLength(42);
  const { rows } = await world.pool.query(
    "SELECT target, count(*)::int, count(DISTINCT alert_id)::int AS alerts FROM notification WHERE status = 'sent' GROUP BY 1",
  );
  expect(rows.map(({ count, alerts }) => [count, alerts])).toEqual([
    [91, 90],
    [91, 90],
  ]);
  await other.close();
});
