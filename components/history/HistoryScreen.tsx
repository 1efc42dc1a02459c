"use client";

import { noShowTile } from "@/components/booked/booked-words";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { SendRegularly } from "@/components/reports/SendRegularly";
import { useText } from "@/components/text/TextProvider";
import { useNow } from "@/lib/client/use-now";
import { usePaper } from "@/lib/client/use-paper";
import { mayDo } from "@/lib/core/access";
import { dateIn, daysAfter } from "@/lib/core/calendar-day";
import { figureTiles } from "@/lib/core/figure-words";
import type { HistoryChoices } from "@/lib/core/history-choices";
import { rankSpaces } from "@/lib/core/rank-spaces";
import type { HistoryFigures } from "@/lib/core/space-metrics";
import { ChartCard } from "./ChartCard";
import { FigureTiles } from "./FigureTiles";
import { HeatmapCard } from "./HeatmapCard";
import classes from "./History.module.css";
import { HistoryHeader } from "./HistoryHeader";
import { Failed, Loading, NothingKnown, NothingThere } from "./HistoryStates";
import { HistoryToolbar } from "./HistoryToolbar";
import { daysOf, daysWords } from "./history-period";
import { SpacesTable } from "./SpacesTable";
import { subjectWords } from "./subject-words";
import { useHistoryData } from "./use-history-data";
import { type ChangeView, type HistoryView, useHistoryView } from "./use-history-view";

interface HistoryScreenProps {
  readonly choices: HistoryChoices;
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser;
}

const MINUTE_MS = 60_000;
const nothing = () => undefined;

/** How spaces were used over any days: figures with their coverage, a line, a heatmap and a table. */
export function HistoryScreen({ choices, now, user }: HistoryScreenProps) {
  const { view, change } = useHistoryView();
  usePaper();
  const [first] = choices.places;
  const within = choices.places.find(({ id }) => id === view.within) ?? first;
  const timeZone = within?.timeZone ?? "UTC";
  const today = dateIn(useNow(MINUTE_MS, Date.parse(now)), timeZone);
  return (
    <AppFrame user={user} header={<HistoryHeader page="use" />} aside={null} onAsideClose={nothing} footer={null}>
      {within ? (
        <Asked
          view={view}
          change={change}
          choices={choices}
          within={within.id}
          timeZone={timeZone}
          today={today}
          user={user}
        />
      ) : (
        <div className={classes.page}>
          <NothingThere />
        </div>
      )}
    </AppFrame>
  );
}

interface AskedProps {
  readonly view: HistoryView;
  readonly change: ChangeView;
  readonly choices: HistoryChoices;
  readonly within: string;
  readonly timeZone: string;
  readonly today: string;
  readonly user: FrameUser;
}

function Asked({ view, change, choices, within, timeZone, today, user }: AskedProps) {
  const t = useText();
  const days = daysOf(view.period, today, { from: view.from, to: view.to });
  const data = useHistoryData(view, days, within);
  const { figures } = data;
  const subject = subjectWords({ view, choices, within }, figures.data?.items ?? [], t);
  const others = data.neighbours.data?.items.filter(({ id }) => id !== view.spaces) ?? [];
  return (
    <>
      <HistoryToolbar
        view={view}
        onChange={change}
        choices={choices}
        subject={subject}
        days={days}
        today={today}
        timeZone={figures.data?.timeZone ?? timeZone}
        others={others}
      >
        {mayDo(user.role, "report:write") && (
          <SendRegularly view={view} choices={choices} within={within} user={user} />
        )}
      </HistoryToolbar>
      <div
        className={classes.page}
        data-outdated={figures.isPlaceholderData || undefined}
        aria-busy={figures.isFetching}
      >
        {figures.isPending && <Loading />}
        {figures.isError && (
          <Failed
            message={figures.error.message}
            isTrying={figures.isFetching}
            onRetry={() => void figures.refetch()}
          />
        )}
        {figures.data && !figures.isError && (
          <Answer
            view={view}
            change={change}
            data={data}
            figures={figures.data}
            floorId={floorOf(within, choices, data.isOne ? figures.data : null)}
            fileName={t("History {subject} {from} to {to}", { subject, from: days.from, to: days.to })}
            today={today}
          />
        )}
      </div>
    </>
  );
}

interface AnswerProps {
  readonly view: HistoryView;
  readonly change: ChangeView;
  readonly data: ReturnType<typeof useHistoryData>;
  readonly figures: HistoryFigures;
  readonly floorId: string | null;
  readonly fileName: string;
  readonly today: string;
}

/** A period that ends with a midnight ends with the day before it. */
const lastDay = ({ to }: HistoryFigures) =>
  to.slice(11, 16) === "00:00" ? daysAfter(to.slice(0, 10), -1) : to.slice(0, 10);

function Answer({ view, change, data, figures, floorId, fileName, today }: AnswerProps) {
  const t = useText();
  const booked = data.booked.data;
  if (figures.spaces === 0) return <NothingThere />;
  if (figures.group.coverage === 0 && figures.pendingHours === 0)
    return (
      <NothingKnown
        days={daysWords({ from: figures.from.slice(0, 10), to: lastDay(figures) }, today, t)}
        isWorking={view.hours === "working"}
        onAllHours={() => change({ hours: "all" })}
      />
    );
  const one = data.isOne ? figures.items[0] : undefined;
  const tiles = figureTiles(
    {
      figures: one?.figures ?? figures.group.figures,
      before: data.before.data
        ? ((data.isOne ? data.before.data.items[0]?.figures : data.before.data.group.figures) ?? null)
        : null,
      isGroup: !one,
      timeZone: figures.timeZone,
    },
    t,
  );
  const rows = rankSpaces([...figures.items, ...(data.other.data?.items ?? [])], view);
  return (
    <>
      {figures.pendingHours > 0 && (
        <p className={classes.pending} role="status">
          {t(
            "{count, plural, one {# hour is} other {# hours are}} being worked out again. These figures may still change.",
            {
              count: figures.pendingHours,
            },
          )}
        </p>
      )}
      <FigureTiles tiles={booked && booked.spaces > 0 ? [...tiles, noShowTile(booked.group, t)] : tiles} />
      <ChartCard series={data.series} view={view} fileName={fileName} />
      <HeatmapCard heatmap={data.heatmap} view={view} onChange={change} floorId={floorId} fileName={fileName} />
      <SpacesTable rows={rows} view={view} onChange={change} fileName={fileName} />
    </>
  );
}

function floorOf(within: string, { places }: HistoryChoices, one: HistoryFigures | null): string | null {
  if (one) return one.items[0]?.floor?.id ?? null;
  return places.find(({ id }) => id === within)?.kind === "floor" ? within : null;
}
