import { Table } from "@mantine/core";
import { IconAlertTriangle, IconEqual, IconPencil, IconPlus } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useText } from "@/components/text/TextProvider";
import type { Outcome, ReportRow } from "@/lib/core/imports/import-report";
import type { Text } from "@/lib/core/text";
import classes from "./Imports.module.css";
import { columnWord, outcomeWord, rowWords } from "./import-words";

const ICONS: Record<Outcome, typeof IconPlus> = {
  create: IconPlus,
  update: IconPencil,
  unchanged: IconEqual,
  problem: IconAlertTriangle,
};

/** The rows of a file with what happens to each; only those in view are drawn. */
export function ReportTable({ rows }: { readonly rows: readonly ReportRow[] }) {
  const t = useText();
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 55,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={box} className={classes.box} aria-label={t("Rows of the file")} tabIndex={0}>
      <Table className={classes.table ?? ""} aria-rowcount={rows.length + 1}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Row")}</Table.Th>
            <Table.Th>{t("Space")}</Table.Th>
            <Table.Th>{t("What happens")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
          {items.map(({ index }) => {
            const row = rows[index];
            return row ? <ReportLine key={row.row} row={row} index={index} measure={virtual.measureElement} /> : null;
          })}
          {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
        </Table.Tbody>
      </Table>
    </section>
  );
}

interface ReportLineProps {
  readonly row: ReportRow;
  readonly index: number;
  readonly measure: (line: HTMLElement | null) => void;
}

function ReportLine({ row, index, measure }: ReportLineProps) {
  const t = useText();
  const { outcome, way, problems } = row;
  const Icon = ICONS[outcome];
  const parts = rowWords(row, t);
  return (
    <Table.Tr ref={measure} data-index={index} aria-rowindex={index + 2} data-outcome={outcome}>
      <Table.Td className={classes.number ?? ""}>{row.row}</Table.Td>
      <Table.Td>
        <span className={classes.name}>{way.at(-1) ?? t("Not known")}</span>
        <span className={classes.way}>{way.slice(0, -1).join(" / ")}</span>
      </Table.Td>
      <Table.Td>
        <span className={classes.outcome}>
          <Icon size={16} stroke={1.75} aria-hidden />
          <span>{outcome === "problem" ? columnsOf(problems, t) : outcomeWord(outcome, t)}</span>
        </span>
        <span className={classes.what}>{parts.join(" · ")}</span>
      </Table.Td>
    </Table.Tr>
  );
}

const columnsOf = (problems: ReportRow["problems"], t: Text) => {
  const titles = problems.flatMap(({ column }) => (column === null ? [] : [columnWord(column, t)]));
  return titles.length > 0 ? t("Problem: {columns}", { columns: [...new Set(titles)].join(t(", ")) }) : t("Problem");
};
