import "server-only";
import type { Pool, PoolClient } from "pg";
import { changeAlerts, openAlerts, stampAlerts } from "@/lib/db/alerts/alert-states";
import { lockEngine, setTimers, takeDue } from "@/lib/db/alerts/due";
import { readRules } from "@/lib/db/alerts/rule-rows";
import { inTransaction } from "@/lib/db/in-transaction";
import { judgeFamilies } from "./judge-families";
import { type FeedSilence, judgeFeeds } from "./judge-feeds";
import { type Judging, judgeSources } from "./judge-sources";
import { nothingLooked } from "./looked";

export interface EngineOptions {
  readonly pool: Pool;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Which feeds are silent; asked every few seconds. */
  readonly readFeeds: () => Promise<readonly FeedSilence[]>;
}

/** What a look came to. */
export interface Look {
  /** False: another instance is looking. */
  readonly isMine: boolean;
  /** More is waiting. */
  readonly isMore: boolean;
  /** Alerts that changed. */
  readonly changed: number;
}

const FEEDS_MS = 5_000;
const NOT_MINE: Look = { isMine: false, isMore: false, changed: 0 };

export interface AlertEngine {
  /** Looks at everything that is due, in one transaction. Any number of instances may ask: one works at a time. */
  look(): Promise<Look>;
}

/**
 * From what vendors said to alerts. What was written marks its sources as due in the same transaction, and an alert is
 * made from everything that is stored of them then: an engine that dies in between forgets nothing and doubles nothing.
 */
export function createAlertEngine({ pool, now: clock, readFeeds }: EngineOptions): AlertEngine {
  let feedsAt = Number.NEGATIVE_INFINITY;

  const lookAt = async (client: PoolClient): Promise<Look> => {
    if (!(await lockEngine(client))) return NOT_MINE;
    const now = clock();
    const due = await takeDue(client, new Date(now));
    // A clock that was set back must not keep it from asking.
    const areFeedsDue = Math.abs(now - feedsAt) >= FEEDS_MS;
    const isIdle = due.sourceIds.length === 0 && due.spaceIds.length === 0 && due.subjects.length === 0;
    if (isIdle && !areFeedsDue) return { isMine: true, isMore: false, changed: 0 };
    const judging: Judging = { client, rules: await readRules(client), suppressionOf: () => null, now };
    const looked = nothingLooked();
    const timers = new Map<string, number | null>();
    await judgeSources(judging, due.sourceIds, looked, timers);
    const doubted = areFeedsDue ? await judgeFeeds(judging, await readFeeds(), looked) : [];
    if (areFeedsDue) feedsAt = now;
    await changeAlerts(client, looked.changing);
    const opened = await openAlerts(client, looked.opening, new Date(now));
    const joined = looked.hasConnections || areFeedsDue ? await judgeFamilies(judging, looked) : [];
    await setTimers(client, timers);
    const changed = [...doubted, ...looked.changing.map(({ id }) => id), ...opened, ...joined];
    await stampAlerts(client, changed);
    return { isMine: true, isMore: !due.isAll, changed: changed.length };
  };

  return { look: () => inTransaction(pool, lookAt) };
}
