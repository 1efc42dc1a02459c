import type { Source } from "@/lib/core/source";

/** What can be done with a row that waits. */
export interface WaitingActions {
  readonly onSelect: (id: string) => void;
  readonly onAccept: (source: Source) => void;
  readonly onIgnore: (source: Source) => void;
}

/** What is dragged onto a plan: the id of a source. */
export const DRAGGED_SOURCE = "application/x-occupancy-source";
