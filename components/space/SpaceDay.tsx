import { Button, SegmentedControl, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useId, useMemo, useState } from "react";
import { useAirLimits } from "@/components/air/AirLimits";
import { ChartTable } from "@/components/charts/ChartTable";
import type { DayWindow } from "@/components/charts/day-axis";
import { prepareTimeline, type Timeline as TimelineData } from "@/components/charts/prepare-timeline";
import { timelineCsvRows, timelineTable } from "@/components/charts/timeline-table";
import { useText } from "@/components/text/TextProvider";
import { downloadText } from "@/lib/client/download-text";
import { useSpaceDay } from "@/lib/client/use-space-day";
import { dateIn, dateWords } from "@/lib/core/calendar-day";
import { csvText } from "@/lib/core/csv-text";
import type { SpaceSnapshot } from "@/lib/core/floor";
import { DaySkeleton } from "./DaySkeleton";
import { DayStepper } from "./DayStepper";
import { DayTimeline } from "./DayTimeline";
import classes from "./SpacePanel.module.css";

interface SpaceDayProps {
  readonly space: SpaceSnapshot;
  readonly timeZone: string;
  /** The server's clock, ms. */
  readonly now: number;
  /** Is it looked at as it was at a moment that is over? Then nothing new comes in. */
  readonly isPast?: boolean;
  readonly floorId: string;
  /** May the reader take a span of it out of the figures? */
  readonly mayExclude: boolean;
}

/** Butlr may restate the last five minutes. */
const PALE_MS = 5 * 60_000;
/** A pixel of the day is longer than this, so drawing more often would change nothing. */
const DRAW_EVERY_MS = 30_000;

/** A day of the space on one time axis: states, bookings, people and air. */
export function SpaceDay({ space, timeZone, now, isPast = false, floorId, mayExclude }: SpaceDayProps) {
  const t = useText();
  const limits = useAirLimits(space.id);
  const today = dateIn(now, timeZone);
  const [chosenDate, setDate] = useState<string | null>(null);
  const date = chosenDate ?? today;
  const { data: day, isError, isPending, isFetching, refetch } = useSpaceDay(space, date, now, !isPast);
  const [window, setWindow] = useState<DayWindow>("hours");
  const restates = space.sources.some((source) => source.vendor === "butlr");
  const drawnAt = Math.max(now - (now % DRAW_EVERY_MS), day ? Math.min(Date.parse(day.now), now) : 0);
  const timeline = useMemo(
    () => day && prepareTimeline(day, { now: drawnAt, window, limits, paleMs: restates ? PALE_MS : 0, t }),
    [day, drawnAt, window, limits, restates, t],
  );
  const words = date === today ? t("Today") : dateWords(date, t);
  return (
    <section className={classes.section} aria-label={words} aria-busy={day?.date !== date}>
      <div className={classes.row}>
        <h3 className={classes.title}>{words}</h3>
        <DayStepper date={date} today={today} onDate={(next) => setDate(next === today ? null : next)} />
      </div>
      {isError && (
        <div className={classes.problem} role="alert">
          <p>{t("History is not answering. Live is fine.")}</p>
          <Button variant="default" size="xs" loading={isFetching} onClick={() => void refetch()}>
            {t("Try again")}
          </Button>
        </div>
      )}
      {isPending && <DaySkeleton />}
      {day?.holiday && <p className={classes.quiet}>{t("Day off: {name}", { name: day.holiday })}</p>}
      {timeline && !timeline.isKnown && timeline.bookings.length === 0 && (
        <p className={classes.quiet}>{date === today ? t("No reading today") : t("No reading on this day")}</p>
      )}
      {timeline && (timeline.isKnown || timeline.bookings.length > 0) && (
        <>
          <DayTimeline
            key={timeline.day.date}
            timeline={timeline}
            limits={limits}
            space={space}
            floorId={floorId}
            mayExclude={mayExclude}
          />
          <DayTools timeline={timeline} window={window} onWindow={setWindow} name={`${space.name} ${date}`} />
        </>
      )}
    </section>
  );
}

interface DayToolsProps {
  readonly timeline: TimelineData;
  readonly window: DayWindow;
  readonly onWindow: (window: DayWindow) => void;
  /** What a saved file is called. */
  readonly name: string;
}

function DayTools({ timeline, window, onWindow, name }: DayToolsProps) {
  const t = useText();
  const [isTable, table] = useDisclosure(false);
  const tableId = useId();
  const save = () => downloadText(csvText(timelineCsvRows(timeline, t)), `${name}.csv`, "text/csv;charset=utf-8");
  return (
    <>
      <div className={classes.row}>
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isTable}
          aria-controls={isTable ? tableId : undefined}
          onClick={table.toggle}
        >
          {isTable ? t("Hide table") : t("Show as table")}
        </UnstyledButton>
        <UnstyledButton className={classes.toggle} onClick={save} aria-label={t("Save the day as CSV")}>
          <IconDownload size={13} stroke={1.75} aria-hidden /> {t("CSV")}
        </UnstyledButton>
        <SegmentedControl
          size="xs"
          className={classes.windows ?? ""}
          aria-label={t("Hours shown")}
          data={[
            { value: "hours", label: t("Hours") },
            { value: "day", label: t("24 h") },
          ]}
          value={window}
          onChange={onWindow}
        />
      </div>
      {isTable && (
        <div id={tableId}>
          <ChartTable table={timelineTable(timeline, t)} />
        </div>
      )}
    </>
  );
}
