import { airUnit, keptValue, shownValue } from "./environment";
import { METRICS } from "./metric";
import type { Text } from "./text";

/** A unit as its reader has it, with the way from and to values as they are kept. */
export interface ReaderUnit {
  /** "" where a number says enough. */
  readonly unit: string;
  readonly shown: (kept: number) => number;
  readonly kept: (shown: number) => number;
}

const same = (value: number) => value;

/** Temperatures in the unit the reader has chosen, people without a word, everything else as it is measured. */
export function readerUnit(unit: string, t: Text): ReaderUnit {
  if (unit === METRICS.occupancy.unit) return { unit: "", shown: same, kept: same };
  if (unit !== METRICS.temperature.unit || t.temperature === "celsius") return { unit, shown: same, kept: same };
  return {
    unit: airUnit("temperature", t),
    shown: (kept) => shownValue("temperature", kept, t),
    kept: (shown) => keptValue("temperature", shown, t),
  };
}
