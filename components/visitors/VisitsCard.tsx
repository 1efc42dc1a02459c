import { Switch, Table } from "@mantine/core";
import { CsvButton } from "@/components/history/CsvButton";
import classes from "@/components/history/History.module.css";
import { useText } from "@/components/text/TextProvider";
import type { DayVisit, VisitorDay } from "@/lib/core/visitor-day";
import styles from "./Visitors.module.css";
import { clockAt, inOrder, statusWords, visitsCsv } from "./visitor-words";

interface VisitsCardProps {
  readonly day: VisitorDay;
  /** Names are shown; null for who may not see them. */
  readonly named: boolean | null;
  readonly onNamed: (named: boolean) => void;
}

/** Every visit of the day. Names only for those who may and want to see them. */
export function VisitsCard({ day, named, onNamed }: VisitsCardProps) {
  const t = useText();
  const rows = inOrder(day.visits);
  const hasNames = named === true;
  const isKept = rows.length === 0 || rows.some(({ visitor }) => visitor !== null);
  return (
    <section className={classes.card} aria-label={t("Visits")}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{t("Visits")}</h2>
        <span className={classes.quiet}>{nameWords(named, isKept, t)}</span>
        <span className={styles.push}>
          {named !== null && (
            <Switch
              size="xs"
              label={t("Names")}
              checked={named}
              onChange={(event) => onNamed(event.currentTarget.checked)}
            />
          )}
          <CsvButton
            label={t("Save the visits as CSV")}
            name={t("Visitors {date}", { date: day.date })}
            rows={() => visitsCsv(day, hasNames, t)}
          />
        </span>
      </div>
      {rows.length === 0 ? (
        <p className={classes.empty}>{t("No visitor is known of this day.")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <div className={classes.table} tabIndex={0}>
          <Table horizontalSpacing="md" aria-label={t("Visits")}>
            <Table.Thead>
              <Table.Tr>
                {hasNames && <Table.Th scope="col">{t("Visitor")}</Table.Th>}
                {hasNames && <Table.Th scope="col">{t("Host")}</Table.Th>}
                <Table.Th scope="col">{t("Status")}</Table.Th>
                <Table.Th scope="col">{t("Expected")}</Table.Th>
                <Table.Th scope="col">{t("Checked in")}</Table.Th>
                <Table.Th scope="col">{t("Checked out")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((visit) => (
                <Row key={visit.key} visit={visit} day={day} hasNames={hasNames} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {day.total > rows.length && (
        <p className={classes.more}>
          {t("{count, plural, one {# visit more is} other {# visits more are}} not listed.", {
            count: day.total - rows.length,
          })}
        </p>
      )}
    </section>
  );
}

function nameWords(named: boolean | null, isKept: boolean, t: ReturnType<typeof useText>): string {
  if (named === null) return t("Names are for operators.");
  if (!named) return t("Names are hidden. Who shows them is noted in the audit log.");
  return isKept ? t("It is noted that you looked at the names.") : t("Names are not kept here.");
}

function Row({ visit, day, hasNames }: { visit: DayVisit; day: VisitorDay; hasNames: boolean }) {
  const t = useText();
  const { words, tone } = statusWords(visit, Date.parse(day.now), t);
  const at = (moment: string | null) => clockAt(moment, day.timeZone);
  const until = visit.endsAt === null ? "" : `–${at(visit.endsAt)}`;
  return (
    <Table.Tr>
      {hasNames && <Table.Td fw={500}>{visit.visitor ?? "–"}</Table.Td>}
      {hasNames && <Table.Td>{visit.host ?? "–"}</Table.Td>}
      <Table.Td>
        <span className={styles.status} data-tone={tone}>
          {words}
        </span>
      </Table.Td>
      <Table.Td>
        {at(visit.startsAt)}
        {until}
      </Table.Td>
      <Table.Td>{at(visit.checkedInAt)}</Table.Td>
      <Table.Td>{at(visit.checkedOutAt)}</Table.Td>
    </Table.Tr>
  );
}
