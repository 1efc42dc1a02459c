import { Button, Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { CsvButton } from "@/components/history/CsvButton";
import { coverageText, minutesText } from "@/components/history/figure-words";
import classes from "@/components/history/History.module.css";
import { useHistoryView } from "@/components/history/use-history-view";
import { useText } from "@/components/text/TextProvider";
import type { BookedSpace } from "@/lib/core/booked/booked-history";
import { bookedSpacesCsv } from "./booked-csv";
import { judged, percentOf, percentText } from "./booked-words";
import { type BookedColumn, type RankedBooked, rankBooked } from "./rank-booked";
import { type BookedSort, type ChangeBookedSort, useBookedView } from "./use-booked-view";

const PAGE = 100;

interface BookedTableProps {
  readonly items: readonly BookedSpace[];
  readonly fileName: string;
}

/** Every space that can be booked, in any order; what was hardly seen while it was booked stands below. */
export function BookedTable({ items, fileName }: BookedTableProps) {
  const t = useText();
  const { change } = useHistoryView();
  const { sort, changeSort } = useBookedView();
  const [shown, setShown] = useState(PAGE);
  const rows = rankBooked(items, sort.by, sort.ascending);
  const head = (column: BookedColumn, label: string) => (
    <Head column={column} label={label} sort={sort} onChange={changeSort} />
  );
  return (
    <section className={classes.card} aria-label={t("Spaces")}>
      <div className={classes.cardHead} style={{ justifyContent: "space-between" }}>
        <h2 className={classes.cardTitle}>{t("Spaces")}</h2>
        <CsvButton label={t("Save the spaces as CSV")} name={fileName} rows={() => bookedSpacesCsv(rows, t)} />
      </div>
      <div className={classes.table}>
        <Table horizontalSpacing="md" aria-label={t("Spaces")}>
          <Table.Thead>
            <Table.Tr>
              {head("name", t("Space"))}
              {head("bookings", t("Bookings"))}
              {head("noShows", t("No-shows"))}
              {head("ghost", t("Lost to no-shows"))}
              {head("bookedUsed", t("Booked and used"))}
              {head("bookedEmpty", t("Booked and empty"))}
              {head("openUsed", t("Used without booking"))}
              {head("recovered", t("Given back"))}
              {head("coverage", t("Coverage of booked time"))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, shown).map((row) => (
              <Row key={row.space.id} row={row} onOpen={() => change({ spaces: row.space.id })} />
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

interface HeadProps {
  readonly column: BookedColumn;
  readonly label: string;
  readonly sort: BookedSort;
  readonly onChange: ChangeBookedSort;
}

function Head({ column, label, sort, onChange }: HeadProps) {
  const isActive = sort.by === column;
  const isWord = column === "name";
  const Arrow = sort.ascending ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th
      scope="col"
      {...(isWord ? {} : { ta: "right" })}
      aria-sort={isActive ? (sort.ascending ? "ascending" : "descending") : "none"}
    >
      <UnstyledButton
        className={classes.sort}
        data-active={isActive || undefined}
        onClick={() => onChange({ by: column, ascending: isActive ? !sort.ascending : isWord })}
      >
        {label}
        {isActive && <Arrow size={13} stroke={2} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
  );
}

function Row({ row: { space, isUnranked }, onOpen }: { row: RankedBooked; onOpen: () => void }) {
  const t = useText();
  const percent = percentOf(space.noShows, judged(space));
  const coverage = space.bookings === 0 ? "–" : coverageText(space.bookedCoverage);
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton className={classes.link} onClick={onOpen}>
          {space.name}
        </UnstyledButton>
      </Table.Td>
      <Table.Td ta="right">{space.bookings}</Table.Td>
      <Table.Td ta="right">
        <b>{space.noShows}</b>
        {percent !== null && <span className={classes.quiet}> · {percentText(percent)}</span>}
      </Table.Td>
      {([space.ghost, space.bookedUsed, space.bookedEmpty, space.openUsed, space.recovered] as const).map(
        (minutes, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
          <Table.Td key={i} ta="right">
            {minutesText(minutes, t)}
          </Table.Td>
        ),
      )}
      <Table.Td ta="right" className={isUnranked ? classes.thin : classes.quiet}>
        {isUnranked ? t("{coverage} · not ranked", { coverage }) : coverage}
      </Table.Td>
    </Table.Tr>
  );
}
