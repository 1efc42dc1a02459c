import { Button, CloseButton, Table } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { DateTime } from "luxon";
import Link from "next/link";
import { useText } from "@/components/text/TextProvider";
import { dateWords } from "@/lib/core/calendar-day";
import { coverageText, isThin, numberText } from "@/lib/core/figure-words";
import { cellDaysCsv } from "@/lib/core/history-csv";
import type { Heatmap } from "@/lib/core/space-metrics";
import { weekdayName } from "@/lib/core/weekday-name";
import { CsvButton } from "./CsvButton";
import classes from "./History.module.css";

interface CellDaysProps {
  readonly heatmap: Heatmap;
  readonly weekday: number;
  readonly hour: number;
  readonly metricName: string;
  /** The floor on which these spaces stand, when it is one: its hour can be replayed. */
  readonly floorId: string | null;
  readonly onClose: () => void;
}

/** The days behind one cell of the heatmap. */
export function CellDays({ heatmap, weekday, hour, metricName, floorId, onClose }: CellDaysProps) {
  const t = useText();
  const days = heatmap.days ?? [];
  const unit = heatmap.unit === "percent" ? "\u2009%" : "";
  const cell = heatmap.cells.find((one) => one.weekday === weekday && one.hour === hour);
  const text = (value: number | null) =>
    value === null ? "–" : `${numberText(unit ? Math.round(value) : value, t)}${unit}`;
  const last = days.at(-1);
  const span = `${String(hour).padStart(2, "0")}:00–${String(hour + 1).padStart(2, "0")}:00`;
  const title = t("{weekday}, {span}", { weekday: weekdayName(weekday, t, "long"), span });
  return (
    <section className={`${classes.card} ${classes.days}`} aria-label={title}>
      <div className={classes.cardHead}>
        <div>
          <h2 className={classes.cardTitle}>{title}</h2>
          <p className={classes.quiet}>
            {t("{count, plural, one {# day} other {# days}} behind this cell. All of them: {value}.", {
              count: days.length,
              value: text(cell?.value ?? null),
            })}
          </p>
        </div>
        <CloseButton ml="auto" aria-label={t("Close")} onClick={onClose} />
      </div>
      <div className={classes.table}>
        <Table horizontalSpacing="md" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("Day")}</Table.Th>
              <Table.Th scope="col" ta="right">
                {metricName}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t("Coverage")}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {days.map(({ date, value, coverage }) => (
              <Table.Tr key={date}>
                <Table.Td>{dateWords(date, t)}</Table.Td>
                <Table.Td ta="right" fw={600}>
                  {text(value)}
                </Table.Td>
                <Table.Td ta="right" className={isThin(coverage) ? classes.thin : classes.quiet}>
                  {coverageText(coverage)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <div className={classes.actions}>
        {floorId && last && (
          <Button
            component={Link}
            href={`/floors/${floorId}?t=${momentOf(last.date, hour, heatmap.timeZone)}`}
            variant="default"
            size="compact-md"
            leftSection={<IconPlayerPlay size={14} stroke={1.75} aria-hidden />}
          >
            {t("Replay this hour")}
          </Button>
        )}
        <CsvButton
          label={t("Save these days as CSV")}
          name={`${title} ${metricName}`}
          rows={() => cellDaysCsv(heatmap, t)}
        />
      </div>
    </section>
  );
}

const momentOf = (date: string, hour: number, timeZone: string) =>
  encodeURIComponent(
    DateTime.fromISO(date, { zone: timeZone }).set({ hour }).toUTC().toISO({ suppressMilliseconds: true }) ?? "",
  );
