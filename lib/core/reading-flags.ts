/** Bits of `reading.flags`. */
export const READING_FLAGS = {
  /** The vendor itself was not sure. */
  uncertain: 1,
  /** Measured between two reports or caught up on later: history, never "now". */
  filledIn: 2,
} as const;
