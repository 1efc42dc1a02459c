import { Button, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { ChartTable } from "@/components/charts/ChartTable";
import { useText } from "@/components/text/TextProvider";
import type { useHistorySeries } from "@/lib/client/use-history";
import { coverageText, numberText } from "@/lib/core/figure-words";
import { seriesCsv } from "@/lib/core/history-csv";
import { metricWords } from "@/lib/core/space-metric-words";
import type { Text } from "@/lib/core/text";
import { CsvButton } from "./CsvButton";
import classes from "./History.module.css";
import { Failed } from "./HistoryStates";
import { prepareSeries, type SeriesChart } from "./prepare-series";
import type { HistoryView } from "./use-history-view";

const HistoryChart = dynamic(() => import("./HistoryChart").then((module) => module.HistoryChart), {
  ssr: false,
  loading: () => <Skeleton className={classes.skeleton} height={220} radius={8} mx={16} mb={12} w="auto" />,
});

interface ChartCardProps {
  readonly series: ReturnType<typeof useHistorySeries>;
  readonly view: HistoryView;
  readonly fileName: string;
}

/** The metric over time, with what it is compared with, its table and its file. */
export function ChartCard({ series: { data, isError, error, isFetching, refetch }, view, fileName }: ChartCardProps) {
  const t = useText();
  const [isTable, table] = useDisclosure(false);
  const { name } = metricWords(view.metric, t);
  if (isError) return <Failed message={error.message} isTrying={isFetching} onRetry={() => void refetch()} />;
  const chart = data && prepareSeries(data, t);
  const otherName = view.compare === "four-weeks" ? t("Four weeks earlier") : t("The days before");
  return (
    <section className={classes.card} aria-label={t("{name} over time", { name })}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{t("{name} over time", { name })}</h2>
        {chart && <span className={classes.quiet}>{bucketName(chart, t)}</span>}
        {chart?.hasOther && (
          <span className={classes.quiet}>
            <i className={classes.dash} aria-hidden /> {chart.names.other ?? otherName}
          </span>
        )}
        <span className={classes.push} />
        {chart && (
          <>
            <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={isTable} onClick={table.toggle}>
              {isTable ? t("Hide table") : t("Show as table")}
            </Button>
            <CsvButton label={t("Save the line as CSV")} name={`${fileName} ${name}`} rows={() => seriesCsv(data, t)} />
          </>
        )}
      </div>
      {chart ? (
        <HistoryChart chart={chart} summary={summaryOf(chart, name, t)} otherName={otherName} />
      ) : (
        <Skeleton className={classes.skeleton} height={220} radius={8} mx={16} mb={12} w="auto" />
      )}
      {chart && isTable && (
        <div className={classes.chart}>
          <ChartTable table={tableOf(chart, name, otherName, t)} />
        </div>
      )}
    </section>
  );
}

function bucketName({ bucket }: SeriesChart, t: Text): string {
  switch (bucket) {
    case "hour":
      return t("hour by hour");
    case "day":
      return t("day by day");
    case "week":
      return t("week by week");
  }
}

const withUnit = (value: number | null, { unit }: SeriesChart, t: Text) =>
  value === null ? "–" : `${numberText(value, t)}${unit === "percent" ? "\u2009%" : ""}`;

function summaryOf(chart: SeriesChart, name: string, t: Text): string {
  const known = chart.rows.filter((row) => (row.value ?? row.thin) !== null);
  const highest = known.toSorted((a, b) => (b.value ?? b.thin ?? 0) - (a.value ?? a.thin ?? 0))[0];
  if (!highest) return t("{name}: nothing known.", { name });
  return t("{name} from {from} to {to}: highest {value} at {at}, {known} of {all} known.", {
    name,
    from: chart.rows[0]?.label ?? "",
    to: chart.rows.at(-1)?.label ?? "",
    value: withUnit(highest.value ?? highest.thin, chart, t),
    at: highest.label,
    known: known.length,
    all: chart.rows.length,
  });
}

function tableOf(chart: SeriesChart, name: string, otherName: string, t: Text) {
  return {
    label: t("{name} over time", { name }),
    heads: [
      t("Time"),
      chart.names.first ?? name,
      t("Coverage"),
      ...(chart.hasOther ? [chart.names.other ?? otherName] : []),
    ],
    rows: chart.rows.map((row) => ({
      at: row.index,
      cells: [
        row.label,
        withUnit(row.value ?? row.thin, chart, t),
        coverageText(row.coverage),
        ...(chart.hasOther ? [withUnit(row.other, chart, t)] : []),
      ],
    })),
  };
}
