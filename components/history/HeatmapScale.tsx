import { useText } from "@/components/text/TextProvider";
import { numberText } from "@/lib/core/figure-words";
import classes from "./History.module.css";

const LEVELS = [1, 2, 3, 4, 5, 6, 7];

/** What the blues mean, and the hatching. */
export function HeatmapScale({ most, isPercent }: { most: number; isPercent: boolean }) {
  const t = useText();
  return (
    <span className={classes.scale} aria-hidden>
      0
      {LEVELS.map((level) => (
        <i key={level} className={classes.level} data-level={level} />
      ))}
      {isPercent ? "100" : numberText(most, t)}
      <i className={classes.hatched} />
      {t("coverage under 80 %")}
    </span>
  );
}
