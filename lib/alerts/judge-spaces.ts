import "server-only";
import { BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { RULE_METRICS } from "@/lib/core/alert-rule";
import type { Condition } from "@/lib/core/alerts/condition";
import {
  type Crowd,
  type MeasuredSpace,
  type MeasureRule,
  measured,
  noDataCondition,
  ruleCondition,
  watchedRule,
} from "@/lib/core/alerts/rule-conditions";
import { measureWithin } from "@/lib/core/alerts/rule-limits";
import { foldRule, nextMoment, type RuleState, type Sample, startState } from "@/lib/core/alerts/rule-step";
import { isInScope } from "@/lib/core/alerts/scope";
import { METRICS } from "@/lib/core/metric";
import type { VendorId } from "@/lib/core/observation";
import { type KnownAlert, readAlertStates } from "@/lib/db/alerts/alert-states";
import { type LiveSpace, readLiveSpaces } from "@/lib/db/alerts/live-spaces";
import {
  type Measuring,
  readMeasuring,
  readRuleStates,
  readSeries,
  stateKey,
  writeRuleStates,
} from "@/lib/db/alerts/space-readings";
import type { Way } from "@/lib/db/alerts/way-up";
import { readEffectiveLimits } from "@/lib/db/effective-limits";
import { judgeGhost } from "./judge-ghosts";
import { earliest, type Judging, placeOf } from "./judge-sources";
import { type Looked, look } from "./looked";

/** How far back a rule looks where it has not looked before, ms; and at most, after a long pause. */
const FIRST_LOOK_MS = 3 * 3_600_000;
const LONGEST_LOOK_MS = 24 * 3_600_000;

/** One rule, with the limits of the space, at one space that has its number. */
interface Watch {
  readonly rule: MeasureRule;
  readonly way: Way;
  readonly measuring: Measuring;
  readonly space: MeasuredSpace;
  readonly before: RuleState | undefined;
}

/** Looks at these spaces with every rule that watches a number, and at their unused bookings. */
export async function judgeSpaces(
  judging: Judging,
  ways: ReadonlyMap<number, Way>,
  looked: Looked,
  timers: Map<string, number | null>,
): Promise<void> {
  const { client, now } = judging;
  const spaceIds = [...ways.keys()];
  if (spaceIds.length === 0) return;
  const watches = await watchesOf(judging, ways);
  const folded = await foldAll(judging, watches);
  await writeRuleStates(
    client,
    folded.filter(({ isNews }) => isNews).map(({ watch, state }) => keyed(watch, state)),
  );
  const states = await readAlertStates(client, { sourceIds: [], spaceIds, causes: [] });
  const openOf = Map.groupBy(states.values(), ({ place }) => place.spaceId);
  const firing = folded.filter(({ state }) => state.since !== null && state.phase !== "waiting");
  const live = await readLiveSpaces(client, [...new Set(firing.map(({ watch }) => watch.way.spaceId))], now);
  const conditions = folded.flatMap(({ watch, state }) => conditionsOf(judging, watch, state, live));
  const known = await readAlertStates(client, {
    sourceIds: [],
    spaceIds: [],
    causes: conditions.map(({ cause }) => cause),
  });
  for (const condition of conditions) look(known.get(condition.cause), condition, now, looked);
  endOthers(openOf, conditions, folded, judging, looked);
  for (const spaceId of ways.keys()) {
    const moments = folded
      .filter(({ watch }) => watch.way.spaceId === spaceId)
      .flatMap(({ watch, state }) => [
        nextMoment(watchedRule(watch.rule, watch.space), state),
        noDataAt(watch.rule, state),
      ]);
    const windows = (openOf.get(spaceId) ?? []).map(({ suppression }) => suppression?.until ?? null);
    timers.set(`space:${spaceId}`, earliest(now, ...moments, ...windows));
  }
  await judgeGhost(judging, ways, looked, timers);
}

const keyed = ({ rule, way }: Watch, state: RuleState) => ({ ruleId: rule.id, spaceId: way.spaceId, state });

const noDataAt = ({ measure }: MeasureRule, { valueAt }: RuleState) =>
  measure.noDataMinutes === null || valueAt === null ? null : valueAt + measure.noDataMinutes * 60_000;

async function watchesOf({ client, rules }: Judging, ways: ReadonlyMap<number, Way>): Promise<Watch[]> {
  const watching = rules.flatMap((rule): MeasureRule[] => {
    const { measure } = rule;
    return rule.isEnabled && measure !== null ? [{ ...rule, measure }] : [];
  });
  const codes = new Set(watching.map(({ measure }) => METRICS[RULE_METRICS[measure.metric].from].code));
  const scoped = [...ways.values()].filter(
    (way) => !way.isArchived && rules.some((rule) => rule.measure && isInScope(rule.scope, way)),
  );
  const ids = scoped.map(({ spaceId }) => spaceId);
  const measuring = await readMeasuring(client, ids, [...codes]);
  const states = await readRuleStates(client, ids);
  const scopes = new Map(rules.map(({ id, scope }) => [id, scope]));
  const isFollowing = watching.some(({ measure }) => measure.followsLimit !== undefined);
  const limits = isFollowing ? await readEffectiveLimits(ids, { read: client }) : null;
  return measuring.flatMap((one) => {
    const way = ways.get(one.spaceId);
    if (!way) return [];
    const space: MeasuredSpace = {
      place: placeOf(way),
      calendar: way.calendar,
      capacity: one.capacity,
      intervalMs: one.intervalMs,
    };
    return watching
      .filter(({ measure }) => METRICS[RULE_METRICS[measure.metric].from].code === one.metric)
      .filter(({ id, measure }) => isInScope(scopes.get(id) ?? {}, way) && (measure.metric !== "load" || one.capacity))
      .map((rule) => ({
        ...{ way, space, measuring: one, before: states.get(stateKey(rule.id, one.spaceId)) },
        rule: { ...rule, measure: measureWithin(rule.measure, limits?.get(one.spaceId) ?? BUILT_IN_LIMITS) },
      }));
  });
}

interface Folded {
  readonly watch: Watch;
  readonly state: RuleState;
  readonly isNews: boolean;
}

async function foldAll({ client, now }: Judging, watches: readonly Watch[]): Promise<Folded[]> {
  const after = new Map<string, { spaceId: number; metric: number; after: number }>();
  for (const { measuring, before } of watches) {
    const key = `${measuring.spaceId}:${measuring.metric}`;
    const since = Math.max(before?.valueAt ?? now - FIRST_LOOK_MS, now - LONGEST_LOOK_MS);
    const known = after.get(key);
    after.set(key, {
      spaceId: measuring.spaceId,
      metric: measuring.metric,
      after: Math.min(known?.after ?? since, since),
    });
  }
  const series = await readSeries(client, [...after.values()]);
  const samplesOf = new Map(series.map(({ spaceId, metric, samples }) => [`${spaceId}:${metric}`, samples]));
  return watches.map((watch) => {
    const { rule, measuring, space, before } = watch;
    const samples = (samplesOf.get(`${measuring.spaceId}:${measuring.metric}`) ?? [])
      .map((sample) => measured(rule.measure, sample, space.capacity))
      .filter((sample): sample is Sample => sample !== null);
    const from = before ?? startState(samples[0]?.at ?? now);
    const { state, fired } = foldRule(watchedRule(rule, space), from, samples, now);
    const isNews = before === undefined || state.valueAt !== before.valueAt || state.phase !== before.phase;
    return { watch, state, isNews: isNews || fired.length > 0 };
  });
}

const UNKNOWN: Crowd = { people: null, capacity: null };

function conditionsOf(
  { suppressionOf, now }: Judging,
  { rule, way, space, measuring }: Watch,
  state: RuleState,
  live: ReadonlyMap<number, LiveSpace>,
): Condition[] {
  const { sourceId, vendor } = measuring;
  const about = {
    spaceId: way.spaceId,
    space,
    source: { sourceId, vendor: vendor as VendorId }, // the column holds nothing else
    crowd: live.get(way.spaceId) ?? UNKNOWN,
    suppression: suppressionOf(way, sourceId, rule.kind),
  };
  const silent = { ...about, suppression: suppressionOf(way, sourceId, "no-data") };
  return [ruleCondition(rule, state, about), noDataCondition(rule, state, silent, now)].filter((one) => one !== null);
}

/** What was open and is not so any more, or whose rule does not count here any more. */
function endOthers(
  openOf: ReadonlyMap<number | null, readonly KnownAlert[]>,
  conditions: readonly Condition[],
  folded: readonly Folded[],
  { now, rules }: Judging,
  looked: Looked,
): void {
  const isSo = new Set(conditions.map(({ cause }) => cause));
  const watched = new Map(folded.map(({ watch, state }) => [stateKey(watch.rule.id, watch.way.spaceId), state]));
  const ghost = rules.find(({ template }) => template === "ghost")?.id;
  for (const alert of [...openOf.values()].flat()) {
    if (isSo.has(alert.cause) || alert.ruleId === ghost) continue;
    const state = watched.get(stateKey(alert.ruleId ?? 0, alert.place.spaceId ?? 0));
    const at = alert.kind === "no-data" ? (state?.valueAt ?? now) : (state?.phaseAt ?? now);
    look(alert, state ? { ended: "cleared", at } : { ended: "rule-off", at: now }, now, looked);
  }
}
