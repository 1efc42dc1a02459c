import type { SecondFactorRule } from "./second-factor-rule";

/** What is set for the whole installation, by name. What is absent was never set. */
export interface Settings {
  /** A made-up building posted here, and may again. */
  readonly simulated: boolean;
  /** Of whom a second factor is asked. */
  readonly secondFactor: SecondFactorRule;
}
export type SettingName = keyof Settings;
