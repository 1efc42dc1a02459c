import { HEARTBEAT_MS } from "@/lib/realtime/events";

export type FeedStatus = "connecting" | "live" | "reconnecting" | "stale";

/** What the page knows of its own connection. Times are ms by the server's clock. */
export interface FeedHealth {
  readonly connected: boolean;
  /** When the connection was lost; null while there is one, or before the first. */
  readonly lostAt: number | null;
  /** When the feed last said anything. */
  readonly heardAt: number;
}

/** Blips are not news. */
const BLIP_MS = 1_000;
export const SILENT_MS = 2 * HEARTBEAT_MS + 2_000;
/** From here on the screen greys: what it shows may no longer be so. */
const DIM_AFTER_MS = 30_000;

export function feedStatus(health: FeedHealth, now: number): FeedStatus {
  if (!health.connected) {
    if (health.lostAt === null) return "connecting";
    return now - health.lostAt < BLIP_MS ? "live" : "reconnecting";
  }
  return now - health.heardAt > SILENT_MS ? "stale" : "live";
}

export function isDimmed(health: FeedHealth, now: number): boolean {
  const quietSince = health.connected ? health.heardAt + SILENT_MS : (health.lostAt ?? now);
  return now - quietSince > DIM_AFTER_MS;
}
