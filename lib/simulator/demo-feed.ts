import { type BuildingDescription, DEMO_TROUBLE } from "./building";
import type { ButlrCounts } from "./butlr-feed";
import { butlrPlaces } from "./butlr-places";
import { butlrSensors } from "./butlr-sensors";
import { type DisruptiveFeed, disruptiveFeed } from "./disruptive-feed";
import { localClock } from "./local-clock";
import { MINUTE_MS } from "./minutes";
import { type CountAt, createOccupancyModel } from "./occupancy-model";
import type { Feed } from "./planned-post";
import { createWorld, type Outages } from "./world";
import { zoomFeed } from "./zoom-feed";

const DEMO_SEED = "alder-house";

const SILENT_FOR_MS = 38 * MINUTE_MS;
const OPEN_HOUSE_BEGAN_MS = 30 * MINUTE_MS;
const OPEN_HOUSE_LASTS_MS = 4 * 60 * MINUTE_MS;

export interface DemoOptions {
  /** The people live this much faster; the moments that are reported stay real. */
  readonly speed?: number;
  /** Who else cannot be heard, and when. */
  readonly isOut?: Outages;
}

/** The demo building as each vendor reports it. */
export interface DemoFeeds {
  readonly counts: ButlrCounts;
  readonly butlrSensors: Feed;
  readonly disruptive: DisruptiveFeed;
  readonly zoom: Feed;
}

/** The building when somebody first looks at it at `openedAt` (a whole minute, ms): alive, and with its troubles. */
export function demoFeeds(description: BuildingDescription, openedAt: number, options: DemoOptions = {}): DemoFeeds {
  const { speed = 1, isOut = () => false } = options;
  const troubles = demoOutages(description, openedAt);
  const people = sped(demoPeople(description, openedAt), openedAt, speed);
  const world = createWorld(description, people, (sender, at) => troubles(sender, at) || isOut(sender, at));
  const countAt: CountAt = (id, at) => (world.isOut(`butlr/${id}`, at) ? null : world.countAt(id, at));
  return {
    counts: { places: butlrPlaces(description), countAt, measured: false },
    butlrSensors: butlrSensors(world),
    disruptive: disruptiveFeed(world),
    zoom: zoomFeed(world, openedAt),
  };
}

function demoPeople(description: BuildingDescription, openedAt: number): CountAt {
  const from = openedAt - OPEN_HOUSE_BEGAN_MS;
  const openHouse = { from, to: from + OPEN_HOUSE_LASTS_MS };
  return createOccupancyModel({ description, seed: DEMO_SEED, openHouse });
}

/** The same people `speed` times as fast. */
export function sped(countAt: CountAt, startedAt: number, speed: number): CountAt {
  return (spaceId, at) => countAt(spaceId, startedAt + (at - startedAt) * speed);
}

/** Senders that are away for a while of every day, by minutes of the site's day. */
const DAILY_OUTAGES: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ["disruptive/deskOccupancy/l1-desk-n07", [13 * 60, 13 * 60 + 40]],
  ["disruptive/humidity/lounge", [5 * 60, 7 * 60]],
  ["zoom/birch", [13 * 60 + 10, 13 * 60 + 25]],
]);

/** Some are away every day; one sensor of Butlr's has been silent since a while before anybody looked. */
function demoOutages({ site }: BuildingDescription, openedAt: number): Outages {
  const clock = localClock(site.timeZone);
  const silent = new Set(DEMO_TROUBLE.wentSilent.map((id) => `butlr/${id}`));
  return (sender, at) => {
    if (silent.has(sender)) return at >= openedAt - SILENT_FOR_MS;
    const away = DAILY_OUTAGES.get(sender);
    if (!away) return false;
    const [from, to] = away;
    const { minute } = clock(at);
    return from <= minute && minute < to;
  };
}
