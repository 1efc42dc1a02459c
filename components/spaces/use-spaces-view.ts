import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";

const VIEWS = ["tree", "types", "archived"] as const;
export type ViewName = (typeof VIEWS)[number];

/** An address has an end. */
const MOST_IN_ADDRESS = 100;

const STATE = {
  view: parseAsStringLiteral(VIEWS).withDefault("tree"),
  /** Those that are chosen: of one its details are open. */
  space: parseAsArrayOf(parseAsString),
};

export interface SpacesView {
  readonly view: ViewName;
  readonly show: (view: ViewName) => void;
  readonly selected: readonly string[];
  readonly select: (ids: readonly string[]) => void;
}

/** What is shown and what is chosen; what is chosen lives in the address, so a link opens it. */
export function useSpacesView(): SpacesView {
  const [{ view, space }, setState] = useQueryStates(STATE);
  const [several, setSeveral] = useState<readonly string[]>([]);
  return {
    view,
    show: (next) => void setState({ view: next, space: null }),
    selected: space ?? several,
    select: (ids) => {
      const isShort = ids.length > 0 && ids.length <= MOST_IN_ADDRESS;
      setSeveral(isShort ? [] : ids);
      void setState({ space: isShort ? [...ids] : null });
    },
  };
}
