import type { AlertKind } from "../alert";
import { RULE_METRICS, type RuleMeasure, type RuleSchedule, type RuleTemplate } from "../alert-rule";
import { holdsForMs } from "../space";
import { causeOf } from "./cause";
import type { AlertPlace, Condition, Suppression } from "./condition";
import type { RuleState, Sample, WatchedRule } from "./rule-step";
import type { Calendar } from "./scope";

const MINUTE_MS = 60_000;

/** A rule that watches a number, as the engine needs it. */
export interface MeasureRule extends Pick<Condition, "severity"> {
  readonly id: number;
  readonly template: RuleTemplate | null;
  readonly kind: AlertKind;
  readonly forMinutes: number;
  readonly schedule: RuleSchedule;
  readonly measure: RuleMeasure;
}

/** A space that has the number. */
export interface MeasuredSpace {
  readonly place: AlertPlace;
  readonly calendar: Calendar;
  /** People; null when nobody said. */
  readonly capacity: number | null;
  /** Of who measures, ms; null when silence is normal. */
  readonly intervalMs: number | null;
}

/** The rule on the clock of a space. */
export function watchedRule({ measure, forMinutes, schedule }: MeasureRule, space: MeasuredSpace): WatchedRule {
  const { comparison, threshold, clearThreshold, clearMinutes } = measure;
  return {
    ...{ comparison, threshold, clearThreshold, schedule },
    forMs: forMinutes * MINUTE_MS,
    clearMs: clearMinutes * MINUTE_MS,
    calendar: space.calendar,
    // A count of which nobody knows how often it comes may stand for a quarter of an hour.
    holdMs: holdsForMs(RULE_METRICS[measure.metric].from, space.intervalMs) ?? 15 * MINUTE_MS,
  };
}

/** What a rule reads of a sample; null when it says nothing to it: a load needs a capacity. */
export function measured(measure: RuleMeasure, sample: Sample, capacity: number | null): Sample | null {
  if (measure.metric !== "load") return sample;
  return capacity === null || capacity <= 0 ? null : { at: sample.at, value: (100 * sample.value) / capacity };
}

/** Who is there, as far as somebody counts. */
export interface Crowd {
  readonly people: number | null;
  readonly capacity: number | null;
}

const CROWDED_SHARE = 0.8;

/** Is CO₂ high because of the people, or in spite of so few? Null where nobody knows how many there are. */
export function co2Cause({ people, capacity }: Crowd): "crowded" | "ventilation" | null {
  if (people === null || capacity === null || capacity <= 0) return null;
  return people >= CROWDED_SHARE * capacity ? "crowded" : "ventilation";
}

interface About {
  readonly spaceId: number;
  readonly source: Pick<Condition, "sourceId" | "vendor">;
  readonly space: MeasuredSpace;
  readonly crowd: Crowd;
  readonly suppression: Suppression | null;
}

/** What a rule's state comes to as a condition; null while it is fine or waits. */
export function ruleCondition(rule: MeasureRule, state: RuleState, about: About): Condition | null {
  const { space, source, spaceId, suppression } = about;
  if (state.since === null || state.phase === "fine" || state.phase === "waiting") return null;
  const isLoad = rule.measure.metric === "load";
  const value = state.value ?? 0;
  return {
    cause: causeOf.rule(rule.id, spaceId),
    kind: rule.kind,
    code: codeOf(rule, about.crowd),
    severity: rule.severity,
    since: state.since,
    lastAt: state.valueAt ?? state.since,
    count: 1,
    firesAt: state.since + rule.forMinutes * MINUTE_MS,
    text: null,
    value: isLoad ? Math.round((value * (space.capacity ?? 0)) / 100) : value,
    threshold: isLoad ? space.capacity : rule.measure.threshold,
    ruleId: rule.id,
    ...source,
    place: space.place,
    suppression,
  };
}

function codeOf({ measure }: MeasureRule, crowd: Crowd): string {
  if (measure.metric !== "co2" || measure.comparison !== "above") return measure.metric;
  const cause = co2Cause(crowd);
  return cause === null ? "co2" : `co2:${cause}`;
}

/** That nothing was measured for longer than the rule allows; null while something was, or nothing ever was. */
export function noDataCondition(rule: MeasureRule, state: RuleState, about: About, now: number): Condition | null {
  const { noDataMinutes } = rule.measure;
  if (noDataMinutes === null || state.valueAt === null) return null;
  const firesAt = state.valueAt + noDataMinutes * MINUTE_MS;
  if (now < firesAt) return null;
  return {
    cause: causeOf.noData(rule.id, about.spaceId),
    kind: "no-data",
    code: rule.measure.metric,
    severity: rule.severity,
    since: state.valueAt,
    lastAt: state.valueAt,
    count: 1,
    firesAt,
    text: null,
    value: null,
    threshold: noDataMinutes,
    ruleId: rule.id,
    ...about.source,
    place: about.space.place,
    suppression: about.suppression,
  };
}
