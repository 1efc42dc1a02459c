import "server-only";
import type { Alert, AlertFrame } from "@/lib/core/alert";
import { withoutOthers } from "@/lib/core/alerts/vendor-wide";
import type { AlertHeads, SiteChange } from "@/lib/db/alerts/alert-feed-rows";
import type { Reach } from "@/lib/db/alerts/alert-filter";

export interface AlertFeedOptions {
  /** Where the feed of each site stands. */
  readonly readHeads: () => Promise<AlertHeads>;
  /** Alerts that changed after these offsets of sites; null when they are too many to tell. */
  readonly readChanges: (after: ReadonlyMap<number, number>) => Promise<readonly SiteChange[] | null>;
  /** Open alerts that count, by site. */
  readonly countOpen: () => Promise<ReadonlyMap<number, number>>;
  /** Sends a frame to everybody with this reach. */
  readonly emit: (reach: string, frame: AlertFrame) => void;
  readonly onError: (error: unknown) => void;
}

interface AlertCursor {
  readonly epoch: string;
  readonly offset: number;
  readonly open: number;
}

export interface AlertFeed {
  /** Starts following for the first with this reach. */
  follow(reach: Reach): Promise<AlertCursor>;
  unfollow(key: string): void;
  /** Looks for what changed, here or on another instance; called often and after changes made here. */
  poll(): Promise<void>;
}

/** People with the same reach hear the same. */
export const reachKey = (reach: Reach): string => (reach === null ? "all" : [...reach].sort((a, b) => a - b).join());

/**
 * The alert feed. Each site counts its own changes; a reader's offset is the sum over their sites, so it has no gaps and
 * tells nothing of other sites. What is sent is what the database says: a lost wake-up loses nothing.
 */
export function createAlertFeed(options: AlertFeedOptions): AlertFeed {
  const followed = new Map<string, Reach>();
  let heads: AlertHeads | null = null;
  let isPolling = false;
  let again = false;

  const sum = (of: ReadonlyMap<number, number>, reach: Reach) =>
    [...of].reduce((total, [site, n]) => (reach === null || reach.includes(site) ? total + n : total), 0);

  const send = async (before: AlertHeads, after: AlertHeads) => {
    const moved = [...after.sites].filter(([site, offset]) => offset !== (before.sites.get(site) ?? 0));
    if (after.epoch === before.epoch && moved.length === 0) return;
    const isOther = after.epoch !== before.epoch || moved.some(([site, n]) => n < (before.sites.get(site) ?? 0));
    const since = new Map(moved.map(([site]) => [site, before.sites.get(site) ?? 0]));
    const changes = isOther ? null : await options.readChanges(since);
    const open = await options.countOpen();
    for (const [key, reach] of followed) {
      if (!isOther && !moved.some(([site]) => reach === null || reach.includes(site))) continue;
      const theirs = (changes ?? []).filter(({ siteId }) => reach === null || reach.includes(siteId));
      options.emit(key, {
        epoch: after.epoch,
        // From nowhere: every browser fetches anew.
        from: changes === null ? -1 : sum(before.sites, reach),
        to: sum(after.sites, reach),
        changes: theirs.map(({ alert }): Alert => (reach === null ? alert : withoutOthers(alert))),
        open: sum(open, reach),
      });
    }
  };

  const poll = async () => {
    if (followed.size === 0 || heads === null) return;
    if (isPolling) {
      again = true;
      return;
    }
    isPolling = true;
    try {
      do {
        again = false;
        const before: AlertHeads = heads;
        const after = await options.readHeads();
        await send(before, after);
        heads = after;
      } while (again);
    } catch (error) {
      options.onError(error);
    } finally {
      isPolling = false;
    }
  };

  return {
    async follow(reach) {
      followed.set(reachKey(reach), reach);
      // Whoever follows late starts where the others stand, or a frame on its way to them would be a gap.
      heads ??= await options.readHeads();
      const open = await options.countOpen();
      return { epoch: heads.epoch, offset: sum(heads.sites, reach), open: sum(open, reach) };
    },
    unfollow(key) {
      followed.delete(key);
      if (followed.size === 0) heads = null;
    },
    poll,
  };
}
