import { Button, SegmentedControl, Skeleton, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useId, useState } from "react";
import { ChartTable } from "@/components/charts/ChartTable";
import { ChartWords } from "@/components/charts/ChartWords";
import type { OccupancySettings } from "@/components/charts/prepare-occupancy";
import { TodayChart } from "@/components/charts/TodayChart";
import { prepareToday } from "@/components/charts/today-chart";
import { useSpaceHistory } from "@/lib/client/use-space-history";
import type { SpaceSnapshot } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import classes from "./SpacePanel.module.css";
import { todayMetrics } from "./today-metrics";

interface SpaceTodayProps {
  readonly space: SpaceSnapshot;
  readonly timeZone: string;
  readonly now: number;
}

const SKELETON_HEIGHT = 132;
/** Butlr may restate the last five minutes. */
const PALE_MS = 5 * 60_000;
const WINDOWS = [
  { value: "hours", label: "Hours" },
  { value: "day", label: "24 h" },
] satisfies { value: OccupancySettings["window"]; label: string }[];

const { segments = "", segment = "", chosen = "" } = classes;
const SEGMENTS = { root: segments, label: segment, indicator: chosen };

/** Today by the clock: people, or what is known of the air. */
export function SpaceToday({ space, timeZone, now }: SpaceTodayProps) {
  const metrics = todayMetrics(space);
  const [wanted, setWanted] = useState<Metric | null>(null);
  const metric = metrics.find((one) => one.metric === wanted)?.metric ?? metrics[0]?.metric ?? "occupancy";
  const history = useSpaceHistory(space, metric, timeZone, now);
  const [window, setWindow] = useState<OccupancySettings["window"]>("hours");
  const [isTable, table] = useDisclosure(false);
  const tableId = useId();
  const restates = space.sources.some((source) => source.vendor === "butlr");
  const settings = { capacity: space.capacity, now, timeZone, window, paleMs: restates ? PALE_MS : 0 };
  const chart = history.data ? prepareToday(metric, history.data, settings) : null;
  const drawn = chart?.data.hasReadings ? chart : null;
  return (
    <section className={classes.section} aria-label="Today">
      <div className={classes.row}>
        <h3 className={classes.title}>Today</h3>
        {drawn && <ChartWords chart={drawn} />}
      </div>
      {metrics.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          classNames={SEGMENTS}
          aria-label="What is shown"
          data={metrics.map((one) => ({ value: one.metric, label: one.label }))}
          value={metric}
          onChange={setWanted}
        />
      )}
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
          height={SKELETON_HEIGHT}
          radius={8}
          role="progressbar"
          aria-label="Loading today"
        />
      )}
      {chart && !drawn && <p className={classes.quiet}>No reading today</p>}
      {drawn && <TodayChart chart={drawn} />}
      {(history.isPending || drawn) && (
        <div className={classes.row}>
          <UnstyledButton
            className={classes.toggle}
            disabled={!drawn}
            aria-expanded={isTable}
            aria-controls={isTable ? tableId : undefined}
            onClick={table.toggle}
          >
            {isTable ? "Hide table" : "Show as table"}
          </UnstyledButton>
          <SegmentedControl
            size="xs"
            classNames={SEGMENTS}
            className={classes.windows}
            aria-label="Hours shown"
            data={WINDOWS}
            value={window}
            onChange={setWindow}
          />
        </div>
      )}
      {isTable && drawn && (
        <div id={tableId}>
          <ChartTable table={drawn.table} />
        </div>
      )}
    </section>
  );
}
