import type { Severity, Signal } from "./observation";

/** What was noted is over after this much silence, ms: nothing will ever clear it. */
export const NOTED_FOR_MS = 60 * 60_000;

export interface IncidentSignal extends Pick<Signal, "code" | "phase" | "severity" | "text"> {
  /** ms since the epoch. */
  readonly observedAt: number;
}

/** The latest trouble of one code of one source. Moments are ms since the epoch. */
export interface Incident {
  readonly code: string;
  /** `raised` lasts until it is cleared, `noted` until it has been silent for an hour. */
  readonly phase: "raised" | "noted";
  /** The first raise (or note) of this trouble. */
  readonly since: number;
  /** The last thing said about it but its end. */
  readonly lastAt: number;
  /** How often it was raised (or noted), each moment once. */
  readonly count: number;
  readonly severity: Severity;
  /** The last words. */
  readonly text: string;
  /** When it ended; null while it is open. */
  readonly endedAt: number | null;
  /** Why: somebody said so, or nobody said anything more. */
  readonly ended: "cleared" | "silent" | null;
}

/**
 * The latest incident of each code, from the signals of one source in any order and any number of times. At one moment
 * a clear beats a raise; a clear with nothing to clear is nothing.
 */
export function incidentsOf(signals: readonly IncidentSignal[], now: number): Incident[] {
  const incidents = new Map<string, Incident>();
  for (const signal of [...signals].sort(inOrder)) {
    const last = incidents.get(signal.code);
    const next = after(last && silenced(last, signal.observedAt), signal);
    if (next) incidents.set(signal.code, next);
  }
  return [...incidents.values()].map((incident) => silenced(incident, now));
}

const PHASES = ["raised", "noted", "cleared"];
const SEVERITIES = ["info", "minor", "major", "critical"];

/** Total, so that whatever order they come in ends in the same one. */
function inOrder(a: IncidentSignal, b: IncidentSignal): number {
  return (
    compare(a.code, b.code) ||
    a.observedAt - b.observedAt ||
    PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compare(a.text, b.text)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A noted incident ends an hour after its last word. */
function silenced(incident: Incident, at: number): Incident {
  const endsAt = incident.lastAt + NOTED_FOR_MS;
  if (incident.phase === "raised" || incident.endedAt !== null || at < endsAt) return incident;
  return { ...incident, endedAt: endsAt, ended: "silent" };
}

function after(last: Incident | undefined, signal: IncidentSignal): Incident | undefined {
  const open = last?.endedAt === null ? last : undefined;
  if (signal.phase === "cleared") return open && { ...open, endedAt: signal.observedAt, ended: "cleared" };
  if (!open || (signal.phase === "raised" && open.phase === "noted")) return opened(signal, signal.phase);
  const { severity, text, observedAt: lastAt } = signal;
  if (signal.phase !== open.phase) return { ...open, lastAt };
  return { ...open, severity, text, lastAt, count: open.count + (lastAt > open.lastAt ? 1 : 0) };
}

function opened(signal: IncidentSignal, phase: "raised" | "noted"): Incident {
  const { code, severity, text, observedAt } = signal;
  return { code, phase, since: observedAt, lastAt: observedAt, count: 1, severity, text, endedAt: null, ended: null };
}
