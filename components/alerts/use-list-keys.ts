import { useWindowEvent } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import type { Alert } from "@/lib/core/alert";
import { type AlertRow, rowAfter } from "./alert-rows";
import { type ListWish, wishOf } from "./list-keys";
import { planLink } from "./plan-link";
import type { Picking } from "./use-picking";
import type { Triage } from "./use-triage";

interface ListKeys {
  readonly rows: readonly AlertRow[];
  readonly activeId: string | null;
  /** What actions are about: those that are picked, else the active one. */
  readonly targets: readonly Alert[];
  readonly picking: Picking;
  readonly triage: Triage;
  readonly activate: (id: string) => void;
  readonly expand: (id: string, isOpen: boolean) => void;
  readonly open: () => void;
  readonly comment: () => void;
  readonly leave: () => void;
}

/** Where a key belongs to what has the focus: fields, menus, dialogs, and buttons for the keys that press them. */
const isElsewhere = (target: EventTarget | null, key: string): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("input:not([type=checkbox]), textarea, select, [role=menu], [role=dialog], [role=radiogroup]"))
    return true;
  return (key === "Enter" || key === " ") && target.closest("button, a, input") !== null;
};

/** The whole triage by keyboard, wherever on the page the focus is. */
export function useListKeys(keys: ListKeys): void {
  const router = useRouter();
  useWindowEvent("keydown", (event) => {
    if (event.defaultPrevented || isElsewhere(event.target, event.key)) return;
    const wish = wishOf(event);
    if (!wish) return;
    const isInList = event.target instanceof HTMLElement && event.target.closest("[role=treegrid]") !== null;
    if (!isInList && isForListOnly(event.key)) return;
    event.preventDefault();
    const active = keys.rows.find(({ alert }) => alert.id === keys.activeId) ?? null;
    grant(wish, active, keys, (path) => router.push(path));
  });
}

/** Elsewhere on the page these scroll or move on. */
const isForListOnly = (key: string) => /^(Arrow|Page|Home|End|Enter| )/.test(key);

function grant(wish: ListWish, active: AlertRow | null, keys: ListKeys, go: (path: string) => void): void {
  const { rows, activeId, targets, picking, triage } = keys;
  switch (wish.do) {
    case "move": {
      const to = rowAfter(rows, activeId, wish.step);
      if (!to) return;
      if (wish.extend && activeId !== null) {
        picking.extendTo(activeId);
        picking.extendTo(to.alert.id);
      }
      keys.activate(to.alert.id);
      return;
    }
    case "expand":
      expand(wish.open, active, keys);
      return;
    case "pick":
      if (active) picking.toggle(active.alert.id);
      return;
    case "pick-all":
      picking.all();
      return;
    case "open":
      keys.open();
      return;
    case "comment":
      keys.comment();
      return;
    case "plan": {
      const link = active && planLink(active.alert);
      if (link) go(link);
      return;
    }
    case "leave":
      keys.leave();
      return;
    case "ask":
      if (triage.mayAct && targets.length > 0) triage.ask(wish.what);
      return;
    case "act":
      void triage.act(targets, { do: wish.action });
  }
}

/** Right unfolds and goes in; left goes out and folds. */
function expand(isOpen: boolean, active: AlertRow | null, keys: ListKeys): void {
  if (!active) return;
  const { alert, isExpanded } = active;
  if (isOpen && isExpanded === false) keys.expand(alert.id, true);
  else if (isOpen && isExpanded) keys.activate(rowAfter(keys.rows, alert.id, 1)?.alert.id ?? alert.id);
  else if (!isOpen && isExpanded) keys.expand(alert.id, false);
  else if (!isOpen && alert.parentId !== null) keys.activate(alert.parentId);
}
