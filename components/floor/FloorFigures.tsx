import { Tooltip } from "@mantine/core";
import { DateTime } from "luxon";
import classes from "./FloorFigures.module.css";
import type { Figure } from "./floor-figures";

interface FloorFiguresProps {
  readonly figures: readonly Figure[];
  readonly now: number;
  readonly timeZone: string;
}

const placeOf = (timeZone: string) => timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;

/** The floor in one line, with the site's own clock. */
export function FloorFigures({ figures, now, timeZone }: FloorFiguresProps) {
  const local = DateTime.fromMillis(now, { zone: timeZone, locale: "en-GB" });
  return (
    <div className={classes.line}>
      {figures.map(({ value, words, explanation }) => (
        <Tooltip
          key={words}
          label={explanation}
          multiline
          w={280}
          openDelay={300}
          events={{ hover: true, focus: true, touch: true }}
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
          <p className={classes.figure} tabIndex={0}>
            <b>{value ?? "–"}</b> <span>{words}</span>
          </p>
        </Tooltip>
      ))}
      <time className={classes.clock} dateTime={local.toISO() ?? undefined} suppressHydrationWarning>
        {local.toFormat("ccc d LLL · HH:mm")} in {placeOf(timeZone)}
      </time>
    </div>
  );
}
