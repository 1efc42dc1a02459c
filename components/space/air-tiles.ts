import { AIR_NAMES, bandWord } from "@/components/air/air-words";
import { ageWords, clockTime, type Moment } from "@/components/state/state-words";
import { vendorName } from "@/components/vendors/vendor-name";
import type { AirLimits } from "@/lib/core/air-limits";
import { type AirBand, type AirMetric, type AirReading, airFigure, airOf, airUnit } from "@/lib/core/environment";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { Text } from "@/lib/core/text";
import { sourceWords } from "./source-words";

export interface AirTile {
  readonly metric: AirMetric;
  readonly name: string;
  readonly figure: string;
  readonly unit: string;
  /** Null where nothing says what is good, and when the value is too old. */
  readonly band: { readonly name: AirBand; readonly word: string } | null;
  readonly age: string;
  readonly isFresh: boolean;
  /** Who measured it, and when. */
  readonly source: string;
}

/** The air of a space, a tile for each thing that was ever measured in it. */
export function airTiles(space: SpaceSnapshot, moment: Moment, limits: AirLimits | undefined, t: Text): AirTile[] {
  return airOf(space, moment.now, limits).map((reading) => ({
    metric: reading.metric,
    name: t(AIR_NAMES[reading.metric]),
    figure: airFigure(reading.metric, reading.value, t),
    unit: airUnit(reading.metric, t),
    band: reading.band && { name: reading.band, word: t(bandWord(reading.metric, reading.band)) },
    age: ageWords(reading.ageMs, t),
    isFresh: reading.isFresh,
    source: measuredBy(space, reading, moment, t),
  }));
}

function measuredBy(space: SpaceSnapshot, reading: AirReading, { now, timeZone }: Moment, t: Text): string {
  const source = space.sources.find((one) => one.id === reading.source);
  const who = source ? sourceWords(source, space, t, vendorName) : t("A former source");
  return t("{who}, measured {time}", { who, time: clockTime(Date.parse(reading.observedAt), timeZone, now, t) });
}
