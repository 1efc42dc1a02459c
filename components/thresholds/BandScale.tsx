import { VisuallyHidden } from "@mantine/core";
import { useText } from "@/components/text/TextProvider";
import type { BandLimits, ComfortMetric } from "@/lib/core/air-limits";
import { shownValue } from "@/lib/core/environment";
import classes from "./BandScale.module.css";

const PREFIX: Record<ComfortMetric, string> = { co2: "co2", temperature: "temp", humidity: "hum" };

/** The five bands of a metric with the limits between them. */
export function BandScale({ metric, limits: kept }: { readonly metric: ComfortMetric; readonly limits: BandLimits }) {
  const t = useText();
  const limits = kept.map((limit) => shownValue(metric, limit, t));
  const prefix = PREFIX[metric];
  return (
    <span className={classes.scale}>
      <VisuallyHidden>{limits.join(", ")}</VisuallyHidden>
      {[1, 2, 3, 4, 5].map((band) => (
        <span key={band} className={classes.band} aria-hidden style={{ background: `var(--${prefix}-${band})` }}>
          {band > 1 ? <span className={classes.limit}>{limits[band - 2]}</span> : null}
        </span>
      ))}
    </span>
  );
}
