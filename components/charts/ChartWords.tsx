import { AIR_NAMES } from "@/components/air/air-words";
import classes from "./ChartWords.module.css";
import type { TodayChart } from "./today-chart";

function nameOf(chart: TodayChart): string {
  if (chart.kind === "air") return AIR_NAMES[chart.data.metric];
  return chart.kind === "occupancy" ? "People" : "In use";
}

/** The names of what the chart draws, in its header line instead of a legend box. */
export function ChartWords({ chart }: { chart: TodayChart }) {
  const hasCorrections = chart.kind === "occupancy" && chart.data.corrections.length > 0;
  return (
    <ul className={classes.words} aria-hidden>
      <li>
        <i className={classes.line} data-kind={chart.kind} />
        {nameOf(chart)}
      </li>
      {chart.data.gaps.length > 0 && (
        <li>
          <svg width={12} height={12} aria-hidden="true">
            <rect x={0.5} y={0.5} width={11} height={11} rx={2} className={classes.gap} />
            <path d="M1 7l6-6M3 11l8-8M8.500 11l2.500-2.500" className={classes.hatch} />
          </svg>
          No data
        </li>
      )}
      {hasCorrections && (
        <li>
          <svg width={11} height={11} aria-hidden="true">
            <path d="M5.500 1l4 4.500l-4 4.500l-4-4.500z" className={classes.diamond} />
          </svg>
          Restated
        </li>
      )}
    </ul>
  );
}
