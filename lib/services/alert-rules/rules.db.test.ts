import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import type { RuleDraft } from "@/lib/core/alert-rule";
import { dtEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { changeRule, createRule, listRules, removeRule } from "./change-rules";
import { previewRule } from "./preview-rule";

const MINUTE = 60_000;
const T = Date.UTC(2026, 9, 23, 6);
const clock = { now: T };
let world: Awaited<ReturnType<typeof openAlerting>>;
let oslo = 0;
beforeAll(async () => {
  world = await openAlerting(clock);
  await world.post(butlrEvent({ at: T - MINUTE, data: 0 }));
  const { rows } = await world.db.read.query<{ id: number }>(
    `UPDATE space SET time_zone = 'Europe/Oslo', working_hours = '{"mon":[["08:00","16:00"]],"fri":[["08:00","16:00"]]}'
     WHERE kind = 'site' RETURNING id`,
  );
  oslo = rows[0]?.id ?? 0;
});
afterAll(() => world.close());

const actor = (role: Actor["role"], sites: readonly number[] | null): Actor => ({
  ...{ userId: "u1", name: "Una", email: "una@example.com", scopes: null, sessionId: "s1", address: null },
  role,
  sites,
});
const ADMIN = actor("admin", null);

const draft = (change: Partial<RuleDraft> = {}): RuleDraft => ({
  name: "Stuffy",
  isEnabled: true,
  severity: "warning",
  forMinutes: 20,
  schedule: "working-hours",
  scope: {},
  measure: {
    metric: "co2",
    comparison: "above",
    threshold: 900,
    clearThreshold: 800,
    clearMinutes: 10,
    noDataMinutes: null,
  },
  ...change,
});

const firings = async (ruleId: string) =>
  (
    await world.db.read.query<{ since: Date; resolved_at: Date | null }>(
      "SELECT since, resolved_at FROM alert WHERE rule_id = $1 AND kind = 'environment' ORDER BY since",
      [ruleId],
    )
  ).rows.map(({ since, resolved_at }) => `${since.toISOString()} ${resolved_at?.toISOString() ?? "open"}`);

test("a preview over a change of the clock says what the rule then did", { timeout: 120_000 }, async () => {
  const post = (at: number, ppm: number) => world.post(dtEvent("air", "co2", { ppm }, at, "co2"), "disruptive");
  await post(T, 600);
  await world.db.read.query(
    `INSERT INTO assignment (source_id, space_id, starts_at, created_at)
     SELECT o.id, s.id, '-infinity', now() FROM source o, space s WHERE o.external_id = 'air' AND s.kind = 'room'`,
  );
  const rule = await createRule(draft(), ADMIN, world.db);
  // From Friday in summer time to Monday in winter time, every ten minutes, with two silences.
  const end = T + 4 * 24 * 60 * MINUTE;
  for (let at = T + 10 * MINUTE; at <= end; at += 10 * MINUTE) {
    clock.now = at;
    const minute = (at - T) / MINUTE;
    const isSilent = (minute > 300 && minute < 520) || (minute > 700 && minute < 4_200);
    if (isSilent && minute % 60 !== 0) continue;
    if (!isSilent) await post(at, Math.round(850 + 200 * Math.sin(minute / 20) + 40 * Math.sin(minute / 7)));
    await world.look();
  }
  const preview = await previewRule({ rule: draft(), days: 7 }, ADMIN, { db: world.db, now: end });
  const told = preview.firings.map(({ since, clearedAt }) => `${since} ${clearedAt ?? "open"}`).sort();
  expect(told).toEqual(await firings(rule.id));
  expect(preview).toMatchObject({ count: told.length, outsideHours: 0, spaces: 1, withData: 1, isPartial: false });
  expect(told.length).toBeGreaterThan(4);
  const always = await previewRule({ rule: draft({ schedule: "always" }), days: 7 }, ADMIN, { db: world.db, now: end });
  expect(always.count).toBeGreaterThan(preview.count);
  expect(always.outsideHours).toBeGreaterThan(0);
});

test("a rule that is switched off ends its alerts", async () => {
  const rule = await createRule(
    draft({
      name: "Any air",
      schedule: "always",
      forMinutes: 0,
      measure: { ...draft().measure, threshold: 100, clearThreshold: 50 },
    }),
    ADMIN,
    world.db,
  );
  await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01'");
  await world.look();
  expect(await world.alerts(`a.rule_id = ${rule.id}`)).toMatchObject([{ status: "open" }]);
  await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01'");
  await changeRule(rule.id, { version: 1, isEnabled: false }, ADMIN, world.db);
  await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01'");
  await world.look();
  expect(await world.alerts(`a.rule_id = ${rule.id}`)).toMatchObject([{ status: "resolved", reason: "rule-off" }]);
  await removeRule(rule.id, ADMIN, world.db);
  expect((await listRules(ADMIN, world.db)).items.map(({ id }) => id)).not.toContain(rule.id);
});

test("a rule that follows the limits of places has each place's own, live and in the preview", async () => {
  const end = T + 4 * 24 * 60 * MINUTE;
  const following = draft({
    ...{ name: "By the limits", schedule: "always" },
    measure: { ...draft().measure, threshold: 1_200, clearThreshold: 1_100, followsLimit: 3 },
  });
  const limit = (limits: string) =>
    world.db.read.query(
      `INSERT INTO threshold (space_id, metric, limits) VALUES ($1, (SELECT metric FROM reading r JOIN source o ON o.id = r.source_id
         WHERE o.external_id = 'air' LIMIT 1), $2) ON CONFLICT (space_id, metric) DO UPDATE SET limits = EXCLUDED.limits`,
      [oslo, limits],
    );
  await limit("{500,700,1000,1400}");
  const rule = await createRule(following, ADMIN, world.db);
  const lookAt = async (at: number) => {
    clock.now = at;
    await world.db.read.query("UPDATE alert_timer SET at = '2026-01-01'");
    await world.look();
    await world.look();
  };
  const post = (at: number, ppm: number) => world.post(dtEvent("air", "co2", { ppm }, at, "co2"), "disruptive");
  await lookAt(end + MINUTE);
  for (const [minute, ppm] of [
    [10, 990],
    [20, 1_010],
    [45, 1_050],
    [60, 910],
    [70, 890],
    [85, 880],
  ] as const) {
    clock.now = end + minute * MINUTE;
    await post(clock.now, ppm);
    await lookAt(end + minute * MINUTE);
  }
  const fired = await firings(rule.id);
  expect(fired).toEqual([`${new Date(end + 20 * MINUTE).toISOString()} ${new Date(end + 80 * MINUTE).toISOString()}`]);
  const { rows } = await world.db.read.query("SELECT threshold FROM alert WHERE rule_id = $1", [rule.id]);
  expect(rows).toEqual([{ threshold: 1_000 }]);
  const preview = await previewRule({ rule: following, days: 7 }, ADMIN, { db: world.db, now: clock.now });
  const lately = preview.firings.filter(({ since }) => Date.parse(since) > end);
  expect(lately.map(({ since, clearedAt }) => `${since} ${clearedAt ?? "open"}`)).toEqual(fired);
  // Stricter from now on: what was measured lately is looked at anew.
  await limit("{400,500,600,700}");
  await lookAt(end + 86 * MINUTE);
  expect(await world.alerts(`a.rule_id = ${rule.id} AND a.status = 'open'`)).toHaveLength(1);
  expect((await listRules(ADMIN, world.db)).items.find(({ id }) => id === rule.id)?.measure?.followsLimit).toBe(3);
  await removeRule(rule.id, ADMIN, world.db);
});

test("who may see some sites rules only them", async () => {
  const mine = actor("site_admin", [oslo]);
  await expect(createRule(draft(), mine, world.db)).rejects.toMatchObject({ code: "forbidden" });
  const rule = await createRule(draft({ name: "Ours", scope: { within: [String(oslo)] } }), mine, world.db);
  const theirs = actor("site_admin", [oslo + 10_000]);
  expect((await listRules(theirs, world.db)).items.some(({ id }) => id === rule.id)).toBe(false);
  await expect(changeRule(rule.id, { version: 1, name: "Hers" }, theirs, world.db)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(changeRule(rule.id, { version: 7, name: "Late" }, mine, world.db)).rejects.toMatchObject({
    code: "conflict",
  });
  const [template] = (await listRules(mine, world.db)).items;
  await expect(removeRule(template?.id ?? "", ADMIN, world.db)).rejects.toMatchObject({ code: "conflict" });
  await expect(changeRule(template?.id ?? "", { version: 1, isEnabled: false }, mine, world.db)).rejects.toMatchObject({
    code: "forbidden",
  });
});
