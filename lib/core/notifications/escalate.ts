import type { AlertKind, AlertSeverity, AlertStatus, ResolvedReason } from "../alert";
import { ALERT_SEVERITIES } from "../alert";
import { type Calendar, workingHoursChangeAt } from "../alerts/scope";
import { isWorkingTime } from "../working-hours";
import type { EscalationStep } from "./escalation";

/** How an alert stands to people: worth telling, in somebody's hands, put off, kept quiet by the system, or over. */
type Seen = "active" | "acknowledged" | "snoozed" | "quiet" | "over";

/** What of an alert decides about telling. Moments are ms since the epoch. */
export interface AlertFacts {
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  readonly status: AlertStatus;
  readonly isSuppressed: boolean;
  readonly hasParent: boolean;
  readonly openedAt: number;
  readonly snoozedUntil: number | null;
  readonly resolvedReason: ResolvedReason | null;
}

/** How far telling people has come. */
export interface Escalation {
  readonly round: number;
  readonly startedAt: number;
  readonly seen: Seen;
  readonly severity: AlertSeverity;
  readonly snoozedUntil: number | null;
  /** Numbers of the steps that were taken in this round. */
  readonly done: readonly number[];
  /** When it has to be asked again though nothing is said; null for never. */
  readonly dueAt: number | null;
}

export interface Escalated {
  readonly next: Escalation;
  /** Numbers of the steps to take now. */
  readonly take: readonly number[];
  /** Who was told in this round is to be told that it is over. */
  readonly isOver: boolean;
}

/** Many devices that go silent together become one incident within this, and only that is told, ms. */
export const SETTLE_MS = 60_000;
const SETTLING: readonly AlertKind[] = ["device-offline", "floor-offline", "no-data"];
/** What was open for longer when it is seen for the first time starts now: its steps are not all due at once. */
const OLD_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

export function seenAs({ status, isSuppressed, hasParent }: AlertFacts): Seen {
  if (status === "resolved") return "over";
  if (isSuppressed || hasParent) return "quiet";
  return status === "open" ? "active" : status;
}

/** What is over because something else took its place is no news. */
const TOLD_ENDS: readonly (ResolvedReason | null)[] = ["cleared", "silent", "manual", "removed"];

/**
 * The one decision about telling people: how far it had come, the alert as it is, the steps of its site, the hours of its
 * place and the clock (ms). Asked twice, the second time takes nothing.
 */
export function escalate(
  last: Escalation | null,
  alert: AlertFacts,
  steps: readonly EscalationStep[],
  calendar: Calendar,
  now: number,
): Escalated {
  const seen = seenAs(alert);
  const from = last ?? beginning(alert, now);
  const isOver = seen === "over" && last !== null && isNewsThatItIsOver(last, alert);
  const { severity, snoozedUntil } = alert;
  if (seen !== "active") return { next: { ...from, seen, severity, snoozedUntil, dueAt: null }, take: [], isOver };
  const round = last === null || !isNewRound(last, alert, now) ? from : another(from, now);
  const settled = round.startedAt + (SETTLING.includes(alert.kind) ? SETTLE_MS : 0);
  const take: number[] = [];
  let dueAt: number | null = null;
  for (const [i, step] of steps.entries()) {
    if (round.done.includes(i) || !isGraveEnough(severity, step.minSeverity)) continue;
    const at = stepAt(step, settled, calendar, now);
    if (at <= now) take.push(i);
    else dueAt = dueAt === null ? at : Math.min(dueAt, at);
  }
  const next = { ...round, seen, severity, snoozedUntil, done: [...round.done, ...take], dueAt };
  return { next, take, isOver: false };
}

/** What belongs to an incident is over with it, and what a window keeps quiet ends quietly. */
const isNewsThatItIsOver = ({ seen }: Escalation, { isSuppressed, hasParent, resolvedReason }: AlertFacts): boolean =>
  seen !== "over" && seen !== "quiet" && !isSuppressed && !hasParent && TOLD_ENDS.includes(resolvedReason);

function beginning({ openedAt, severity, snoozedUntil }: AlertFacts, now: number): Escalation {
  const startedAt = now - openedAt > OLD_MS ? now : openedAt;
  return { round: 1, startedAt, seen: "active", severity, snoozedUntil, done: [], dueAt: null };
}

const another = (from: Escalation, now: number): Escalation => ({
  ...from,
  round: from.round + 1,
  startedAt: now,
  done: [],
});

/** It came back by itself, or got worse: everybody is told anew. What people took back themselves goes on where it was. */
function isNewRound(last: Escalation, alert: AlertFacts, now: number): boolean {
  if (last.seen === "quiet" || last.seen === "over") return true;
  if (last.seen === "snoozed") return last.snoozedUntil !== null && last.snoozedUntil <= now;
  return last.seen === "active" && isWorse(alert.severity, last.severity);
}

const grade = (severity: AlertSeverity) => ALERT_SEVERITIES.indexOf(severity);
const isWorse = (now: AlertSeverity, before: AlertSeverity) => grade(now) < grade(before);

/** Is an alert at least as grave as what is asked for? */
export const isGraveEnough = (severity: AlertSeverity, least: AlertSeverity): boolean =>
  grade(severity) <= grade(least);

/** When a step is to be taken, ms; of one that is due but has to wait: when to ask again. */
function stepAt({ afterMinutes, when }: EscalationStep, startedAt: number, calendar: Calendar, now: number): number {
  const at = startedAt + afterMinutes * MINUTE_MS;
  if (at > now || when === "always") return at;
  const { hours, holidays, timeZone } = calendar;
  if (isWorkingTime(hours, holidays, timeZone, now)) return at;
  return workingHoursChangeAt(calendar, now) ?? now + 24 * 60 * MINUTE_MS;
}
