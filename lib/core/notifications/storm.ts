import { ALERT_SEVERITIES, type AlertSeverity } from "../alert";

/** So many messages reach one recipient by one way within `STORM_MS`; critical alerts come through whatever was sent. */
export const MOST_MESSAGES = 20;
/** ms */
export const STORM_MS = 10 * 60_000;
/** A summary waits this long for more of the same, ms. */
export const GATHER_MS = 60_000;

/** A message that could be sent now, and was never tried. */
export interface DueMessage {
  readonly id: string;
  /** Recipient and way. */
  readonly target: string;
  /** Of its alert, as it is now. */
  readonly severity: AlertSeverity;
}

/**
 * The ids of what is held back for a summary, of what is due (first due first). `used`: how many messages each target got
 * within `STORM_MS` or is getting. The gravest go first; asked again about the rest, it holds back nothing more.
 */
export function heldBack(due: readonly DueMessage[], used: ReadonlyMap<string, number>): string[] {
  const room = new Map<string, number>();
  const held: string[] = [];
  const gravestFirst = ALERT_SEVERITIES.flatMap((severity) => due.filter((one) => one.severity === severity));
  for (const { id, target, severity } of gravestFirst) {
    const left = room.get(target) ?? MOST_MESSAGES - (used.get(target) ?? 0);
    room.set(target, left - 1);
    if (left <= 0 && severity !== "critical") held.push(id);
  }
  return held;
}

/** When a summary is sent that begins now, ms; `last`: when the one before was, or that it still is on its way. */
export const summaryAt = (now: number, last: number | null): number =>
  Math.max(now + GATHER_MS, (last ?? -Infinity) + STORM_MS);
