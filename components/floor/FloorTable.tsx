import { Table } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconDownload } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { PaintMark } from "@/components/state/PaintMark";
import { SeverityIcon } from "@/components/state/SeverityIcon";
import { useText } from "@/components/text/TextProvider";
import { downloadText } from "@/lib/client/download-text";
import type { CardView } from "./card-view";
import type { DrawnSpace } from "./drawn-space";
import classes from "./FloorTable.module.css";
import {
  cellText,
  type FloorRow,
  type Sort,
  sortedRows,
  type TableColumn,
  tableColumns,
  tableCsv,
  tableRows,
} from "./floor-table";

interface FloorTableProps {
  readonly floorName: string;
  readonly drawn: readonly DrawnSpace[];
  readonly view: CardView;
  /** The view's name, over the column of what is so now. */
  readonly showName: string;
  readonly now: number;
}

const ROW_PX = 41;

/** Every space that is looked for, as a table that sorts; only the rows in view are drawn. */
export function FloorTable({ floorName, drawn, view, showName, now }: FloorTableProps) {
  const t = useText();
  const box = useRef<HTMLElement>(null);
  const [{ sort, isDescending }, setOrder] = useState<{ sort: Sort; isDescending: boolean }>({
    sort: "name",
    isDescending: false,
  });
  const columns = tableColumns(showName, t);
  const asked = drawn.filter((one) => !view.isDimmed(one));
  const rows = sortedRows(tableRows(asked, now, t), sort, isDescending);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    initialRect: { width: 1000, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <div className={classes.tools}>
        <p role="status">
          {t("{shown, plural, one {# space} other {# spaces}} of {all}", { shown: rows.length, all: drawn.length })}
        </p>
        <button type="button" onClick={() => downloadText(tableCsv(columns, rows, t), `${floorName}.csv`, "text/csv")}>
          <IconDownload size={16} stroke={1.75} aria-hidden /> {t("CSV")}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={box} className={classes.box} aria-label={t("Spaces of {floor}", { floor: floorName })} tabIndex={0}>
        <Table className={classes.table ?? ""} aria-rowcount={rows.length + 1}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  order={sort === column.key ? (isDescending ? "descending" : "ascending") : undefined}
                  onSort={() => setOrder({ sort: column.key, isDescending: sort === column.key && !isDescending })}
                />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
            {items.map(({ index }) => {
              const row = rows[index];
              return row ? (
                <Line key={row.drawn.space.id} row={row} index={index} columns={columns} view={view} />
              ) : null;
            })}
            {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
          </Table.Tbody>
        </Table>
        {rows.length === 0 ? <p className={classes.empty}>{t("Nothing here now. The floor has others.")}</p> : null}
      </section>
    </>
  );
}

interface HeadProps {
  readonly column: TableColumn;
  readonly order: "ascending" | "descending" | undefined;
  readonly onSort: () => void;
}

function Head({ column: { title, isNumber }, order, onSort }: HeadProps) {
  const Arrow = order === "descending" ? IconChevronDown : IconChevronUp;
  return (
    <Table.Th aria-sort={order} data-number={isNumber || undefined}>
      <button type="button" className={classes.sort} onClick={onSort}>
        {title}
        {order ? <Arrow size={14} stroke={2} aria-hidden /> : null}
      </button>
    </Table.Th>
  );
}

interface LineProps {
  readonly row: FloorRow;
  readonly index: number;
  readonly columns: readonly TableColumn[];
  readonly view: CardView;
}

function Line({ row, index, columns, view }: LineProps) {
  const t = useText();
  const { space, look } = row.drawn;
  return (
    <Table.Tr aria-rowindex={index + 2} data-selected={view.selectedId === space.id || undefined}>
      {columns.map(({ key, isNumber }) => (
        <Table.Td key={key} data-number={isNumber || undefined}>
          {key === "name" ? (
            <button
              type="button"
              className={classes.name}
              data-space={space.id}
              data-state={look.key}
              aria-label={look.sentence}
              aria-pressed={view.selectedId === space.id}
              onClick={() => view.onOpen(space.id)}
            >
              {space.name}
              {look.trouble ? <SeverityIcon severity={look.trouble.severity} /> : null}
            </button>
          ) : key === "now" ? (
            <span className={classes.now}>
              <PaintMark paint={look.paint} icon={look.icon} />
              <span>
                {look.headline} <span className={classes.detail}>{look.detail}</span>
              </span>
            </span>
          ) : (
            cellText(row, key, t) || <span className={classes.detail}>–</span>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
