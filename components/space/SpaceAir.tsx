import { Tooltip } from "@mantine/core";
import { useAirLimits } from "@/components/air/AirLimits";
import { AirToken } from "@/components/air/AirToken";
import type { Moment } from "@/components/state/state-words";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { airTiles } from "./air-tiles";
import classes from "./SpaceAir.module.css";
import panel from "./SpacePanel.module.css";

interface SpaceAirProps extends Moment {
  readonly space: SpaceSnapshot;
}

/** What the air is like, value by value; nothing where none is measured. */
export function SpaceAir({ space, now, timeZone }: SpaceAirProps) {
  const tiles = airTiles(space, { now, timeZone }, useAirLimits(space.id));
  if (tiles.length === 0) return null;
  return (
    <section className={panel.section} aria-label="Air">
      <h3 className={panel.title}>Air</h3>
      <ul className={classes.tiles}>
        {tiles.map(({ metric, name, figure, unit, band, age, isFresh, source }) => (
          <li key={metric}>
            <Tooltip
              label={source}
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
    </section>
  );
}
