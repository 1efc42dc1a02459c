import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryState,
  useQueryStates,
} from "nuqs";
import { useCallback } from "react";
import { SPACE_STATES, type SpaceStateName } from "@/lib/core/space-state";
import type { FloorWish } from "./floor-filter";
import { PILL_GROUPS, type PillChoice } from "./floor-pills";
import { FLOOR_SHOWS, type FloorShow } from "./views/floor-shows";

export interface FloorView {
  readonly selectedId: string | null;
  readonly open: (id: string) => void;
  readonly close: () => void;
  readonly choice: PillChoice;
  readonly choose: (choice: PillChoice) => void;
  readonly show: FloorShow;
  readonly showAs: (show: FloorShow) => void;
  /** The one line of the legend that is shown in full; null shows all. */
  readonly only: string | null;
  readonly showOnly: (key: string | null) => void;
  readonly wish: FloorWish;
  readonly wishFor: (wish: Partial<FloorWish>) => void;
  /** Null: a floor that has a plan shows it, another its cards. */
  readonly layout: FloorLayout | null;
  readonly lay: (layout: FloorLayout) => void;
}

const FLOOR_LAYOUTS = ["plan", "cards", "table"] as const;
export type FloorLayout = (typeof FLOOR_LAYOUTS)[number];

const MOST_SEATS = 10_000;
const isState = (key: string | null): key is SpaceStateName => SPACE_STATES.some((state) => state === key);

/** What is opened and what is filtered: all of it lives in the address, so a link shows the same view. */
export function useFloorView(): FloorView {
  const [selectedId, setSelectedId] = useQueryState("space", parseAsString.withOptions({ history: "push" }));
  const [choice, setChoice] = useQueryStates({
    state: parseAsStringLiteral(SPACE_STATES),
    group: parseAsStringLiteral(PILL_GROUPS),
  });
  const [{ show, band }, setShow] = useQueryStates({
    show: parseAsStringLiteral(FLOOR_SHOWS).withDefault("occupancy"),
    band: parseAsString,
  });
  const [layout, setLayout] = useQueryState("view", parseAsStringLiteral(FLOOR_LAYOUTS));
  const wishes = useWish();
  const isOccupancy = show === "occupancy";
  return {
    selectedId,
    open: useCallback((id: string) => void setSelectedId(id), [setSelectedId]),
    close: useCallback(() => void setSelectedId(null), [setSelectedId]),
    choice,
    choose: useCallback((next: PillChoice) => void setChoice(next), [setChoice]),
    show,
    showAs: useCallback((next: FloorShow) => void setShow({ show: next, band: null }), [setShow]),
    only: isOccupancy ? choice.state : band,
    showOnly: (key) =>
      void (isOccupancy ? setChoice({ state: isState(key) ? key : null, group: null }) : setShow({ band: key })),
    ...wishes,
    layout,
    lay: useCallback((next: FloorLayout) => void setLayout(next), [setLayout]),
  };
}

function useWish(): Pick<FloorView, "wish" | "wishFor"> {
  const [wish, setWish] = useQueryStates({
    kind: parseAsStringLiteral(["room", "zone", "desk"]),
    type: parseAsString,
    tags: parseAsArrayOf(parseAsString).withDefault([]),
    seats: parseAsInteger.withDefault(0),
    find: parseAsBoolean.withDefault(false),
  });
  return {
    wish: { ...wish, seats: Math.min(Math.max(0, wish.seats), MOST_SEATS) },
    wishFor: useCallback((next: Partial<FloorWish>) => void setWish(next), [setWish]),
  };
}
