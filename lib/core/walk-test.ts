import type { SpaceSnapshot, SpaceSource } from "./floor";

/** After this long without a word a mapped place is named with what is probably wrong, ms. */
const SILENT_AFTER_MS = 600_000;

/** How a mapped place does in a walk test that began at a moment. */
export type WalkVerdict =
  | { readonly kind: "heard"; readonly at: number }
  | { readonly kind: "waiting"; readonly hint: string | null }
  | { readonly kind: "silent"; readonly cause: string };

const WEAK_SIGNAL_PERCENT = 25;
const EMPTY_BATTERY_PERCENT = 10;

const heardAt = ({ lastReadingAt }: SpaceSource) => (lastReadingAt === null ? null : Date.parse(lastReadingAt));

/** Has it reported since the walk began (ms)? Null where nothing stands: there is nothing to test. */
export function walkVerdict(space: Pick<SpaceSnapshot, "sources">, startedAt: number, now: number): WalkVerdict | null {
  if (space.sources.length === 0) return null;
  const heard = space.sources.flatMap((source) => heardAt(source) ?? []);
  const newest = heard.length > 0 ? Math.max(...heard) : null;
  if (newest !== null && newest >= startedAt) return { kind: "heard", at: newest };
  if (now - startedAt >= SILENT_AFTER_MS) return { kind: "silent", cause: causeOf(space.sources, newest) };
  return { kind: "waiting", hint: speaksOfChanges(space.sources) ? "Walk in, sit down or touch its sensor." : null };
}

const speaksOfChanges = (sources: readonly SpaceSource[]) =>
  sources.every(({ expectedIntervalMs, vendor }) => expectedIntervalMs === null && vendor === "disruptive");

function causeOf(sources: readonly SpaceSource[], newest: number | null): string {
  const offline = sources.find(({ online }) => online === false);
  if (offline) return `Offline: ${offline.name} has lost its connection.`;
  if (newest === null) return "Never heard: probably the wrong device is mapped here.";
  const empty = sources.find(({ battery }) => battery !== null && battery <= EMPTY_BATTERY_PERCENT);
  if (empty) return `Battery at ${Math.round(empty.battery ?? 0)} %: ${empty.name}.`;
  const weak = sources.find(({ signal }) => signal !== null && signal < WEAK_SIGNAL_PERCENT);
  if (weak) return `Weak signal, ${Math.round(weak.signal ?? 0)} %: ${weak.name} may be too far from its gateway.`;
  if (speaksOfChanges(sources))
    return "Nothing changed there: it speaks only when it sees somebody. Or it is mapped wrongly.";
  return "Silent: it reported before, and not since the walk began.";
}
