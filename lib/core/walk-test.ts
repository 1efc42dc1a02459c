import type { SpaceSnapshot, SpaceSource } from "./floor";
import type { Text } from "./text";

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
export function walkVerdict(
  space: Pick<SpaceSnapshot, "sources">,
  startedAt: number,
  now: number,
  t: Text,
): WalkVerdict | null {
  if (space.sources.length === 0) return null;
  const heard = space.sources.flatMap((source) => heardAt(source) ?? []);
  const newest = heard.length > 0 ? Math.max(...heard) : null;
  if (newest !== null && newest >= startedAt) return { kind: "heard", at: newest };
  if (now - startedAt >= SILENT_AFTER_MS) return { kind: "silent", cause: causeOf(space.sources, newest, t) };
  return { kind: "waiting", hint: speaksOfChanges(space.sources) ? t("Walk in, sit down or touch its sensor.") : null };
}

const speaksOfChanges = (sources: readonly SpaceSource[]) =>
  sources.every(({ expectedIntervalMs, vendor }) => expectedIntervalMs === null && vendor === "disruptive");

function causeOf(sources: readonly SpaceSource[], newest: number | null, t: Text): string {
  const offline = sources.find(({ online }) => online === false);
  if (offline) return t("Offline: {name} has lost its connection.", { name: offline.name });
  if (newest === null) return t("Never heard: probably the wrong device is mapped here.");
  const empty = sources.find(({ battery }) => battery !== null && battery <= EMPTY_BATTERY_PERCENT);
  if (empty) return t("Battery at {percent} %: {name}.", { percent: Math.round(empty.battery ?? 0), name: empty.name });
  const weak = sources.find(({ signal }) => signal !== null && signal < WEAK_SIGNAL_PERCENT);
  if (weak)
    return t("Weak signal, {percent} %: {name} may be too far from its gateway.", {
      percent: Math.round(weak.signal ?? 0),
      name: weak.name,
    });
  if (speaksOfChanges(sources))
    return t("Nothing changed there: it speaks only when it sees somebody. Or it is mapped wrongly.");
  return t("Silent: it reported before, and not since the walk began.");
}
