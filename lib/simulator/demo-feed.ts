import type { BuildingDescription } from "./building";
import { DEMO_TROUBLE } from "./building";
import type { Feed } from "./butlr-feed";
import { butlrPlaces } from "./butlr-places";
import { createOccupancyModel, type OccupancyModelOptions } from "./occupancy-model";

const DEMO_SEED = "alder-house";

const MINUTE_MS = 60_000;
const SILENT_FOR_MS = 38 * MINUTE_MS;
const OPEN_HOUSE_BEGAN_MS = 30 * MINUTE_MS;
const OPEN_HOUSE_LASTS_MS = 4 * 60 * MINUTE_MS;

/** The demo building as Butlr reports it, when somebody first looks at it at `openedAt`: alive, and with its troubles. */
export function demoFeed(description: BuildingDescription, openedAt: number): Feed {
  const from = openedAt - OPEN_HOUSE_BEGAN_MS;
  const options: OccupancyModelOptions = {
    description,
    seed: DEMO_SEED,
    openHouse: { from, to: from + OPEN_HOUSE_LASTS_MS },
  };
  const modelled = createOccupancyModel(options);
  const silentSince = openedAt - SILENT_FOR_MS;
  const isSilent = (spaceId: string, at: number) =>
    at >= silentSince && DEMO_TROUBLE.wentSilent.some((id) => id === spaceId);
  return {
    places: butlrPlaces(description),
    countAt: (spaceId, at) => (isSilent(spaceId, at) ? null : modelled(spaceId, at)),
    measured: false,
  };
}

/** The same building living `speed` times as fast; the moments it reports stay real. */
export function sped(feed: Feed, startedAt: number, speed: number): Feed {
  return { ...feed, countAt: (spaceId, at) => feed.countAt(spaceId, startedAt + (at - startedAt) * speed) };
}
