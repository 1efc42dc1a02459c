// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one, which a long list needs
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row
import { Skeleton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type ReactNode, useCallback, useEffect, useRef } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./AlertList.module.css";
import { AlertRowView, rowId } from "./AlertRowView";
import type { AlertRow } from "./alert-rows";
import type { Says } from "./alert-words";
import type { Picking } from "./use-picking";

interface AlertListProps {
  readonly rows: readonly AlertRow[];
  /** Rows in all, as far as known. */
  readonly total: number;
  readonly activeId: string | null;
  readonly picking: Picking;
  readonly says: Says;
  readonly isOutdated: boolean;
  readonly onActivate: (id: string) => void;
  /** The focus came by keyboard, and no row is active yet: this one is, without opening it. */
  readonly onStart: (id: string) => void;
  readonly onExpand: (id: string, isOpen: boolean) => void;
  /** Loads further down; null at the end. */
  readonly more: (() => void) | null;
  /** Below the words of the active row: what can be done about it, where there is no panel. */
  readonly actions: ReactNode;
}

const ROW_PX = 61;
const CHILD_PX = 53;
/** This many rows before the end the next page is asked for. */
const AHEAD = 20;

/** The alerts as a grid with one tab stop: the keys move inside. */
export function AlertList(props: AlertListProps) {
  const { rows, total, activeId, picking, says, isOutdated, onActivate, onStart, onExpand, more, actions } = props;
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.level === 2 ? CHILD_PX : ROW_PX),
    getItemKey: (index) => rows[index]?.alert.id ?? index,
    overscan: 8,
  });
  const at = rows.findIndex(({ alert }) => alert.id === activeId);
  const latest = useRef({ at, picking, onActivate });
  useEffect(() => {
    latest.current = { at, picking, onActivate };
  });
  // Whoever makes a row active sees it; a row that news move elsewhere takes nobody along.
  useEffect(() => {
    if (activeId !== null && latest.current.at >= 0) virtual.scrollToIndex(latest.current.at, { align: "auto" });
  }, [activeId, virtual]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) more?.();
  }, [last, rows.length, more]);

  const onClick = useCallback((row: AlertRow, event: MouseEvent) => {
    box.current?.focus();
    const now = latest.current;
    if (event.shiftKey) now.picking.extendTo(row.alert.id);
    else if (event.metaKey || event.ctrlKey) now.picking.toggle(row.alert.id);
    else now.onActivate(row.alert.id);
  }, []);
  return (
    <div
      ref={box}
      role="treegrid"
      tabIndex={0}
      aria-label={t("Alerts")}
      aria-rowcount={total}
      aria-multiselectable
      aria-activedescendant={at >= 0 ? rowId(activeId ?? "") : undefined}
      aria-busy={isOutdated}
      className={classes.list}
      data-outdated={isOutdated || undefined}
      onFocus={(event) => {
        const [first] = rows;
        if (first && at < 0 && event.target.matches(":focus-visible")) onStart(first.alert.id);
      }}
    >
      <div role="rowgroup" style={{ height: virtual.getTotalSize() }} className={classes.rows}>
        {shown.map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const isActive = row.alert.id === activeId;
          return (
            <AlertRowView
              key={key}
              ref={virtual.measureElement}
              index={index}
              top={start}
              row={row}
              isActive={isActive}
              isPicked={picking.picked.has(row.alert.id)}
              says={says}
              onClick={onClick}
              onPick={picking.toggle}
              onExpand={onExpand}
              actions={isActive ? actions : null}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The list before it is there. */
export function AlertListLoading() {
  const t = useText();
  return (
    <div role="status" className={classes.waiting} aria-label={t("Loading the alerts")}>
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <div key={key} className={classes.loading}>
          <Skeleton height={14} width="42%" />
          <Skeleton height={12} width="64%" mt={8} />
        </div>
      ))}
    </div>
  );
}
