import type { Span } from "./planned-post";

export const MINUTE_MS = 60_000;

/** The starts of the whole minutes of a span. */
export function* minutesOf({ from, to }: Span): Generator<number> {
  for (let minute = Math.ceil(from / MINUTE_MS) * MINUTE_MS; minute < to; minute += MINUTE_MS) yield minute;
}
