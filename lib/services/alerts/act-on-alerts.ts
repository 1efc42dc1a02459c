import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { alertReach } from "@/lib/auth/alert-reach";
import { POLICY } from "@/lib/core/access";
import type { AlertAction, AlertsChanged } from "@/lib/core/alert-requests";
import { type Acted, act } from "@/lib/core/alerts/alert-action";
import { nextWorkingDay } from "@/lib/core/alerts/scope";
import { isNoSite } from "@/lib/core/alerts/vendor-wide";
import { AppError } from "@/lib/core/errors";
import {
  type ActedOn,
  lockAlerts,
  markAlertsDue,
  readAssignees,
  takeBackComments,
  writeActions,
} from "@/lib/db/alerts/alert-actions";
import { readAlerts } from "@/lib/db/alerts/alert-list";
import { addEvents, stampAlerts } from "@/lib/db/alerts/alert-states";
import { setTimers } from "@/lib/db/alerts/due";
import { stampPins } from "@/lib/db/alerts/pins";
import { readWays } from "@/lib/db/alerts/way-up";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";

export interface Acts {
  readonly actor: Actor;
  /** ms */
  readonly now?: number;
  readonly db?: Database;
  /** Told after the commit, with the floors that show it. */
  readonly onChanged?: (floorIds: readonly number[]) => void;
}

/** What belongs to an incident goes along with it, but for words and hands. */
const ALONE: readonly AlertAction["do"][] = ["assign", "comment", "uncomment"];

/** Longer than the way back is shown for, and not long enough to rewrite what others have read, ms. */
const TAKEN_BACK_WITHIN_MS = 2 * 60_000;

/** One action on one alert. Throws `not-found`, or `conflict` when it is too late. Audited. */
export async function actOnAlert(alertId: string, action: AlertAction, acts: Acts): Promise<AlertsChanged> {
  return actOnAlerts([alertId], action, { ...acts, isStrict: true });
}

/** One action on many alerts, all or none; those that are so already, or over, are left alone. Audited once. */
export async function actOnAlerts(
  ids: readonly string[],
  action: AlertAction,
  {
    actor,
    now = Date.now(),
    db = database(),
    onChanged = () => undefined,
    isStrict = false,
  }: Acts & { readonly isStrict?: boolean },
): Promise<AlertsChanged> {
  const unique = [...new Set(ids)];
  let floorIds: readonly number[] = [];
  const unchanged = await inTransaction(db.read, async (client) => {
    const locked = await lockAlerts(client, unique, !ALONE.includes(action.do));
    requireAll(locked, unique, actor);
    if (action.do === "uncomment") return takeBack(client, locked, { actor, now, asked: unique, isStrict });
    const assigneeName = await assigneeOf(client, action, locked);
    const workingDays = await workingDaysOf(client, action, locked, now);
    const changes: { alert: ActedOn; acted: Acted }[] = [];
    for (const alert of locked) {
      const acting = { userId: actor.userId, now, assigneeName, workingDayAt: workingDays(alert.spaceId) };
      const acted = act(alert, action, acting);
      if (typeof acted !== "string" && (action.do !== "reopen" || alert.isNewest)) changes.push({ alert, acted });
      else if (isStrict && unique.includes(alert.id) && acted !== "already") throw tooLate(acted);
    }
    floorIds = await write(client, changes, action, { actor, now, asked: unique });
    const changed = new Set(changes.map(({ alert }) => alert.id));
    return unique.filter((id) => !changed.has(id));
  });
  onChanged(floorIds);
  return { items: await readAlerts(db.read, unique, alertReach(actor)), unchanged };
}

const nothingThere = () => new AppError("not-found", "There is nothing here.");

function requireAll(locked: readonly ActedOn[], ids: readonly string[], actor: Actor): void {
  const reach = alertReach(actor);
  const within = new Set(locked.filter(({ siteId }) => reach === null || reach.includes(siteId)).map(({ id }) => id));
  if (!ids.every((id) => within.has(id))) throw nothingThere();
}

function tooLate(why: Acted | string): AppError {
  if (why === "over") return new AppError("conflict", "It is over already.");
  return new AppError("conflict", "It cannot be opened again: it ended by itself, or there is a newer one.");
}

async function assigneeOf(client: PoolClient, action: AlertAction, alerts: readonly ActedOn[]): Promise<string | null> {
  if (action.do !== "assign" || action.assigneeId === null) return null;
  let name: string | null = null;
  for (const siteId of new Set(alerts.map((alert) => alert.siteId))) {
    const [found] = await readAssignees(client, [siteId], POLICY["alert:write"], action.assigneeId);
    if (!found) throw new AppError("invalid", "They may not act on this alert.");
    name = found.name;
  }
  return name;
}

async function workingDaysOf(client: PoolClient, action: AlertAction, alerts: readonly ActedOn[], now: number) {
  const isAsked = action.do === "snooze" && action.for === "working-day";
  const ways = isAsked ? await readWays(client, [...new Set(alerts.flatMap(({ spaceId }) => spaceId ?? []))]) : null;
  return (spaceId: number | null) => {
    const way = spaceId === null ? undefined : ways?.get(spaceId);
    return nextWorkingDay(way?.calendar ?? { hours: null, holidays: null, timeZone: "UTC" }, now);
  };
}

/** Takes back what the actor just wrote. Answers on which of these there was nothing. */
async function takeBack(
  client: PoolClient,
  locked: readonly ActedOn[],
  {
    actor,
    now,
    asked,
    isStrict,
  }: { readonly actor: Actor; readonly now: number; readonly asked: readonly string[]; readonly isStrict: boolean },
): Promise<string[]> {
  const after = new Date(now - TAKEN_BACK_WITHIN_MS);
  const taken = await takeBackComments(client, asked, actor.userId, after);
  if (taken.length === 0 && isStrict)
    throw new AppError("conflict", "There is no comment of yours to take back any more.");
  const changed = locked.filter(({ id }) => taken.includes(id));
  if (changed.length > 0) await audit(client, changed, { do: "uncomment" }, actor, asked);
  await stampAlerts(client, taken);
  return asked.filter((id) => !taken.includes(id));
}

async function write(
  client: PoolClient,
  changes: readonly { readonly alert: ActedOn; readonly acted: Acted }[],
  action: AlertAction,
  { actor, now, asked }: { readonly actor: Actor; readonly now: number; readonly asked: readonly string[] },
): Promise<readonly number[]> {
  if (changes.length === 0) return [];
  await writeActions(
    client,
    changes.map(({ alert, acted }) => ({ id: alert.id, next: acted.next })),
  );
  await addEvents(
    client,
    changes.map(({ alert, acted }) => ({ ...acted.event, alertId: alert.id, at: now, actor })),
  );
  await setTimers(client, new Map(changes.map(({ alert, acted }) => [`snooze:${alert.id}`, acted.next.snoozedUntil])));
  await markAlertsDue(
    client,
    changes.map(({ alert }) => alert),
  );
  await audit(
    client,
    changes.map(({ alert }) => alert),
    action,
    actor,
    asked,
  );
  await stampAlerts(
    client,
    changes.flatMap(({ alert }) => (alert.parentId === null ? [alert.id] : [alert.id, alert.parentId])),
  );
  const pinned = changes.filter(({ alert, acted }) => isPinned(alert) !== isPinned(acted.next));
  return stampPins(
    client,
    pinned.flatMap(({ alert }) => alert.spaceId ?? []),
  );
}

/** Does its floor show it? */
const isPinned = ({ status }: Pick<Acted["next"], "status">) => status === "open" || status === "acknowledged";

async function audit(
  client: PoolClient,
  alerts: readonly ActedOn[],
  action: AlertAction,
  actor: Actor,
  asked: readonly string[],
): Promise<void> {
  const [first] = alerts;
  const sites = new Set(alerts.map(({ siteId }) => siteId));
  const { do: verb, ...details } = action;
  await writeAudit(client, {
    actor,
    action: `alert.${verb}`,
    objectType: "alert",
    objectId: asked.length === 1 ? (asked[0] ?? "") : "several",
    siteId: sites.size === 1 && first && !isNoSite(first.siteId) ? first.siteId : null,
    before: first && asked.length === 1 ? { status: first.status } : null,
    after: { ...details, ...(asked.length > 1 && { ids: alerts.map(({ id }) => id) }) },
  });
}
