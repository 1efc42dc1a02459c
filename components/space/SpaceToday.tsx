import { Button, SegmentedControl, Skeleton, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId, useState } from "react";
import { ChartWords } from "@/components/charts/ChartWords";
import { OccupancyChart } from "@/components/charts/OccupancyChart";
import { OccupancyTable } from "@/components/charts/OccupancyTable";
import { type OccupancySettings, prepareOccupancy } from "@/components/charts/prepare-occupancy";
import { useSpaceHistory } from "@/lib/client/use-space-history";
import type { SpaceSnapshot } from "@/lib/core/floor";
import classes from "./SpacePanel.module.css";

interface SpaceTodayProps {
  readonly space: SpaceSnapshot;
  readonly timeZone: string;
  readonly now: number;
}

const HEIGHT = 132;
/** Butlr may restate the last five minutes. */
const PALE_MS = 5 * 60_000;
const WINDOWS = [
  { value: "hours", label: "Hours" },
  { value: "day", label: "24 h" },
] satisfies { value: OccupancySettings["window"]; label: string }[];

const { windows = "", window: windowLabel = "", chosen = "" } = classes;
const WINDOWS_CLASSES = { root: windows, label: windowLabel, indicator: chosen };

/** Today's people as a line. */
export function SpaceToday({ space, timeZone, now }: SpaceTodayProps) {
  const history = useSpaceHistory(space, timeZone, now);
  const [window, setWindow] = useState<OccupancySettings["window"]>("hours");
  const [isTable, table] = useDisclosure(false);
  const tableId = useId();
  const settings = { capacity: space.capacity, now, timeZone, window, paleMs: PALE_MS };
  const chart = history.data ? prepareOccupancy(history.data, settings) : null;
  return (
    <section className={classes.section} aria-label="Today">
      <div className={classes.row}>
        <h3 className={classes.title}>Today</h3>
        {chart?.hasReadings && (
          <ChartWords hasGaps={chart.gaps.length > 0} hasCorrections={chart.corrections.length > 0} />
        )}
      </div>
      {history.isError && (
        <div className={classes.problem} role="alert">
          <p>History is not answering. Live is fine.</p>
          <Button variant="default" size="xs" loading={history.isFetching} onClick={() => void history.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {history.isPending && (
        <Skeleton
          className={classes.skeleton}
          height={HEIGHT}
          radius={8}
          role="progressbar"
          aria-label="Loading today"
        />
      )}
      {chart && !chart.hasReadings && <p className={classes.quiet}>No reading today</p>}
      {chart?.hasReadings && <OccupancyChart chart={chart} height={HEIGHT} />}
      {(history.isPending || chart?.hasReadings) && (
        <div className={classes.row}>
          <UnstyledButton
            className={classes.toggle}
            disabled={!chart}
            aria-expanded={isTable}
            aria-controls={isTable ? tableId : undefined}
            onClick={table.toggle}
          >
            {isTable ? "Hide table" : "Show as table"}
          </UnstyledButton>
          <SegmentedControl
            size="xs"
            classNames={WINDOWS_CLASSES}
            aria-label="Hours shown"
            data={WINDOWS}
            value={window}
            onChange={setWindow}
          />
        </div>
      )}
      {isTable && chart?.hasReadings && (
        <div id={tableId}>
          <OccupancyTable chart={chart} />
        </div>
      )}
    </section>
  );
}
