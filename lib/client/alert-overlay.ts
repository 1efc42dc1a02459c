import type { Alert, AlertFrame } from "@/lib/core/alert";
import { type AlertFilter, compareAlerts, isAskedOfServer, matchesFilter } from "@/lib/core/alert-filter";

/** What is newer than the pages that were fetched: word of the feed, and what this person just did. */
export interface AlertOverlay {
  /** Where the feed stands; null before its first word. */
  readonly place: { readonly epoch: string; readonly offset: number } | null;
  readonly changed: ReadonlyMap<string, Alert>;
  /** Open alerts in all; null before the feed's first word. */
  readonly open: number | null;
}

export const NO_OVERLAY: AlertOverlay = { place: null, changed: new Map(), open: null };

/** More than these are fetched again rather than kept. */
const MOST_CHANGED = 3_000;

/** Safe in any order and any number of times. "gap" tells the caller to fetch again. */
export function applyAlertFrame(overlay: AlertOverlay, frame: AlertFrame): AlertOverlay | "gap" {
  const { place } = overlay;
  if (place && place.epoch !== frame.epoch) return "gap";
  if (place && frame.to <= place.offset) return overlay;
  if (frame.from < 0 || (place && frame.from > place.offset)) return "gap"; // from nowhere: too many to tell
  const changed = withNewer(overlay.changed, frame.changes);
  if (changed.size > MOST_CHANGED) return "gap";
  return { place: { epoch: frame.epoch, offset: frame.to }, changed, open: frame.open };
}

/** The newer of each by its version. */
export function withNewer(held: ReadonlyMap<string, Alert>, alerts: readonly Alert[]): ReadonlyMap<string, Alert> {
  const next = new Map(held);
  for (const alert of alerts) {
    const before = next.get(alert.id);
    if (!before || before.version <= alert.version) next.set(alert.id, alert);
  }
  return next;
}

/** As it will be, before the server has said so: the server's next word is newer than this. */
export const expected = (alert: Alert, change: Partial<Alert>): Alert => ({
  ...alert,
  ...change,
  version: Math.floor(alert.version) + 0.5,
});

/** The newest that is known of an alert. */
export function newest(alert: Alert, { changed }: Pick<AlertOverlay, "changed">): Alert {
  const known = changed.get(alert.id);
  return known && known.version >= alert.version ? known : alert;
}

interface Loaded {
  readonly items: readonly Alert[];
  /** Is there more on the server, beyond the last item? */
  readonly hasMore: boolean;
}

/**
 * The list as it is now. What no longer matches goes, what came is put where it belongs; beyond the last loaded item
 * nothing is added, because the next page brings it.
 */
export function liveAlerts(loaded: Loaded, overlay: AlertOverlay, filter: AlertFilter, me: string): readonly Alert[] {
  const { items, hasMore } = loaded;
  const byId = new Map(items.map((alert) => [alert.id, newest(alert, overlay)]));
  if (overlay.changed.size === 0) return [...byId.values()];
  const compare = compareAlerts(filter.sort);
  const last = items.at(-1);
  const isWithin = (alert: Alert) => !hasMore || (last !== undefined && compare(alert, last) < 0);
  if (!isAskedOfServer(filter))
    for (const alert of overlay.changed.values()) if (!byId.has(alert.id) && isWithin(alert)) byId.set(alert.id, alert);
  return [...byId.values()].filter((alert) => matchesFilter(alert, filter, me)).sort(compare);
}
