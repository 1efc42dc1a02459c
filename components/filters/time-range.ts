/** A stretch of time as it was chosen; `span` has its own ends, null where it has none. */
export interface TimeRange {
  readonly range: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Ends in the wrong order show nothing. */
export const isInOrder = ({ range, from, to }: TimeRange): boolean =>
  range !== "span" || from === null || to === null || from < to;
