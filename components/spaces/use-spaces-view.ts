import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";

const VIEWS = ["tree", "types", "archived"] as const;
export type ViewName = (typeof VIEWS)[number];

const STATE = {
  view: parseAsStringLiteral(VIEWS).withDefault("tree"),
  /** The one space whose details are open. */
  space: parseAsString,
};

export interface SpacesView {
  readonly view: ViewName;
  readonly show: (view: ViewName) => void;
  readonly selected: readonly string[];
  readonly select: (ids: readonly string[]) => void;
}

/** What is shown and what is chosen; a single choice lives in the address, so a link opens it. */
export function useSpacesView(): SpacesView {
  const [{ view, space }, setState] = useQueryStates(STATE);
  const [several, setSeveral] = useState<readonly string[]>([]);
  return {
    view,
    show: (next) => void setState({ view: next, space: null }),
    selected: space === null ? several : [space],
    select: (ids) => {
      setSeveral(ids.length > 1 ? ids : []);
      void setState({ space: ids.length === 1 ? (ids[0] ?? null) : null });
    },
  };
}
