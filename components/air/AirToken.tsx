import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AirBand, AirMetric } from "@/lib/core/environment";
import classes from "./AirToken.module.css";

interface AirTokenProps {
  /** `old`: not now any more, drawn broken. */
  readonly metric: AirMetric | "old";
  /** Null where nothing says what is good. */
  readonly band: AirBand | null;
  readonly children: ReactNode;
}

/** Something said of the air, on the colour of its band; an arrow says the same without colour. */
export function AirToken({ metric, band, children }: AirTokenProps) {
  const Arrow = band === "low" ? IconArrowDown : IconArrowUp;
  return (
    <span className={classes.token} data-metric={metric} data-band={band ?? undefined}>
      {children}
      {band === null || band === "in-range" ? null : <Arrow size={11} stroke={2.25} aria-hidden />}
    </span>
  );
}
