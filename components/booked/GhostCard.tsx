import { CsvButton } from "@/components/history/CsvButton";
import { HeatmapGrid } from "@/components/history/HeatmapGrid";
import { HeatmapScale } from "@/components/history/HeatmapScale";
import classes from "@/components/history/History.module.css";
import { prepareHeatmap } from "@/components/history/prepare-heatmap";
import { useText } from "@/components/text/TextProvider";
import type { BookedHistory } from "@/lib/core/booked/booked-history";
import { weekdayName } from "@/lib/core/weekday-name";
import { ghostCellsCsv } from "./booked-csv";

interface GhostCardProps {
  readonly answer: Pick<BookedHistory, "cells" | "timeZone">;
  readonly fileName: string;
}

/** Hour by weekday: which part of the booked time nobody came to. */
export function GhostCard({ answer: { cells, timeZone }, fileName }: GhostCardProps) {
  const t = useText();
  const zone = timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
  const label = t("No-shows by hour and weekday");
  return (
    <section className={classes.card} aria-label={label}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{label}</h2>
        <span className={classes.quiet}>{t("% of booked time nobody came to · hours in {zone}", { zone })}</span>
        <HeatmapScale most={100} isPercent />
        <CsvButton
          label={t("Save the no-shows by hour as CSV")}
          name={fileName}
          rows={() => ghostCellsCsv(cells, (weekday) => weekdayName(weekday, t, "long"), t)}
        />
      </div>
      <HeatmapGrid
        grid={prepareHeatmap({ cells: [...cells], unit: "percent" }, t)}
        label={label}
        unit="%"
        open={null}
      />
    </section>
  );
}
