import type { SecondFactorRule } from "./second-factor-rule";
import type { CleanUp, Retention } from "./storage";

/** What is set for the whole installation, by name. What is absent was never set. */
export interface Settings {
  /** A made-up building posted here, and may again. */
  readonly simulated: boolean;
  /** Up to which moment (ms) the hours of all spaces were closed, which marks them for their rollups. */
  readonly rollupsClosedUntil: number;
  /** Readings from before this moment (ms) may be gone: rollups of that time stay as they are. */
  readonly readingsFrom: number;
  readonly retention: Retention;
  /** The last clean-up. */
  readonly cleanUp: CleanUp;
  /** Of whom a second factor is asked. */
  readonly secondFactor: SecondFactorRule;
}
export type SettingName = keyof Settings;
