import Link from "next/link";
import { HeatmapGrid } from "@/components/history/HeatmapGrid";
import { prepareHeatmap } from "@/components/history/prepare-heatmap";
import { useText } from "@/components/text/TextProvider";
import { useHeatmap } from "@/lib/client/use-history";
import { dateIn, daysAfter } from "@/lib/core/calendar-day";
import type { SpaceSnapshot } from "@/lib/core/floor";
import classes from "./SpacePanel.module.css";

interface SpaceWeekProps {
  readonly space: SpaceSnapshot;
  readonly timeZone: string;
  /** The server's clock, ms. */
  readonly now: number;
}

const DAYS = 7;

/** The last seven days hour by hour, and the way to everything before; nothing where no sensor could say. */
export function SpaceWeek({ space, timeZone, now }: SpaceWeekProps) {
  const t = useText();
  const to = dateIn(now, timeZone);
  const isSensed = space.sources.some(({ senses }) => senses);
  const { data } = useHeatmap(
    isSensed ? { spaces: space.id, from: daysAfter(to, 1 - DAYS), to, hours: "working" } : null,
  );
  if (!isSensed) return null;
  const grid = data && prepareHeatmap(data, t);
  const isKnown = data?.cells.some(({ value }) => value !== null) ?? false;
  return (
    <section className={classes.section} aria-label={t("Last 7 days")}>
      <div className={classes.row}>
        <h3 className={classes.title}>{t("Last 7 days")}</h3>
        <span className={classes.quiet}>{t("time used, %")}</span>
        <Link className={classes.full} href={`/history?spaces=${space.id}`}>
          {t("See full history")}
        </Link>
      </div>
      {grid && isKnown && (
        <HeatmapGrid grid={grid} label={t("Time used by hour and weekday")} unit="%" open={null} isSmall />
      )}
      {grid && !isKnown && <p className={classes.quiet}>{t("No readings in these days.")}</p>}
    </section>
  );
}
