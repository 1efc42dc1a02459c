import "server-only";
import type { Pool, PoolClient } from "pg";
import { endSnoozes } from "@/lib/db/alerts/alert-actions";
import { addEvents, changeAlerts, openAlerts, stampAlerts } from "@/lib/db/alerts/alert-states";
import { type Due, lockEngine, MOST_MARKS, markAllDue, readMisplaced, setTimers, takeDue } from "@/lib/db/alerts/due";
import { passOwnStamps, stampPins } from "@/lib/db/alerts/pins";
import { readRules } from "@/lib/db/alerts/rule-rows";
import { readWays } from "@/lib/db/alerts/way-up";
import { readLiveWindows } from "@/lib/db/alerts/windows";
import { inTransaction } from "@/lib/db/in-transaction";
import { isDataError } from "@/lib/db/sql-error";
import { judgeDecays } from "./judge-decays";
import { judgeFamilies, quietFloors } from "./judge-families";
import { type FeedSilence, judgeFeeds } from "./judge-feeds";
import { type Judging, judgeSources } from "./judge-sources";
import { judgeSpaces } from "./judge-spaces";
import { nothingLooked } from "./looked";
import { suppressionBy, windowsChangeAt } from "./suppression";
import { weigh } from "./weigh";

export interface EngineOptions {
  readonly pool: Pool;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Told when something can never be judged and is passed by. */
  readonly onPassed: (error: unknown) => void;
  /** Which feeds are silent; asked every few seconds. */
  readonly readFeeds: () => Promise<readonly FeedSilence[]>;
}

/** What a look came to. */
interface Look {
  /** False: another instance is looking. */
  readonly isMine: boolean;
  /** More is waiting. */
  readonly isMore: boolean;
  /** Alerts that changed. */
  readonly changed: number;
  /** Floors that show something else of them now. */
  readonly floorIds: readonly number[];
}

/** A window or a rule began, ended or changed. */
const EVERYTHING = "everything";
const FEEDS_MS = 5_000;
const NOT_MINE: Look = { isMine: false, isMore: false, changed: 0, floorIds: [] };

/** Everything that is due: what sources report, what is measured, what feeds do, and what that means. Ids that changed, and those of which a floor shows something else. */
async function judgeAll(
  judging: Judging,
  due: Due & { readonly movedIds: readonly number[] },
  timers: Map<string, number | null>,
  feeds: readonly FeedSilence[] | null,
): Promise<{ readonly changed: string[]; readonly pinned: ReadonlySet<number>; readonly woken: readonly string[] }> {
  const { client } = judging;
  const now = new Date(judging.now);
  const looked = nothingLooked();
  await judgeSources(judging, due.sourceIds, looked, timers);
  const decays = [...numbered(due.subjects, "decay"), ...due.movedIds];
  await judgeDecays(judging, { spaceIds: decays, isEverything: due.subjects.includes(EVERYTHING) }, looked);
  await judgeSpaces(judging, await readWays(client, due.spaceIds), looked, timers);
  const doubted = feeds ? await judgeFeeds(judging, feeds, looked) : [];
  if (feeds) await quietFloors(judging, looked);
  await changeAlerts(client, looked.changing);
  const opened = await openAlerts(client, looked.opening, now);
  // After what was judged: whose trouble is over does not wake up first.
  const woken = await endSnoozes(client, snoozed(due.subjects), now);
  await addEvents(
    client,
    woken.map((alertId) => ({ alertId, kind: "snooze-ended" as const, at: judging.now })),
  );
  const joined = looked.hasConnections || feeds ? await judgeFamilies(judging, looked) : [];
  const changed = [...woken, ...doubted, ...looked.changing.map(({ id }) => id), ...opened, ...joined];
  const weighed = await weigh(judging, [...due.spaceIds, ...looked.spaceIds], changed, timers);
  return { changed: [...changed, ...weighed], pinned: looked.pinned, woken };
}

const numbered = (subjects: readonly string[], what: string) =>
  subjects.filter((subject) => subject.startsWith(`${what}:`)).map((subject) => Number(subject.split(":")[1]));

const snoozed = (subjects: readonly string[]) =>
  subjects.filter((subject) => subject.startsWith("snooze:")).map((subject) => subject.slice("snooze:".length));

/** Would fail again at every look. */
const isPoison = (error: unknown) => isDataError(error) || error instanceof RangeError || error instanceof TypeError;

export interface AlertEngine {
  /** Looks at everything that is due, in one transaction. Any number of instances may ask: one works at a time. */
  look(): Promise<Look>;
}

/**
 * From what vendors said to alerts. What was written marks its sources as due in the same transaction, and an alert is
 * made from everything that is stored of them then: an engine that dies in between forgets nothing and doubles nothing.
 */
export function createAlertEngine({ pool, now: clock, readFeeds, onPassed }: EngineOptions): AlertEngine {
  let most = MOST_MARKS;
  let feedsAt = Number.NEGATIVE_INFINITY;

  const lookAt = async (client: PoolClient): Promise<Look> => {
    if (!(await lockEngine(client))) return NOT_MINE;
    const now = clock();
    const taken = await takeDue(client, new Date(now), most);
    // A clock that was set back must not keep it from asking.
    const areFeedsDue = Math.abs(now - feedsAt) >= FEEDS_MS;
    const moved = areFeedsDue ? await readMisplaced(client) : { sourceIds: [], spaceIds: [] };
    const due = {
      ...taken,
      movedIds: moved.spaceIds,
      sourceIds: [...new Set([...taken.sourceIds, ...moved.sourceIds])],
      spaceIds: [...new Set([...taken.spaceIds, ...moved.spaceIds])],
    };
    const isIdle = due.sourceIds.length === 0 && due.spaceIds.length === 0 && due.subjects.length === 0;
    if (isIdle && !areFeedsDue) return { ...NOT_MINE, isMine: true };
    const windows = await readLiveWindows(client, new Date(now));
    const judging: Judging = {
      client,
      rules: await readRules(client),
      suppressionOf: suppressionBy(windows, now),
      hasWindows: windows.length > 0,
      now,
    };
    const timers = new Map<string, number | null>();
    if (due.subjects.includes(EVERYTHING)) {
      await markAllDue(client);
      timers.set(EVERYTHING, windowsChangeAt(windows, now));
    }
    const { changed, pinned, woken } = await judgeAll(judging, due, timers, areFeedsDue ? await readFeeds() : null);
    if (areFeedsDue) feedsAt = now;
    await setTimers(client, timers);
    await stampAlerts(client, changed);
    const floorIds = await stampPins(client, pinned, woken);
    await passOwnStamps(client, floorIds);
    const isMore = !due.isAll || due.subjects.includes(EVERYTHING);
    return { isMine: true, isMore, changed: changed.length, floorIds };
  };

  /** What cannot be judged is alone in the end, and is passed by: its neighbours must not wait for it. */
  const passBy = (client: PoolClient) =>
    lockEngine(client).then((isMine) => (isMine ? takeDue(client, new Date(clock()), most) : null));

  return {
    look: async () => {
      try {
        const result = await inTransaction(pool, lookAt);
        most = Math.min(MOST_MARKS, most * 2);
        return result;
      } catch (error) {
        if (!isPoison(error)) throw error;
        if (most === 1) {
          onPassed(error);
          await inTransaction(pool, passBy);
        }
        most = Math.max(1, Math.floor(most / 8));
        return { ...NOT_MINE, isMine: true, isMore: true };
      }
    },
  };
}
