import { MINUTE_MS } from "./minutes";
import { seededRandom } from "./seeded-random";
import type { World } from "./world";

/** °C, %RH and ppm. */
export interface Air {
  readonly temperature: number;
  readonly humidity: number;
  readonly co2: number;
}

const LOOKS_BACK = 12;
const STEP_MS = 10 * MINUTE_MS;
/** What is left of breath and warmth after another ten minutes of ventilation. */
const STAYS = 0.75;
const OUTDOOR_PPM = 425;
/** A room as full as it may be ends at some 1,300 ppm and two degrees warmer. */
const PPM_OF_FULL = 220;
const DEGREES_OF_FULL = 0.5;
const HUMIDITY_OF_FULL = 1.2;
const SEA_LEVEL_PA = 101_325;
const WEATHER_MS = 4.3 * 86_400_000;

/** The air of a space follows who was in it during the last two hours. */
export function airIn({ spaces, clock, countAt }: World, spaceId: string, at: number): Air {
  const capacity = Math.max(1, spaces.get(spaceId)?.capacity ?? 1);
  const load = Array.from({ length: LOOKS_BACK }, (_, n) => countAt(spaceId, at - n * STEP_MS) / capacity).reduce(
    (sum, share, n) => sum + share * STAYS ** n,
    0,
  );
  const noise = (what: string) => seededRandom(what, spaceId, Math.floor(at / MINUTE_MS)) - 0.5;
  const daylight = Math.max(0, Math.sin(((clock(at).minute - 420) / 720) * Math.PI));
  return {
    temperature: 20.4 + 0.8 * daylight + DEGREES_OF_FULL * load + 0.2 * noise("temperature"),
    humidity: 37 + 4 * Math.sin(at / WEATHER_MS) + HUMIDITY_OF_FULL * load + noise("humidity"),
    co2: OUTDOOR_PPM + PPM_OF_FULL * load + 24 * noise("co2"),
  };
}

/** Outside and in every room, Pa. */
export function airPressure(at: number): number {
  const weather = 900 * Math.sin((2 * Math.PI * at) / WEATHER_MS);
  return Math.round(SEA_LEVEL_PA + weather + 20 * seededRandom("pressure", Math.floor(at / MINUTE_MS)));
}
