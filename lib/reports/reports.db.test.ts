import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { Role } from "@/lib/core/access";
import { csvText } from "@/lib/core/csv-text";
import { spacesCsv } from "@/lib/core/history-csv";
import { rankSpaces } from "@/lib/core/rank-spaces";
import { type Report, ReportChange, ReportDraft } from "@/lib/core/reports/report";
import { FigureQuery } from "@/lib/core/space-metrics";
import { english } from "@/lib/core/text";
import { claimReportMails } from "@/lib/db/reports/report-outbox";
import { keepPushKeys } from "@/lib/notifications/push-keys";
import { createSenders } from "@/lib/notifications/senders";
import { resolveBySystem } from "@/lib/outgoing/way-out";
import { createSealer } from "@/lib/secrets/sealer";
import { readFigures } from "@/lib/services/history/read-figures";
import { addReport, changeReport, removeReport } from "@/lib/services/reports/change-reports";
import { readReports } from "@/lib/services/reports/read-reports";
import { sendReportNow } from "@/lib/services/reports/send-report";
import { rollUp } from "@/lib/services/rollups/roll-up";
import { butlrEvent, openIngest } from "@/lib/testing/ingest-fixture";
import { addPerson } from "@/lib/testing/people-fixture";
import { readMail } from "@/lib/testing/read-mail";
import { startMailReceiver } from "@/lib/testing/receivers";
import { decideReports } from "./decide";
import { deliverReports } from "./deliver";

/**
 * Copenhagen. Monday 9 November: Fjord has 4 people from 10 to 11, Birch 2 people from 10 to 12, both are seen from 8 to
 * 18. The week after nobody is seen.
 */
const MINUTE = 60_000;
const MONDAY_7 = Date.parse("2026-11-16T06:00:00Z");
const WEEK = 7 * 24 * 60 * MINUTE;
const clock = { now: MONDAY_7 };
const sealer = createSealer(Buffer.alloc(32, 5));
let world: Awaited<ReturnType<typeof openIngest>>;
let mail: Awaited<ReturnType<typeof startMailReceiver>>;
let siteId = "";
let otherSiteId = "";
let roomId = "";

const senders = () =>
  createSenders({
    db: world.db,
    sealer,
    rules: { allowed: ["127.0.0.1"], resolve: resolveBySystem },
    pushKeys: () => keepPushKeys(world.db, sealer),
    pushSubject: "mailto:a@example.com",
    now: () => clock.now,
  });
const delivering = () => ({
  db: world.db,
  senders: senders(),
  now: () => clock.now,
  publicUrl: "https://occ.example",
});

async function counts(room: string, from: string, to: string, people: (time: string) => number) {
  for (let at = Date.parse(from); at < Date.parse(to); at += 10 * MINUTE) {
    const data = people(new Date(at + 60 * MINUTE).toISOString().slice(11, 16));
    await world.post(butlrEvent({ at, data, metadata: { room_id: `room_${room}`, room_name: room } }));
  }
}

beforeAll(async () => {
  world = await openIngest({ now: () => clock.now });
  mail = await startMailReceiver();
  const day = ["2026-11-09T07:00:00Z", "2026-11-09T17:00:00Z"] as const;
  await counts("Fjord", ...day, (time) => (time >= "10:00" && time < "11:00" ? 4 : 0));
  await counts("=Birch", ...day, (time) => (time >= "10:00" && time < "12:00" ? 2 : 0));
  const { read } = world.db;
  const hours = JSON.stringify(
    Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, [["08:00", "18:00"]]])),
  );
  const { rows } = await read.query<{ id: number; kind: string }>(
    "UPDATE space SET time_zone = CASE kind WHEN 'site' THEN 'Europe/Copenhagen' END, working_hours = $1 WHERE kind IN ('site', 'room') RETURNING id, kind",
    [hours],
  );
  siteId = String(rows.find(({ kind }) => kind === "site")?.id);
  roomId = String(rows.find(({ kind }) => kind === "room")?.id);
  await read.query("UPDATE space SET name = 'Riverside' WHERE kind = 'site'");
  const other = await read.query<{ id: number }>(
    "INSERT INTO space (kind, name, time_zone) VALUES ('site', 'Elsewhere', 'UTC') RETURNING id",
  );
  otherSiteId = String(other.rows[0]?.id);
  await rollUp(world.db, clock.now);
  const config = { host: "127.0.0.1", port: mail.port, security: "none", user: null, from: "occ@example.com", to: [] };
  await read.query(
    "INSERT INTO notification_channel (id, kind, name, config, created_by) VALUES ($1, 'email', 'Mail', $2, 'Ada')",
    [randomUUID(), config],
  );
});
afterAll(async () => {
  await mail?.close();
  await world?.close();
});
beforeEach(async () => {
  clock.now = MONDAY_7 - 60 * MINUTE;
  await world.db.read.query("DELETE FROM report");
  mail.mails.length = 0;
  mail.state.refuses = false;
});

async function person(role: Role, sites: readonly string[] | null): Promise<Actor> {
  const ids = sites?.map(Number) ?? null;
  const { id, email } = await addPerson(world.db.read, { name: role, role, sites: ids });
  return { userId: id, name: role, email, role, sites: ids, scopes: null, sessionId: "1", address: null };
}
const draft = (change: Partial<ReportDraft> = {}) =>
  ReportDraft.parse({ within: siteId, every: "week", toOwner: true, addresses: [], language: "en", ...change });
const add = (actor: Actor, change?: Partial<ReportDraft>) =>
  addReport(draft(change), actor, { db: world.db, now: clock.now });
const change = (report: Report, fields: Omit<ReportChange, "version">, actor: Actor) =>
  changeReport(report.id, ReportChange.parse({ version: report.version, ...fields }), actor, {
    db: world.db,
    now: clock.now,
  });
const work = async () => {
  while (await decideReports(world.db.read, clock.now));
  return deliverReports(delivering());
};
const lastOf = async (actor: Actor) => (await readReports(actor, world.db)).items[0];
const mailsOf = async (actor: Actor) => (await lastOf(actor))?.last?.mails.map(({ status }) => status);

describe("a week is mailed once", () => {
  test("to each recipient, though three instances decide and send at once", async () => {
    const admin = await person("admin", null);
    const made = await add(admin, { addresses: ["desk@example.com", "DESK@example.com", "boss@example.com"] });
    expect(made).toMatchObject({ nextAt: "2026-11-16T06:00:00.000Z", timeZone: "Europe/Copenhagen", last: null });
    await work();
    expect(mail.mails).toEqual([]);
    clock.now = MONDAY_7;
    await Promise.all([work(), work(), work()]);
    await work();
    expect(mail.mails.flatMap(({ to }) => to).sort()).toEqual(
      [admin.email, "boss@example.com", "desk@example.com"].sort(),
    );
    expect(new Set(mail.messageIds()).size).toBe(3);
    const after = await lastOf(admin);
    expect(after?.nextAt).toBe("2026-11-23T06:00:00.000Z");
    expect(after?.last).toMatchObject({ from: "2026-11-09", to: "2026-11-15" });
    expect(after?.last?.mails.map(({ status, answer }) => [status, answer?.slice(0, 3)])).toEqual(
      Array(3).fill(["sent", "250"]),
    );
  });

  test("when the servers stood still for weeks, the newest one only", async () => {
    const admin = await person("admin", null);
    await add(admin);
    clock.now = MONDAY_7 + 3 * WEEK + 12 * 60 * MINUTE;
    await work();
    expect(mail.subjects()).toEqual([expect.stringContaining("30")]);
    expect(await lastOf(admin)).toMatchObject({
      last: { from: "2026-11-30", to: "2026-12-06" },
      nextAt: "2026-12-14T06:00:00.000Z",
    });
  });

  test("by another when a process died while it sent, under the same id", async () => {
    const admin = await person("admin", null);
    await add(admin);
    clock.now = MONDAY_7;
    await decideReports(world.db.read, clock.now);
    const [claimed] = await claimReportMails(world.db.read, new Date(clock.now), 1);
    await work();
    expect(mail.mails).toEqual([]);
    clock.now += 4 * MINUTE;
    await work();
    expect(mail.messageIds()).toEqual([claimed?.id]);
  });

  test("and is tried again when the mail server is away, but not when it refuses the mailbox", async () => {
    const admin = await person("admin", null);
    await add(admin);
    await world.db.read.query("UPDATE notification_channel SET is_enabled = false");
    clock.now = MONDAY_7;
    await work();
    expect(await lastOf(admin)).toMatchObject({
      last: { mails: [{ status: "waiting", answer: expect.stringContaining("no mail server") }] },
    });
    await world.db.read.query("UPDATE notification_channel SET is_enabled = true");
    clock.now += MINUTE;
    mail.state.refuses = true;
    await work();
    expect(await mailsOf(admin)).toEqual(["failed"]);
    clock.now += 60 * MINUTE;
    mail.state.refuses = false;
    await work();
    expect(mail.mails).toEqual([]);
  });

  test("not while it is paused or after it was removed; what was missed then stays unsent", async () => {
    const operator = await person("operator", [siteId]);
    const paused = await change(await add(operator), { isPaused: true }, operator);
    expect(paused.nextAt).toBeNull();
    clock.now = MONDAY_7;
    expect(await work()).toBe(0);
    const resumed = await change(paused, { isPaused: false }, operator);
    expect(resumed.nextAt).toBe("2026-11-23T06:00:00.000Z");
    expect(await work()).toBe(0);
    const removed = await removeReport(resumed.id, operator, { db: world.db });
    expect((await readReports(operator, world.db)).items).toEqual([]);
    const back = await change(removed, { isRemoved: false }, operator);
    expect((await readReports(operator, world.db)).items).toEqual([back]);
  });
});

describe("what it says", () => {
  test("are the figures of the page of history with their coverage, and its files sign by sign", async () => {
    const admin = await person("admin", null);
    const made = await add(admin);
    clock.now = MONDAY_7;
    await work();
    const [sent] = mail.mails;
    const [text, html, spaces, hours] = readMail(sent?.raw ?? "");
    expect(mail.subjects()[0]).toMatch(/Riverside/);
    expect(text?.content).toContain("Riverside · week of 9–15 Nov 2026");
    const asked = FigureQuery.parse({ within: siteId, from: "2026-11-09", to: "2026-11-15" });
    const answer = await readFigures(asked, admin, world.db, clock.now);
    expect(answer.group.figures).toMatchObject({ peak: { value: 6, coverage: 0.2 }, timeUsedPercent: { value: 15 } });
    expect(text?.content).toMatch(/Peak: 6 people · Mon 9 Nov 10:00 · coverage 20\u2009%/);
    expect(text?.content).toMatch(/Time used: 15 % · coverage 20\u2009%/);
    expect(text?.content).toContain("Only 20\u2009% of the time was seen");
    expect(text?.content).toContain("Nothing was seen in the days before");
    expect(text?.content).toContain("  Monday 10:00–11:00: 100\u2009% · coverage 100\u2009%");
    expect(text?.content).toContain("2 spaces are not ranked");
    expect(text?.content).not.toContain("Used least");
    expect(html?.content).toContain("Riverside · week of 9–15 Nov 2026");
    const link = `https://occ.example/history?within=${siteId}&kind=room&hours=working&from=2026-11-09&to=2026-11-15&period=custom&compare=previous`;
    expect(text?.content).toContain(link);
    const ranked = rankSpaces(answer.items, { sort: "timeUsedPercent", up: false, unsure: false });
    expect(spaces?.content).toBe(`\ufeff${csvText(spacesCsv(ranked, english))}`);
    expect(spaces?.content).toContain("'=Birch");
    expect(hours?.content).toContain("Monday,10:00,100,100,1");
    expect([spaces?.fileName, hours?.fileName]).toEqual([
      "History Riverside 2026-11-09 to 2026-11-15.csv",
      "History Riverside 2026-11-09 to 2026-11-15 hours of the week.csv",
    ]);
    expect(made.place?.name).toBe("Riverside");
  });

  test("of a time in which nothing was seen is that, without figures or files, in the report's language", async () => {
    const admin = await person("admin", null);
    await add(admin, { language: "de" });
    clock.now = MONDAY_7 + WEEK;
    await work();
    const parts = readMail(mail.mails[0]?.raw ?? "");
    expect(parts).toHaveLength(2);
    expect(parts[0]?.content).toContain("16.–22. Nov. 2026");
    expect(parts[0]?.content).not.toMatch(/0 %|100/);
  });

  test("can be tried by oneself: it does not count as sent", async () => {
    const operator = await person("operator", [siteId]);
    const made = await add(operator);
    const notifications = { senders: senders(), publicUrl: null };
    const answer = await sendReportNow(made.id, operator, { db: world.db, notifications, now: MONDAY_7 });
    expect(answer).toMatchObject({ ok: true, answer: expect.stringMatching(/^250/) });
    expect(mail.mails).toMatchObject([{ to: [operator.email] }]);
    clock.now = MONDAY_7;
    await work();
    expect(mail.mails).toHaveLength(2);
  });
});

describe("what somebody may not see is not sent", () => {
  test("whoever loses the site gets no more, is told why, and may not let it go on", async () => {
    const operator = await person("operator", [siteId]);
    await add(operator);
    await world.db.read.query("UPDATE user_site SET site_id = $2 WHERE user_id = $1", [operator.userId, otherSiteId]);
    const moved = { ...operator, sites: [Number(otherSiteId)] };
    clock.now = MONDAY_7;
    await work();
    expect(mail.mails).toEqual([]);
    const [report] = (await readReports(moved, world.db)).items;
    expect(report).toMatchObject({ stopped: "place", isPaused: true, nextAt: null, place: null });
    expect(report?.last?.mails).toMatchObject([
      { status: "skipped", answer: expect.stringContaining("may not see this place") },
    ]);
    if (!report) throw new Error("It is gone");
    await expect(change(report, { isPaused: false }, moved)).rejects.toThrow("may not see this place");
    await removeReport(report.id, moved, { db: world.db });
  });

  test.each([
    ["is disabled", 'UPDATE "user" SET disabled_at = now() WHERE id = $1', "account"],
    ["is a viewer now", `UPDATE "user" SET role = 'viewer' WHERE id = $1`, "role"],
  ])("whoever %s gets no more", async (_, query, stopped) => {
    const operator = await person("operator", [siteId]);
    const admin = await person("admin", null);
    await add(operator);
    await world.db.read.query(query, [operator.userId]);
    clock.now = MONDAY_7;
    await work();
    expect(mail.mails).toEqual([]);
    expect(await lastOf(admin)).toMatchObject({ stopped, isMine: false });
    const entry = await world.db.read.query(
      "SELECT actor_name FROM audit_entry WHERE action = 'report.stop' ORDER BY id DESC LIMIT 1",
    );
    expect(entry.rows).toHaveLength(1);
  });

  test("reports are of places one sees; others' are theirs, and addresses are for admins", async () => {
    const operator = await person("operator", [siteId]);
    const neighbour = await person("operator", [siteId]);
    const stranger = await person("site_admin", [otherSiteId]);
    const keeper = await person("site_admin", [siteId]);
    await expect(add(operator, { within: otherSiteId })).rejects.toMatchObject({ code: "not-found" });
    await expect(add(operator, { within: roomId })).rejects.toMatchObject({ code: "invalid" });
    await expect(add(operator, { addresses: ["a@example.com"] })).rejects.toMatchObject({ code: "forbidden" });
    const report = await add(operator);
    for (const other of [neighbour, stranger])
      await expect(removeReport(report.id, other, { db: world.db })).rejects.toMatchObject({ code: "not-found" });
    expect((await readReports(neighbour, world.db)).items).toEqual([]);
    expect((await readReports(keeper, world.db)).items).toMatchObject([{ id: report.id, isMine: false }]);
    const admin = await person("admin", null);
    const addressed = await change(report, { addresses: ["a@example.com"] }, admin);
    await expect(change(addressed, { addresses: ["a@example.com", "b@example.com"] }, operator)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await change(addressed, { addresses: [] }, operator)).toMatchObject({ addresses: [] });
    await expect(change(addressed, { toOwner: false }, operator)).rejects.toMatchObject({ code: "conflict" });
  });
});
