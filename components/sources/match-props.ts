import type { Places } from "@/lib/core/places";
import type { Source } from "@/lib/core/source";

/** One that waits, and everything about where it may stand. */
export interface MatchPaneProps {
  readonly source: Source;
  /** Everything that waits: their suggestions stand on the plan, too. */
  readonly items: readonly Source[];
  /** Null until it is there. */
  readonly places: Places | null;
  readonly now: number;
  readonly isBusy: boolean;
  readonly onMap: (source: Source, spaceId: string, name: string) => void;
  readonly onIgnore: (source: Source) => void;
  readonly onSelect: (id: string) => void;
}
