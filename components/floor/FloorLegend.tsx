import { PaintMark } from "@/components/state/PaintMark";
import { useText } from "@/components/text/TextProvider";
import classes from "./FloorLegend.module.css";
import type { LegendLine } from "./views/look";

interface FloorLegendProps {
  readonly lines: readonly LegendLine[];
  readonly counts: ReadonlyMap<string, number>;
  /** The key of the one line that is shown; null for all. */
  readonly only: string | null;
  readonly onOnly: (key: string | null) => void;
  /** In which unit the ranges are. */
  readonly unit?: string;
  /** One under the other, for a phone. */
  readonly isList?: boolean;
}

/** What the colours mean, how many there are, and a filter: one click shows only those, another all again. */
export function FloorLegend({ lines, counts, only, onOnly, unit = "", isList = false }: FloorLegendProps) {
  const t = useText();
  return (
    <div
      className={classes.legend}
      data-list={isList || undefined}
      role="toolbar"
      aria-label={t("Show one state only")}
    >
      {lines.map(({ key, word, range, paint, icon, number }) => {
        const count = counts.get(key) ?? 0;
        return (
          <button
            key={key}
            type="button"
            className={classes.item}
            data-zero={count === 0 || undefined}
            aria-pressed={only === key}
            onClick={() => onOnly(only === key ? null : key)}
          >
            <PaintMark paint={paint} icon={icon} number={number} />
            <span className={classes.word}>{word}</span>{" "}
            {range === undefined ? null : <span className={classes.range}>{range} </span>}
            <b className={classes.count}>{counts.size === 0 ? "–" : count}</b>
          </button>
        );
      })}
      {unit === "" ? null : <span className={classes.unit}>{unit}</span>}
    </div>
  );
}
