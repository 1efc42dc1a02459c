import { Button, Switch, Table, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { coverageText, figureCell, isThin } from "@/lib/core/figure-words";
import { spacesCsv, TABLE_METRICS } from "@/lib/core/history-csv";
import type { RankedSpace, SortColumn } from "@/lib/core/rank-spaces";
import { metricWords } from "@/lib/core/space-metric-words";
import type { Text } from "@/lib/core/text";
import { CsvButton } from "./CsvButton";
import classes from "./History.module.css";
import { SortHead } from "./SortHead";
import type { ChangeView, HistoryView } from "./use-history-view";

const PAGE = 100;

interface SpacesTableProps {
  readonly rows: readonly RankedSpace[];
  readonly view: HistoryView;
  readonly onChange: ChangeView;
  /** What a saved file is called. */
  readonly fileName: string;
}

/** Every space with its figures, in any order; what was hardly seen is not ranked unless that is wanted. */
export function SpacesTable({ rows, view, onChange, fileName }: SpacesTableProps) {
  const t = useText();
  const [shown, setShown] = useState(PAGE);
  const head = (column: SortColumn, label: string, isRight = false) => {
    const [isActive, isWord] = [view.sort === column, column === "name" || column === "type"];
    return (
      <SortHead
        key={column}
        label={label}
        isRight={isRight}
        order={isActive ? (view.up ? "ascending" : "descending") : null}
        onClick={() => onChange({ sort: column, up: isActive ? !view.up : isWord })}
      />
    );
  };
  return (
    <section className={classes.card} aria-label={t("Spaces")}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{t("Spaces")}</h2>
        <span className={classes.quiet}>{rankingWords(rows, view, t)}</span>
        <Switch
          ml="auto"
          size="xs"
          label={t("Rank low coverage too")}
          checked={view.unsure}
          onChange={(event) => onChange({ unsure: event.currentTarget.checked })}
        />
        <CsvButton label={t("Save the spaces as CSV")} name={fileName} rows={() => spacesCsv(rows, t)} />
      </div>
      <div className={classes.table}>
        <Table horizontalSpacing="md" aria-label={t("Spaces")}>
          <Table.Thead>
            <Table.Tr>
              {head("name", t("Space"))}
              {head("type", t("Type"))}
              {head("capacity", t("Seats"), true)}
              {head("timeUsedPercent", metricWords("timeUsedPercent", t).name)}
              {TABLE_METRICS.slice(1).map((metric) => head(metric, metricWords(metric, t).name, true))}
              {head("coverage", t("Coverage"), true)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, shown).map((row) => (
              <Row
                key={row.space.id}
                row={row}
                onOpen={() => onChange({ spaces: row.space.id, cell: null, compare: "none", with: null })}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.length > shown && (
        <div className={classes.more}>
          <Button variant="default" size="compact-md" onClick={() => setShown(shown + PAGE)}>
            {t("Show {count} more", { count: Math.min(PAGE, rows.length - shown) })}
          </Button>
        </div>
      )}
    </section>
  );
}

function rankingWords(rows: readonly RankedSpace[], { sort, up }: HistoryView, t: Text): string {
  const unranked = rows.filter((row) => row.isUnranked).length;
  const first = sort === "timeUsedPercent" ? (up ? t("least used first") : t("most used first")) : "";
  const left = unranked > 0 ? t("{count} not ranked: seen for less than 80 % of the time", { count: unranked }) : "";
  return [first, left].filter(Boolean).join(" · ");
}

function Row({ row: { space, isUnranked }, onOpen }: { row: RankedSpace; onOpen: () => void }) {
  const t = useText();
  const { figures, coverage } = space;
  const used = figures.timeUsedPercent;
  const thin = isThin(coverage);
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton className={classes.link} onClick={onOpen}>
          {space.name}
        </UnstyledButton>
      </Table.Td>
      <Table.Td c="var(--muted)">{space.type ?? ""}</Table.Td>
      <Table.Td ta="right">{space.capacity ?? ""}</Table.Td>
      <Table.Td>
        <div className={classes.meter}>
          <div className={classes.track} data-thin={thin || undefined} aria-hidden>
            {used?.value ? <i style={{ width: `${Math.min(100, used.value)}%` }} /> : null}
          </div>
          <b>{figureCell("timeUsedPercent", used, t)}</b>
        </div>
      </Table.Td>
      {TABLE_METRICS.slice(1).map((metric) => (
        <Table.Td key={metric} ta="right">
          {figureCell(metric, figures[metric], t)}
        </Table.Td>
      ))}
      <Table.Td ta="right" className={thin ? classes.thin : classes.quiet}>
        {isUnranked ? t("{coverage} · not ranked", { coverage: coverageText(coverage) }) : coverageText(coverage)}
      </Table.Td>
    </Table.Tr>
  );
}
