import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Calendar } from "@/lib/core/alerts/scope";
import { type Escalated, escalate, seenAs } from "@/lib/core/notifications/escalate";
import type { EscalationStep } from "@/lib/core/notifications/escalation";
import { quietUntil } from "@/lib/core/notifications/quiet-hours";
import { type ReachableChannel, type Told, targetsOf } from "@/lib/core/notifications/targets";
import { english } from "@/lib/core/text";
import { readAlerts } from "@/lib/db/alerts/alert-list";
import { readWays, type Way } from "@/lib/db/alerts/way-up";
import { inTransaction } from "@/lib/db/in-transaction";
import { listChannels } from "@/lib/db/notifications/channel-repository";
import { type Deciding, lockDecisions, takeChanged, writeEscalations } from "@/lib/db/notifications/decision-rows";
import { addNotifications, type NewNotification, OVER_STEP, readToldTargets } from "@/lib/db/notifications/outbox";
import { readPolicies, stepsBySite } from "@/lib/db/notifications/policy-repository";
import { type ReaderRow, readReaders } from "@/lib/db/notifications/reader-rows";
import { readersOf } from "./may-see";

/** What a look came to. */
interface Decided {
  /** More is waiting. */
  readonly isMore: boolean;
  /** Messages that were written down. */
  readonly written: number;
}

interface Decision extends Escalated {
  readonly alert: Deciding;
  readonly steps: readonly EscalationStep[];
  readonly calendar: Calendar;
  readonly wayUp: readonly number[];
}

const NO_HOURS: Calendar = { hours: null, holidays: null, timeZone: "UTC" };

/**
 * Decides who is told of what changed and of what is due: how far each alert has come and the messages are written in one
 * transaction, so each step tells each recipient once, also if the process dies here. One instance decides at a time.
 */
export function decideNotifications(pool: Pool, now: number): Promise<Decided> {
  return inTransaction(pool, async (client) => {
    if (!(await lockDecisions(client))) return { isMore: false, written: 0 };
    const { alerts, isMore } = await takeChanged(client, new Date(now));
    const decisions = await decideAll(
      client,
      alerts.filter((alert) => mayHaveChanged(alert, now)),
      now,
    );
    await writeEscalations(
      client,
      decisions.map(({ alert, next }) => ({ id: alert.id, next })),
    );
    const messages = await messagesOf(client, decisions, now);
    await addNotifications(client, messages, new Date(now));
    return { isMore, written: messages.length };
  });
}

/** Most changes of alerts are of no interest here: how many people are inside, what was said again. */
function mayHaveChanged({ facts, last }: Deciding, now: number): boolean {
  if (last === null || last.seen !== seenAs(facts) || last.severity !== facts.severity) return true;
  return last.snoozedUntil !== facts.snoozedUntil || (last.dueAt !== null && last.dueAt <= now);
}

async function decideAll(client: PoolClient, alerts: readonly Deciding[], now: number): Promise<Decision[]> {
  if (alerts.length === 0) return [];
  const ways = await readWays(client, [...new Set(alerts.flatMap(({ spaceId }) => spaceId ?? []))]);
  const stepsOf = stepsBySite(await readPolicies(client));
  return alerts.map((alert) => {
    const way: Way | undefined = alert.spaceId === null ? undefined : ways.get(alert.spaceId);
    const [steps, calendar] = [stepsOf(alert.siteId), way?.calendar ?? NO_HOURS];
    const escalated = escalate(alert.last, alert.facts, steps, calendar, now);
    return { alert, steps, calendar, wayUp: way?.wayUp ?? [], ...escalated };
  });
}

async function messagesOf(client: PoolClient, decisions: readonly Decision[], now: number): Promise<NewNotification[]> {
  const telling = decisions.filter(({ take, isOver }) => take.length > 0 || isOver);
  if (telling.length === 0) return [];
  const readers = await readReaders(client);
  const channels = await enabledChannels(client);
  const ids = telling.map(({ alert }) => alert.id);
  const titles = new Map(
    (await readAlerts(client, ids, null)).map(({ id, title }) => [id, english(title.text, title.values)]),
  );
  const over = telling.filter(({ isOver }) => isOver);
  const may = await mayOf(client, telling, readers);
  const ends = over.length === 0 ? [] : await endsOf(client, over, may, now);
  const steps = telling.flatMap((decision) => stepsOf(decision, may(decision.alert.siteId), channels, now));
  return [...steps, ...ends].map((one) => ({ ...one, title: titles.get(one.alertId) ?? "" }));
}

/** Who may see alerts of which site; each site is asked for once. */
async function mayOf(client: PoolClient, telling: readonly Decision[], readers: readonly ReaderRow[]) {
  const sites = [...new Set(telling.map(({ alert }) => alert.siteId))];
  const bySite = new Map<number, ReaderRow[]>();
  for (const siteId of sites) bySite.set(siteId, await readersOf(readers, siteId, { read: client }));
  return (siteId: number): readonly ReaderRow[] => bySite.get(siteId) ?? [];
}

async function enabledChannels(client: PoolClient): Promise<ReachableChannel[]> {
  const channels = await listChannels({ read: client });
  return channels.filter(({ isEnabled }) => isEnabled).map(({ id, kind, name }) => ({ id, kind, name }));
}

type Untitled = Omit<NewNotification, "title">;

function stepsOf(
  { alert, take, steps, next, calendar, wayUp }: Decision,
  readers: readonly ReaderRow[],
  channels: readonly ReachableChannel[],
  now: number,
): Untitled[] {
  const { id: alertId, siteId, facts } = alert;
  const told: Told = { kind: facts.kind, severity: facts.severity, wayUp, timeZone: calendar.timeZone };
  return take.flatMap((i) => {
    const step = steps[i];
    if (!step) return [];
    return targetsOf(step, told, { readers, channels }, now).map((target) => ({
      ...target,
      ...{ alertId, siteId, round: next.round, step: i },
    }));
  });
}

/** Who was told hears that it is over, unless it is not theirs any more; quiet hours are quiet for good news, too. */
async function endsOf(
  client: PoolClient,
  over: readonly Decision[],
  may: (siteId: number) => readonly ReaderRow[],
  now: number,
): Promise<Untitled[]> {
  const byId = new Map(over.map((decision) => [decision.alert.id, decision]));
  const told = await readToldTargets(client, [...byId.keys()]);
  return told.flatMap((one) => {
    const decision = byId.get(one.alertId);
    const reader = one.userId === null ? null : may(one.siteId).find(({ userId }) => userId === one.userId);
    if (!decision || reader === undefined) return [];
    const { calendar, alert } = decision;
    const quiet = reader?.wishes?.quiet ?? null;
    const notBefore = quietUntil(quiet, alert.facts.severity, calendar.timeZone, now) ?? now;
    return [{ ...one, step: OVER_STEP, notBefore }];
  });
}
