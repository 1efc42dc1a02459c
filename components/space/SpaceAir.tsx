import { Tooltip } from "@mantine/core";
import { useAirLimits } from "@/components/air/AirLimits";
import { AirToken } from "@/components/air/AirToken";
import type { Moment } from "@/components/state/state-words";
import { useText } from "@/components/text/TextProvider";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { airTiles } from "./air-tiles";
import { limitWords } from "./limit-words";
import classes from "./SpaceAir.module.css";
import { SpaceDecay } from "./SpaceDecay";
import panel from "./SpacePanel.module.css";
import { TrendMark } from "./TrendMark";
import { useAirTrends } from "./use-air-trends";

interface SpaceAirProps extends Moment {
  readonly space: SpaceSnapshot;
}

/** What the air is like, value by value; nothing where none is measured. */
export function SpaceAir({ space, now, timeZone }: SpaceAirProps) {
  const t = useText();
  const limits = useAirLimits(space.id);
  const trendOf = useAirTrends(space, { now, timeZone });
  const tiles = airTiles(space, { now, timeZone }, limits, t);
  if (tiles.length === 0) return null;
  return (
    <section className={panel.section} aria-label={t("Air")}>
      <h3 className={panel.title}>{t("Air")}</h3>
      <ul className={classes.tiles}>
        {tiles.map(({ metric, name, figure, unit, band, age, isFresh, source }) => (
          <li key={metric}>
            <Tooltip
              label={[source, limitWords(metric, space, limits, t)].filter(Boolean).join(". ")}
              multiline
              maw={280}
              openDelay={300}
              events={{ hover: true, focus: true, touch: true }}
            >
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who measured it must be reachable by keyboard */}
              <div className={classes.tile} data-old={!isFresh || undefined} tabIndex={0}>
                <p className={classes.name}>{name}</p>
                <p className={classes.figure}>
                  {figure} {unit && <small>{unit}</small>}
                  {isFresh && trendOf(metric) && <TrendMark trend={trendOf(metric) ?? "steady"} />}
                </p>
                {band && (
                  <p>
                    <AirToken metric={metric} band={band.name}>
                      {band.word}
                    </AirToken>
                  </p>
                )}
                <p className={classes.age}>{age}</p>
              </div>
            </Tooltip>
          </li>
        ))}
      </ul>
      <SpaceDecay space={space} now={now} timeZone={timeZone} />
    </section>
  );
}
