import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { RULE_METRICS, type RuleDraft, type RulePreview } from "@/lib/core/alert-rule";
import { type MeasuredSpace, type MeasureRule, measured, watchedRule } from "@/lib/core/alerts/rule-conditions";
import { measureWithin } from "@/lib/core/alerts/rule-limits";
import { type Fired, foldRule, type Sample, startState } from "@/lib/core/alerts/rule-step";
import { isInScope } from "@/lib/core/alerts/scope";
import { METRICS } from "@/lib/core/metric";
import { shown } from "@/lib/core/space-row";
import { isWorkingTime } from "@/lib/core/working-hours";
import { type Replayed, readReplayed, readSpacesWith } from "@/lib/db/alerts/preview-rows";
import { readWays, type Way } from "@/lib/db/alerts/way-up";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readEffectiveLimits } from "@/lib/db/effective-limits";
import { requireScope } from "./rule-scope";

const DAY_MS = 86_400_000;
const MOST_SPACES = 400;
const SPACES_PER_READ = 20;
const MOST_FIRINGS = 200;

/** When a rule would have fired in the last days, by the same fold that fires it live. Nothing is sent or kept. */
export async function previewRule(
  { rule: draft, days }: { readonly rule: RuleDraft; readonly days: number },
  actor: Actor,
  { db = database(), now = Date.now() }: { db?: Database; now?: number } = {},
): Promise<RulePreview> {
  await requireScope(db.read, draft.scope, actor, { isReading: true });
  const metric = METRICS[RULE_METRICS[draft.measure.metric].from].code;
  const all = await readSpacesWith(db.read, metric, actor.sites);
  const ways = await readWays(
    db.read,
    all.map(({ spaceId }) => spaceId),
  );
  const scoped = all.flatMap((space) => {
    const way = ways.get(space.spaceId);
    const hasNumber = draft.measure.metric !== "load" || (space.capacity ?? 0) > 0;
    return way && hasNumber && isInScope(draft.scope, way) ? [{ ...space, way }] : [];
  });
  const spaces = scoped.slice(0, MOST_SPACES);
  const ruleAt = await ruleWithin(
    draft,
    spaces.map(({ spaceId }) => spaceId),
    db,
  );
  const span = { from: new Date(now - days * DAY_MS), to: new Date(now) };
  const firings: RulePreview["firings"] = [];
  let withData = 0;
  let outsideHours = 0;
  for (let i = 0; i < spaces.length; i += SPACES_PER_READ) {
    const some = spaces.slice(i, i + SPACES_PER_READ);
    const samplesOf = await readReplayed(
      db.read,
      some.map((space) => replayed(ruleAt(space.spaceId), space)),
      metric,
      span,
    );
    for (const space of some) {
      const samples = samplesOf.get(space.spaceId) ?? [];
      if (samples.length > 0) withData++;
      for (const firing of firingsIn(ruleAt(space.spaceId), space, samples, now)) {
        firings.push(firing);
        const { hours, holidays, timeZone } = space.way.calendar;
        if (!isWorkingTime(hours, holidays, timeZone, Date.parse(firing.firedAt))) outsideHours++;
      }
    }
  }
  return {
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    count: firings.length,
    outsideHours,
    perWeek: Math.round((70 * firings.length) / days) / 10,
    spaces: spaces.length,
    withData,
    isPartial: scoped.length > spaces.length,
    firings: firings.sort((a, b) => (a.firedAt < b.firedAt ? 1 : -1)).slice(0, MOST_FIRINGS),
  };
}

/** The rule as it is in each of these spaces: it may follow their limits of the air. */
async function ruleWithin(
  draft: RuleDraft,
  spaceIds: readonly number[],
  db: Database,
): Promise<(spaceId: number) => MeasureRule> {
  const limits = draft.measure.followsLimit === undefined ? null : await readEffectiveLimits(spaceIds, db);
  const rule: MeasureRule = { ...draft, id: 0, template: null, kind: "environment" };
  return (spaceId) => ({ ...rule, measure: measureWithin(draft.measure, limits?.get(spaceId) ?? BUILT_IN_LIMITS) });
}

interface Scoped {
  readonly spaceId: number;
  readonly capacity: number | null;
  readonly intervalMs: number | null;
  readonly way: Way;
}

const measuredSpace = ({ capacity, intervalMs, way }: Scoped): MeasuredSpace => ({
  place: { spaceId: way.spaceId, floorId: way.floorId, siteId: way.siteId },
  calendar: way.calendar,
  capacity,
  intervalMs,
});

function replayed(rule: MeasureRule, space: Scoped): Replayed {
  const { metric, comparison, threshold, clearThreshold } = rule.measure;
  const raw = (value: number) => (metric === "load" ? (value * (space.capacity ?? 0)) / 100 : value);
  return {
    spaceId: space.spaceId,
    wrong: raw(threshold),
    right: raw(clearThreshold ?? threshold),
    sign: comparison === "above" ? 1 : -1,
    holdMs: watchedRule(rule, measuredSpace(space)).holdMs,
  };
}

function firingsIn(rule: MeasureRule, space: Scoped, raw: readonly Sample[], now: number): RulePreview["firings"] {
  const samples = raw.flatMap((sample) => measured(rule.measure, sample, space.capacity) ?? []);
  const [first] = samples;
  if (!first) return [];
  const { fired } = foldRule(watchedRule(rule, measuredSpace(space)), startState(first.at), samples, now);
  return fired.flatMap((one, i) => {
    if (one.kind !== "fired") return [];
    const over: Fired | undefined = fired[i + 1];
    return {
      space: { id: String(space.spaceId), name: shown(space.way.name) },
      since: new Date(one.since).toISOString(),
      firedAt: new Date(one.at).toISOString(),
      clearedAt: over ? new Date(over.at).toISOString() : null,
      value: Math.round(one.value * 10) / 10,
    };
  });
}
