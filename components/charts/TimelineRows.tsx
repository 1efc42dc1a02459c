import { IconCheck, IconSwitchHorizontal } from "@tabler/icons-react";
import { memo } from "react";
import { AIR_NAMES } from "@/components/air/air-words";
import { useText } from "@/components/text/TextProvider";
import { AirSeries } from "./AirSeries";
import type { DayAxis, Stretch } from "./day-axis";
import { LineRow } from "./LineRow";
import { OccupancySeries } from "./OccupancySeries";
import { isUnknownState, type Timeline } from "./prepare-timeline";
import classes from "./Timeline.module.css";

const PEOPLE_HEIGHT = 96;
const AIR_HEIGHT = 56;

export const share = (at: number, { from, to }: Stretch): string => `${((at - from) / (to - from)) * 100}%`;

const place = (span: Stretch, axis: DayAxis) => ({
  left: share(span.from, axis),
  width: `${((span.to - span.from) / (axis.to - axis.from)) * 100}%`,
});

/** The rows of a day on their axis. They change with the data only, not with the pointer. */
export const TimelineRows = memo(function TimelineRows({ timeline }: { timeline: Timeline }) {
  const t = useText();
  const { axis, people, air, bookings } = timeline;
  return (
    <div aria-hidden>
      <Backdrop axis={axis} />
      <Hours timeline={timeline} />
      <div className={classes.band}>
        {timeline.states.map((span) => (
          <i
            key={span.from}
            data-state={span.state}
            data-unknown={isUnknownState(span.state) || undefined}
            style={place(span, axis)}
          />
        ))}
      </div>
      {bookings.length > 0 && (
        <div className={classes.bookings}>
          {bookings.map((span) => (
            <i key={`${span.from} ${span.to}`} data-outcome={span.outcome} style={place(span, axis)}>
              {span.outcome === "checked-in" && <IconCheck size={12} stroke={3} />}
            </i>
          ))}
        </div>
      )}
      {people && (
        <>
          <p className={classes.name} data-line="people">
            {t("People")}
          </p>
          <LineRow axis={axis} gaps={people.gaps} rows={people.rows} yRange={[0, people.yMax]} height={PEOPLE_HEIGHT}>
            <OccupancySeries chart={people} axis={axis} />
          </LineRow>
        </>
      )}
      {air.map((chart) => (
        <div key={chart.metric}>
          <p className={classes.name} data-line="air">
            {t(AIR_NAMES[chart.metric])}
          </p>
          <LineRow
            axis={axis}
            gaps={chart.gaps}
            rows={chart.rows}
            yRange={[chart.yMin, chart.yMax]}
            height={AIR_HEIGHT}
          >
            <AirSeries chart={chart} axis={axis} />
          </LineRow>
        </div>
      ))}
    </div>
  );
});

function Backdrop({ axis }: { axis: DayAxis }) {
  return (
    <div className={classes.backdrop}>
      {axis.working.map((span) => (
        <i key={span.from} className={classes.working} style={place(span, axis)} />
      ))}
      {axis.ticks.map(
        ({ at }) =>
          at > axis.from && at < axis.to && <i key={at} className={classes.grid} style={{ left: share(at, axis) }} />,
      )}
    </div>
  );
}

function Hours({ timeline: { axis, swaps } }: { timeline: Timeline }) {
  return (
    <div className={classes.hours}>
      {axis.ticks.map(({ at, label }) => (
        <span
          key={at}
          data-end={at === axis.from ? "start" : at === axis.to ? "end" : undefined}
          style={{ left: share(at, axis) }}
        >
          {label}
        </span>
      ))}
      {swaps.map(({ at }) => (
        <IconSwitchHorizontal
          key={at}
          className={classes.swap}
          style={{ left: share(at, axis) }}
          size={13}
          stroke={2}
        />
      ))}
    </div>
  );
}
