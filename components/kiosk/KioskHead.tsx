import { DateTime } from "luxon";
import type { DrawnSpace } from "@/components/floor/drawn-space";
import { floorFigures } from "@/components/floor/floor-figures";
import { useText } from "@/components/text/TextProvider";
import type { FloorHead } from "@/lib/core/floor";
import classes from "./Kiosk.module.css";

interface KioskHeadProps {
  readonly floor: FloorHead;
  readonly drawn: readonly DrawnSpace[];
  readonly now: number;
  readonly timeZone: string;
}

/** Which floor this is, its figures and the site's clock. */
export function KioskHead({ floor, drawn, now, timeZone }: KioskHeadProps) {
  const t = useText();
  const figures = floorFigures(drawn, t).slice(0, 3);
  return (
    <header className={classes.head}>
      <h1>
        {floor.name} <span>{floor.building.name}</span>
      </h1>
      {figures.map(({ value, words }) => (
        <p key={words} className={classes.figure}>
          <b>{value ?? "–"}</b> {words}
        </p>
      ))}
      <time className={classes.clock} suppressHydrationWarning>
        {DateTime.fromMillis(now, { zone: timeZone }).toFormat("HH:mm")}
      </time>
    </header>
  );
}
