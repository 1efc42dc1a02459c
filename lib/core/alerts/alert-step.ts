import type { AlertSeverity, AlertStatus, ResolvedReason } from "../alert";
import type { AlertEventKind } from "../alert-detail";
import type { Condition, Ended } from "./condition";

/** What is kept of an alert between two looks. Moments are ms since the epoch. */
export interface AlertState
  extends Pick<
    Condition,
    "cause" | "kind" | "code" | "severity" | "since" | "lastAt" | "count" | "text" | "value" | "threshold" | "ruleId"
  > {
  readonly status: AlertStatus;
  readonly isConfirmed: boolean;
  readonly place: Condition["place"];
  readonly suppression: Condition["suppression"];
  /** Null while it is snoozed until it clears, and while it is not snoozed. */
  readonly snoozedUntil: number | null;
  readonly resolvedAt: number | null;
  readonly resolvedReason: ResolvedReason | null;
}

export interface StepEvent {
  readonly kind: AlertEventKind;
  /** When it happened, ms. */
  readonly at: number;
  readonly text?: string | null;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** What a look comes to. `keep` changes nothing; `replace` ends the alert and opens another at its new place. */
export type Step =
  | { readonly do: "keep" }
  | { readonly do: "open"; readonly next: AlertState; readonly events: readonly StepEvent[] }
  | { readonly do: "change"; readonly next: AlertState; readonly events: readonly StepEvent[] }
  | {
      readonly do: "replace";
      readonly ended: AlertState;
      readonly next: AlertState;
      readonly events: readonly StepEvent[];
      readonly opening: readonly StepEvent[];
    };

const KEEP: Step = { do: "keep" };

/**
 * The one decision about an alert: the newest one of a cause (over or not), what is so now, and the clock (ms). What is
 * so comes folded from everything that was ever said, so late, repeated and reordered words change nothing here.
 */
export function alertStep(last: AlertState | null, seen: Condition | Ended, now: number): Step {
  const open = last?.resolvedAt === null ? last : null;
  if ("ended" in seen) return open ? resolved(open, seen) : KEEP;
  if (!open) {
    if (now < seen.firesAt || isDismissed(last, seen)) return KEEP;
    return { do: "open", next: openedBy(seen), events: opening(seen, now) };
  }
  if (!isSamePlace(open.place, seen.place)) {
    const ended = { ...open, status: "resolved" as const, resolvedAt: now, resolvedReason: "moved" as const };
    const events = [{ kind: "resolved" as const, at: now, data: { reason: "moved" } }];
    return { do: "replace", ended, events, next: openedBy(seen), opening: opening(seen, now) };
  }
  return changed(open, seen, now);
}

const isSamePlace = (a: Condition["place"], b: Condition["place"]) =>
  a.spaceId === b.spaceId && a.floorId === b.floorId && a.siteId === b.siteId;

const opening = (seen: Condition, now: number): StepEvent[] => [
  { kind: "opened", at: seen.since, text: seen.text },
  ...suppressionEvents(null, seen, now),
];

/** Somebody said it is over, and nothing has been said about it since. */
const isDismissed = (last: AlertState | null, seen: Condition): boolean =>
  last?.resolvedReason === "manual" && seen.lastAt <= last.lastAt;

function openedBy(seen: Condition): AlertState {
  const { firesAt: _, sourceId: __, vendor: ___, ...rest } = seen;
  return {
    ...rest,
    status: "open",
    isConfirmed: true,
    snoozedUntil: null,
    resolvedAt: null,
    resolvedReason: null,
  };
}

function resolved(open: AlertState, { ended, at }: Ended): Step {
  const next = { ...open, status: "resolved" as const, snoozedUntil: null, resolvedAt: at, resolvedReason: ended };
  return { do: "change", next, events: [{ kind: "resolved", at, data: { reason: ended } }] };
}

const SEVERITIES: readonly AlertSeverity[] = ["critical", "warning", "notice"];

function changed(open: AlertState, seen: Condition, now: number): Step {
  const events: StepEvent[] = [];
  const isRepeated = seen.lastAt > open.lastAt || seen.count > open.count;
  if (seen.count > open.count) events.push({ kind: "repeated", at: seen.lastAt, text: seen.text });
  if (seen.severity !== open.severity) {
    const isWorse = SEVERITIES.indexOf(seen.severity) < SEVERITIES.indexOf(open.severity);
    const data = { from: open.severity, to: seen.severity };
    events.push({ kind: isWorse ? "worsened" : "eased", at: now, data });
  }
  if (isRepeated && !open.isConfirmed) events.push({ kind: "confirmed", at: seen.lastAt });
  if (seen.suppression?.id !== open.suppression?.id) events.push(...suppressionEvents(open, seen, now));
  const wakes = open.status === "snoozed" && open.snoozedUntil !== null && open.snoozedUntil <= now;
  if (wakes) events.push({ kind: "snooze-ended", at: open.snoozedUntil ?? now });
  const { severity, since, lastAt, count, text, value, threshold, ruleId, suppression, code, kind } = seen;
  const next: AlertState = {
    ...open,
    ...{ severity, since, lastAt, count, text, value, threshold, ruleId, suppression, code, kind },
    isConfirmed: open.isConfirmed || isRepeated,
    ...(wakes && { status: "open" as const, snoozedUntil: null }),
  };
  return isSame(open, next) ? KEEP : { do: "change", next, events };
}

function suppressionEvents(open: AlertState | null, seen: Condition, at: number): StepEvent[] {
  const ended: StepEvent[] = open?.suppression
    ? [{ kind: "unsuppressed", at, data: { window: open.suppression.name } }]
    : [];
  const begun: StepEvent[] = seen.suppression
    ? [{ kind: "suppressed", at, data: { window: seen.suppression.name } }]
    : [];
  return [...ended, ...begun];
}

const isSame = (a: AlertState, b: AlertState): boolean =>
  (Object.keys(b) as (keyof AlertState)[]).every((key) =>
    key === "place" || key === "suppression" ? JSON.stringify(a[key]) === JSON.stringify(b[key]) : a[key] === b[key],
  );
