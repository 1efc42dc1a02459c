import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from "nuqs";
import { BOOKED_COLUMNS } from "./rank-booked";

const VIEW = {
  by: parseAsStringLiteral(BOOKED_COLUMNS).withDefault("noShows"),
  ascending: parseAsBoolean.withDefault(false),
};

/** How the table of booked spaces is sorted; it stands in the address. */
export function useBookedView() {
  const [sort, change] = useQueryStates(VIEW, { history: "replace" });
  return { sort, changeSort: (next: Partial<typeof sort>) => void change(next) };
}
