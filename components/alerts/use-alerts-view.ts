import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { ALERT_SEVERITIES } from "@/lib/core/alert";
import { VENDORS } from "@/lib/core/observation";
import { type AlertChoice, KIND_GROUP_NAMES, VIEW_NAMES } from "./alert-views";

const list = <T extends string>(values: readonly T[]) => parseAsArrayOf(parseAsStringLiteral(values)).withDefault([]);
const ids = parseAsArrayOf(parseAsString).withDefault([]);

const CHOICE = {
  view: parseAsStringLiteral(VIEW_NAMES).withDefault("needs"),
  severity: list(ALERT_SEVERITIES),
  kind: list(KIND_GROUP_NAMES),
  site: ids,
  floor: ids,
  space: parseAsString,
  vendor: list(VENDORS),
  assignee: ids,
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(["impact", "newest"] as const).withDefault("impact"),
};

export interface AlertsView {
  readonly choice: AlertChoice;
  readonly choose: (change: Partial<AlertChoice>) => void;
  /** Leaves the view and its order, takes the rest back. */
  readonly clear: () => void;
  /** The alert that is open. */
  readonly openId: string | null;
  readonly open: (id: string | null) => void;
  /** The query that leads here again, without the alert that is open. */
  readonly search: string;
  /** Goes to such a query. */
  readonly goTo: (search: string) => void;
}

const NOTHING_NARROWED = {
  severity: null,
  kind: null,
  site: null,
  floor: null,
  space: null,
  vendor: null,
  assignee: null,
  q: null,
};

/** What is looked at and what is opened: both live in the address, so a link shows the same. */
export function useAlertsView(): AlertsView {
  const [choice, setChoice] = useQueryStates(CHOICE);
  const [openId, setOpenId] = useQueryState("alert", parseAsString);
  return {
    choice,
    choose: useCallback((change) => void setChoice(change), [setChoice]),
    clear: useCallback(() => void setChoice(NOTHING_NARROWED), [setChoice]),
    openId,
    open: useCallback((id) => void setOpenId(id), [setOpenId]),
    search: useMemo(() => searchOf(choice), [choice]),
    goTo: useCallback((search) => void setChoice(choiceOf(search)), [setChoice]),
  };
}

const searchOf = (choice: AlertChoice): string =>
  Object.entries(CHOICE)
    .flatMap(([name, parser]) => {
      const value = choice[name as keyof AlertChoice];
      const isDefault =
        value === null || ("defaultValue" in parser && parser.eq(value as never, parser.defaultValue as never));
      return isDefault ? [] : [`${name}=${encodeURIComponent(parser.serialize(value as never))}`];
    })
    .join("&");

/** Every part of it, so that what is not named goes back to its default. */
function choiceOf(search: string) {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    Object.entries(CHOICE).map(([name, parser]) => {
      const text = query.get(name);
      return [name, text === null ? null : parser.parse(text)];
    }),
  );
}
