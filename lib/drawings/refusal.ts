/** A file we will not show; the message says why, to the person who sent it. */
export class Refusal extends Error {}

/** Pixels of a picture, of an upload or inside of one. */
export const MOST_PIXELS = 40_000_000;

/** px: no side of what browsers are shown is longer. */
export const LONGEST_SIDE = 4_096;

/** What browsers are shown of an upload. */
export interface Shown {
  readonly type: "image/png" | "image/jpeg" | "image/svg+xml";
  readonly bytes: Uint8Array;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** How many pages the file has; null where files have none. */
  readonly pages: number | null;
}
