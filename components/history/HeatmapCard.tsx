import { Skeleton } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { useHeatmap } from "@/lib/client/use-history";
import { heatmapCsv } from "@/lib/core/history-csv";
import { metricWords, unitWord } from "@/lib/core/space-metric-words";
import { SPACE_METRICS } from "@/lib/core/space-metrics";
import { weekdayName } from "@/lib/core/weekday-name";
import { CellDays } from "./CellDays";
import { CsvButton } from "./CsvButton";
import { HeatmapGrid } from "./HeatmapGrid";
import { HeatmapScale } from "./HeatmapScale";
import classes from "./History.module.css";
import { Failed } from "./HistoryStates";
import { cellOf } from "./history-search";
import { prepareHeatmap } from "./prepare-heatmap";
import type { ChangeView, HistoryView } from "./use-history-view";

interface HeatmapCardProps {
  readonly heatmap: ReturnType<typeof useHeatmap>;
  readonly view: HistoryView;
  readonly onChange: ChangeView;
  readonly floorId: string | null;
  readonly fileName: string;
}

/** Hour by weekday; a cell opens the days behind it. */
export function HeatmapCard({ heatmap, view, onChange, floorId, fileName }: HeatmapCardProps) {
  const t = useText();
  const { data, isError, error, isFetching, refetch } = heatmap;
  const { name } = metricWords(view.metric, t);
  if (isError) return <Failed message={error.message} isTrying={isFetching} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <section className={classes.card} aria-label={t("{name} by hour and weekday", { name })}>
        <Skeleton className={classes.skeleton} height={260} radius={8} m={16} w="auto" />
      </section>
    );
  const grid = prepareHeatmap(data, t);
  const cell = cellOf(view.cell);
  const unit = unitWord(SPACE_METRICS[view.metric].unit, 2, t);
  const zone = data.timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? data.timeZone;
  return (
    <div className={classes.split} data-open={cell !== null || undefined}>
      <section className={classes.card} aria-label={t("{name} by hour and weekday", { name })}>
        <div className={classes.cardHead}>
          <h2 className={classes.cardTitle}>{name}</h2>
          <span className={classes.quiet}>{t("{unit} · hours in {zone}", { unit, zone })}</span>
          <HeatmapScale most={grid.most} isPercent={data.unit === "percent"} />
          <CsvButton
            label={t("Save the heatmap as CSV")}
            name={`${fileName} ${name}`}
            rows={() => heatmapCsv(data, (weekday) => weekdayName(weekday, t, "long"), t)}
          />
        </div>
        <HeatmapGrid
          grid={grid}
          unit={unit}
          label={t("{name} by hour and weekday", { name })}
          open={view.cell}
          onOpen={(next) => onChange({ cell: next })}
        />
      </section>
      {cell && (
        <CellDays
          heatmap={data}
          weekday={cell.weekday}
          hour={cell.hour}
          metricName={name}
          floorId={floorId}
          onClose={() => onChange({ cell: null })}
        />
      )}
    </div>
  );
}
