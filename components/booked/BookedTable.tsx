import { Button, Table, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { CsvButton } from "@/components/history/CsvButton";
import classes from "@/components/history/History.module.css";
import { SortHead } from "@/components/history/SortHead";
import { useHistoryView } from "@/components/history/use-history-view";
import { useText } from "@/components/text/TextProvider";
import type { BookedSpace } from "@/lib/core/booked/booked-history";
import { coverageText, minutesText } from "@/lib/core/figure-words";
import { bookedSpacesCsv } from "./booked-csv";
import { judged, percentOf, percentText } from "./booked-words";
import { type BookedColumn, type RankedBooked, rankBooked } from "./rank-booked";
import { useBookedView } from "./use-booked-view";

const PAGE = 100;
const MINUTES = ["ghost", "bookedUsed", "bookedEmpty", "openUsed", "recovered"] as const;

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
  const head = (column: BookedColumn, label: string) => {
    const [isActive, isWord] = [sort.by === column, column === "name"];
    return (
      <SortHead
        label={label}
        isRight={!isWord}
        order={isActive ? (sort.ascending ? "ascending" : "descending") : null}
        onClick={() => changeSort({ by: column, ascending: isActive ? !sort.ascending : isWord })}
      />
    );
  };
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
      {MINUTES.map((column) => (
        <Table.Td key={column} ta="right">
          {minutesText(space[column], t)}
        </Table.Td>
      ))}
      <Table.Td ta="right" className={isUnranked ? classes.thin : classes.quiet}>
        {isUnranked ? t("{coverage} · not ranked", { coverage }) : coverage}
      </Table.Td>
    </Table.Tr>
  );
}
