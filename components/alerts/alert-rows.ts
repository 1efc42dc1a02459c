import type { Alert } from "@/lib/core/alert";

/** One line of the list. */
export interface AlertRow {
  readonly alert: Alert;
  readonly level: 1 | 2;
  /** Null when nothing belongs to it. */
  readonly isExpanded: boolean | null;
}

/** The list with what belongs to the opened incidents below them. */
export function alertRows(
  alerts: readonly Alert[],
  expanded: ReadonlySet<string>,
  childrenOf: (id: string) => readonly Alert[] | null,
): AlertRow[] {
  return alerts.flatMap((alert): AlertRow[] => {
    if (alert.children === 0) return [{ alert, level: 1, isExpanded: null }];
    const isExpanded = expanded.has(alert.id);
    const below = isExpanded ? (childrenOf(alert.id) ?? []) : [];
    return [
      { alert, level: 1, isExpanded },
      ...below.map((child): AlertRow => ({ alert: child, level: 2, isExpanded: null })),
    ];
  });
}

/** Ids from one row to another, both included, in either direction; only the second when the first is gone. */
export function idsBetween(rows: readonly AlertRow[], fromId: string | null, toId: string): string[] {
  const to = rows.findIndex(({ alert }) => alert.id === toId);
  const from = rows.findIndex(({ alert }) => alert.id === fromId);
  if (to < 0) return [];
  if (from < 0) return [toId];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ alert }) => alert.id);
}

/** The row `step` further, stopping at the ends; the first when there is none yet. */
export function rowAfter(rows: readonly AlertRow[], id: string | null, step: number): AlertRow | null {
  const at = rows.findIndex(({ alert }) => alert.id === id);
  const to = at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step));
  return rows[to] ?? null;
}

/** Where to look once these are gone: the first one after them, else the last one before. */
export function rowInstead(rows: readonly AlertRow[], gone: ReadonlySet<string>): string | null {
  const stays = ({ alert }: AlertRow) => !(gone.has(alert.id) || (alert.parentId !== null && gone.has(alert.parentId)));
  const last = rows.findLastIndex(({ alert }) => gone.has(alert.id));
  const next = rows.slice(last + 1).find(stays) ?? rows.slice(0, last + 1).findLast(stays);
  return next?.alert.id ?? null;
}
