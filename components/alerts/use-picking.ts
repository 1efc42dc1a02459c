import { useCallback, useMemo, useState } from "react";
import { type AlertRow, idsBetween } from "./alert-rows";

/** Which rows are chosen for something that is done to many. */
export interface Picking {
  readonly picked: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  /** From the last chosen one to this one. */
  readonly extendTo: (id: string) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Rows that went away are not chosen any more. */
export function usePicking(rows: readonly AlertRow[]): Picking {
  const [chosen, setChosen] = useState(NONE);
  const [anchor, setAnchor] = useState<string | null>(null);
  const picked = useMemo(() => {
    const there = new Set(rows.map(({ alert }) => alert.id));
    return chosen.size === 0 ? NONE : new Set([...chosen].filter((id) => there.has(id)));
  }, [chosen, rows]);
  const toggle = useCallback((id: string) => {
    setAnchor(id);
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  }, []);
  return {
    picked,
    toggle,
    extendTo: (id) => {
      if (anchor === null) setAnchor(id);
      setChosen((before) => new Set([...before, ...idsBetween(rows, anchor, id)]));
    },
    all: () => setChosen(new Set(rows.map(({ alert }) => alert.id))),
    clear: useCallback(() => setChosen(NONE), []),
  };
}
