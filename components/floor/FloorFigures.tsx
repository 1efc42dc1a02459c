import type { ReactNode } from "react";
import { Hint } from "@/components/hint/Hint";
import { useText } from "@/components/text/TextProvider";
import { useOwnTime } from "@/components/text/use-own-time";
import { useRich } from "@/components/text/use-rich";
import { datedAt } from "@/lib/core/dated";
import type { SiteVisitors } from "@/lib/core/site-visitors";
import { wallIso, wallTime } from "@/lib/core/wall-clock";
import classes from "./FloorFigures.module.css";
import type { Figure } from "./floor-figures";

interface FloorFiguresProps {
  readonly figures: readonly Figure[];
  /** Null until known. */
  readonly visitors: SiteVisitors | null;
  readonly now: number;
  readonly timeZone: string;
}

const placeOf = (timeZone: string) => timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;

/** The floor in one line, with the site's own clock. */
export function FloorFigures({ figures, visitors, now, timeZone }: FloorFiguresProps) {
  const t = useText();
  const rich = useRich();
  const own = useOwnTime(timeZone);
  return (
    <div className={classes.line}>
      <div className={classes.figures}>
        {figures.map(({ value, words, explanation }) => (
          <Explained key={words} explanation={explanation}>
            <b>{value ?? "–"}</b> <span>{words}</span>
          </Explained>
        ))}
        {visitors && visitors.in + visitors.expected + visitors.out > 0 && (
          <Explained
            explanation={t("Of the whole site, today. {count} left already. Who they are is not shown.", {
              count: visitors.out,
            })}
          >
            {rich("Visitors: {in} in, {expected} expected", {
              in: <b>{visitors.in}</b>,
              expected: <b>{visitors.expected}</b>,
            })}
          </Explained>
        )}
        <time className={classes.clock} dateTime={wallIso(now, timeZone)} title={own(now)} suppressHydrationWarning>
          {datedAt(now, timeZone, "ccc d LLL", t)} · {wallTime(now, timeZone)}{" "}
          <span className={classes.place}>{t("in {place}", { place: placeOf(timeZone) })}</span>
        </time>
      </div>
    </div>
  );
}

/** A figure that says on hover and focus what is counted. */
function Explained({ explanation, children }: { explanation: string; children: ReactNode }) {
  return (
    <Hint label={explanation}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
      <p className={classes.figure} tabIndex={0}>
        {children}
      </p>
    </Hint>
  );
}
