import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AirBand, AirMetric } from "@/lib/core/environment";
import classes from "./AirToken.module.css";

interface AirTokenProps {
  readonly metric: AirMetric;
  /** Null where nothing says what is good. */
  readonly band: AirBand | null;
  /** Not now any more: drawn broken. */
  readonly isOld?: boolean;
  readonly children: ReactNode;
}

/** Something said of the air, on the colour of its band; an arrow says the same without colour. */
export function AirToken({ metric, band, isOld = false, children }: AirTokenProps) {
  const Arrow = band === "low" ? IconArrowDown : IconArrowUp;
  return (
    <span className={classes.token} data-metric={metric} data-band={band ?? undefined} data-old={isOld || undefined}>
      {children}
      {band === null || band === "in-range" ? null : <Arrow size={11} stroke={2.25} aria-hidden />}
    </span>
  );
}
