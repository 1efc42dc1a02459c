"use client";

import { Button } from "@mantine/core";
import { AppFrame } from "@/components/frame/AppFrame";
import type { FrameUser } from "@/components/frame/frame-user";
import { FigureTiles } from "@/components/history/FigureTiles";
import classes from "@/components/history/History.module.css";
import { HistoryHeader } from "@/components/history/HistoryHeader";
import { Failed, Loading, NothingThere } from "@/components/history/HistoryStates";
import { HistoryToolbar } from "@/components/history/HistoryToolbar";
import { type Days, daysOf } from "@/components/history/history-period";
import { searchOf } from "@/components/history/history-search";
import { subjectWords } from "@/components/history/subject-words";
import { useHistoryView } from "@/components/history/use-history-view";
import { useText } from "@/components/text/TextProvider";
import { useBookedHistory } from "@/lib/client/use-history";
import { useNow } from "@/lib/client/use-now";
import type { BookedHistory } from "@/lib/core/booked/booked-history";
import { dateIn } from "@/lib/core/calendar-day";
import type { HistoryChoices } from "@/lib/core/history-choices";
import { BookedTable } from "./BookedTable";
import { bookedTiles } from "./booked-words";
import { GhostCard } from "./GhostCard";
import { NoShowsCard } from "./NoShowsCard";
import { QuartersCard } from "./QuartersCard";

interface BookedScreenProps {
  readonly choices: HistoryChoices;
  /** The server's clock when the page was made. */
  readonly now: string;
  readonly user: FrameUser;
}

const MINUTE_MS = 60_000;
const nothing = () => undefined;

/** How booked time was used over any days: four quarters, no-shows, the hours of the week, and every space. */
export function BookedScreen({ choices, now, user }: BookedScreenProps) {
  const { places } = choices;
  const { view } = useHistoryView();
  const within = places.find(({ id }) => id === view.within) ?? places[0];
  const today = dateIn(useNow(MINUTE_MS, Date.parse(now)), within?.timeZone ?? "UTC");
  return (
    <AppFrame user={user} header={<HistoryHeader page="bookings" />} aside={null} onAsideClose={nothing} footer={null}>
      {within ? (
        <Asked choices={choices} within={within.id} timeZone={within.timeZone} today={today} />
      ) : (
        <div className={classes.page}>
          <NothingThere />
        </div>
      )}
    </AppFrame>
  );
}

interface AskedProps {
  readonly choices: HistoryChoices;
  readonly within: string;
  readonly timeZone: string;
  readonly today: string;
}

function Asked({ choices, within, timeZone, today }: AskedProps) {
  const t = useText();
  const { view, change } = useHistoryView();
  const days = daysOf(view.period, today, { from: view.from, to: view.to });
  const { data, isPending, isError, error, isFetching, isPlaceholderData, refetch } = useBookedHistory(
    searchOf(view, days, within),
  );
  const subject = subjectWords({ view, choices, within }, data?.items ?? [], t);
  const onDesks = () => change({ spaces: null, type: null, kind: "desk" });
  return (
    <>
      <HistoryToolbar
        view={view}
        onChange={change}
        choices={choices}
        subject={subject}
        days={days}
        today={today}
        timeZone={data?.timeZone ?? timeZone}
        others={null}
      />
      <div className={classes.page} data-outdated={isPlaceholderData || undefined} aria-busy={isFetching}>
        {isPending && <Loading />}
        {isError && <Failed message={error.message} isTrying={isFetching} onRetry={() => void refetch()} />}
        {data && !isError && (
          <Answer answer={data} days={days} subject={subject} onDesks={view.kind === "desk" ? null : onDesks} />
        )}
      </div>
    </>
  );
}

interface AnswerProps {
  readonly answer: BookedHistory;
  readonly days: Days;
  readonly subject: string;
  /** Null for whoever looks at desks already. */
  readonly onDesks: (() => void) | null;
}

function Answer({ answer, days, subject, onDesks }: AnswerProps) {
  const t = useText();
  const { spaces, notBookable, group, pendingHours } = answer;
  const { from, to } = days;
  const fileName = (what: string) => t("{what} {subject} {from} to {to}", { what, subject, from, to });
  if (spaces === 0) return notBookable === 0 ? <NothingThere /> : <NotBookable count={notBookable} onDesks={onDesks} />;
  return (
    <>
      {pendingHours > 0 && (
        <p className={classes.pending} role="status">
          {t(
            "{count, plural, one {# hour is} other {# hours are}} being worked out again. These figures may still change.",
            { count: pendingHours },
          )}
        </p>
      )}
      <FigureTiles tiles={bookedTiles(group, t)} />
      <QuartersCard use={group} spaces={spaces} notBookable={notBookable} fileName={fileName(t("Booked and used"))} />
      {group.bookings > 0 && <GhostCard answer={answer} fileName={fileName(t("No-shows by hour"))} />}
      <BookedTable items={answer.items} fileName={fileName(t("Booked spaces"))} />
      {group.bookings > 0 && <NoShowsCard answer={answer} fileName={fileName(t("No-shows"))} />}
    </>
  );
}

/** Spaces, but nothing that says who booked them: of a building often only the desks can be booked. */
function NotBookable({ count, onDesks }: { count: number; onDesks: (() => void) | null }) {
  const t = useText();
  return (
    <div className={`${classes.card} ${classes.empty}`}>
      <p>
        {t(
          "{count, plural, one {Nothing says who booked this space.} other {Nothing says who booked these # spaces.}}",
          { count },
        )}
      </p>
      <p>{t("Bookings come from Zoom workspaces that are mapped to spaces.")}</p>
      {onDesks ? (
        <Button variant="default" onClick={onDesks}>
          {t("Look at desks")}
        </Button>
      ) : null}
    </div>
  );
}
