import classes from "./ChartWords.module.css";

/** The names of what the chart draws, in its header line instead of a legend box. */
export function ChartWords({ hasGaps, hasCorrections }: { hasGaps: boolean; hasCorrections: boolean }) {
  return (
    <ul className={classes.words} aria-hidden>
      <li>
        <i className={classes.line} />
        People
      </li>
      {hasGaps && (
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
