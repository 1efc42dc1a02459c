import "server-only";
import type { PoolClient } from "pg";
import type { AlertKind } from "@/lib/core/alert";
import { type AlertPlace, NOWHERE, type Suppression } from "@/lib/core/alerts/condition";
import { isInScope, isScheduled, workingHoursChangeAt } from "@/lib/core/alerts/scope";
import { judgeSource, type ReportRule, type ReportTemplate } from "@/lib/core/alerts/source-conditions";
import { readAlertStates } from "@/lib/db/alerts/alert-states";
import type { StoredRule } from "@/lib/db/alerts/rule-rows";
import { readSourceFacts } from "@/lib/db/alerts/source-facts";
import { readWays, type Way } from "@/lib/db/alerts/way-up";
import { type Looked, look } from "./looked";

/** Which windows keep which kinds quiet where. */
export type SuppressionOf = (way: Way | null, sourceId: number | null, kind: AlertKind) => Suppression | null;

export interface Judging {
  readonly client: PoolClient;
  readonly rules: readonly StoredRule[];
  readonly suppressionOf: SuppressionOf;
  /** Are there any maintenance windows, now or to come? */
  readonly hasWindows: boolean;
  /** ms */
  readonly now: number;
}

const UTC = { hours: null, holidays: null, timeZone: "UTC" };
const MINUTE_MS = 60_000;

/** Where alerts about a space stand; what is archived stands nowhere. */
export const placeOf = (way: Way | null): AlertPlace =>
  way && !way.isArchived ? { spaceId: way.spaceId, floorId: way.floorId, siteId: way.siteId } : NOWHERE;

/** The rule that covers a report at a place, at a moment (ms); null where it is off. */
export function ruleAt(
  rules: readonly StoredRule[],
  template: StoredRule["template"],
  way: Way | null,
  now: number,
): ReportRule | null {
  const rule = rules.find((one) => one.template === template);
  if (!rule?.isEnabled || !isInScope(rule.scope, way)) return null;
  if (!isScheduled(rule.schedule, way?.calendar ?? UTC, now)) return null;
  return { id: rule.id, severity: rule.severity, graceMs: rule.forMinutes * MINUTE_MS };
}

/** Looks at these sources; notes what is to be written, and when each is to be looked at again. */
export async function judgeSources(
  judging: Judging,
  sourceIds: readonly number[],
  looked: Looked,
  timers: Map<string, number | null>,
): Promise<void> {
  const { client, rules, suppressionOf, now } = judging;
  const facts = await readSourceFacts(client, sourceIds, new Date(now));
  if (facts.length === 0) return;
  const ways = await readWays(client, [...new Set(facts.flatMap(({ spaceId }) => spaceId ?? []))]);
  const judged = facts.map((source) => {
    const way = source.spaceId === null ? null : (ways.get(source.spaceId) ?? null);
    const judgement = judgeSource(
      {
        ...source,
        place: placeOf(way),
        ruleFor: (template: ReportTemplate) => ruleAt(rules, template, way, now),
        suppressionOf: (kind) => suppressionOf(way, source.sourceId, kind),
      },
      now,
    );
    return { source, way, judgement };
  });
  const causes = judged.flatMap(({ judgement }) => judgement.conditions.map(({ cause }) => cause));
  const states = await readAlertStates(client, { sourceIds, spaceIds: [], causes });
  const openOf = Map.groupBy(states.values(), ({ sourceId }) => sourceId);
  for (const { source, way, judgement } of judged) {
    const { conditions, endOf, checkAt } = judgement;
    for (const condition of conditions) look(states.get(condition.cause), condition, now, looked);
    const open = openOf.get(source.sourceId) ?? [];
    const isSo = new Set(conditions.map(({ cause }) => cause));
    for (const alert of open) if (!isSo.has(alert.cause)) look(alert, endOf(alert.cause), now, looked);
    const snoozes = open.map(({ snoozedUntil }) => snoozedUntil);
    const schedule = open.length + conditions.length > 0 ? scheduleChangesAt(rules, way, now) : null;
    timers.set(`source:${source.sourceId}`, earliest(now, checkAt, schedule, ...snoozes));
  }
}

/** The earliest of these moments that is still to come, ms. */
export function earliest(now: number, ...moments: readonly (number | null)[]): number | null {
  const ahead = moments.filter((at) => at !== null).filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

function scheduleChangesAt(rules: readonly StoredRule[], way: Way | null, now: number): number | null {
  const depends = rules.some(({ measure, schedule }) => measure === null && schedule !== "always");
  return depends && way ? workingHoursChangeAt(way.calendar, now) : null;
}
