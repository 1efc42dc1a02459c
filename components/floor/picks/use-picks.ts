import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useEffect, useMemo, useState } from "react";

export interface Picks {
  /** Ids of spaces, in the order they were picked; of the address, so that a link shows the same. */
  readonly ids: readonly string[];
  readonly pick: (ids: readonly string[]) => void;
  /** Has somebody picked, or does a hand make ready to? What is needed for it comes then. */
  readonly isWanted: boolean;
}

/** Spaces picked on the plan, to be looked at together. */
export function usePicks(): Picks {
  const [ids, setIds] = useQueryState("picks", parseAsArrayOf(parseAsString).withDefault([]));
  const [isShifted, setShifted] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Shift") return;
      setShifted(true);
      stop.abort();
    };
    document.addEventListener("keydown", onKey, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return useMemo(
    () => ({
      ids,
      pick: (next) => void setIds(next.length > 0 ? [...next] : null),
      isWanted: isShifted || ids.length > 0,
    }),
    [ids, setIds, isShifted],
  );
}
