import type { Sparkline } from "@/lib/core/source";
import classes from "./SparkLine.module.css";
import { SPARK_HEIGHT, SPARK_WIDTH, sparkPath } from "./spark-path";

/** The last day as a small line; words beside it say the rest. */
export function SparkLine({ line }: { readonly line: Sparkline | null }) {
  return (
    <svg
      className={classes.line}
      width={SPARK_WIDTH}
      height={SPARK_HEIGHT}
      viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`}
      aria-hidden
    >
      <path d={line ? sparkPath(line.points) : ""} />
    </svg>
  );
}
