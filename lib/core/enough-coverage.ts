/** Below this coverage (0–1) a figure is shown hatched and left out of rankings. */
export const ENOUGH_COVERAGE = 0.8;
