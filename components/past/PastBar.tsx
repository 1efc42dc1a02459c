import {
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconLink,
  IconPlayerPause,
  IconPlayerPlay,
} from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { PlainButton } from "@/components/button/PlainButton";
import { Hint } from "@/components/hint/Hint";
import { useText } from "@/components/text/TextProvider";
import { useCopied } from "@/lib/client/use-copied";
import { useNow } from "@/lib/client/use-now";
import { usePastEvents } from "@/lib/client/use-past";
import type { PastEvent } from "@/lib/core/past-events";
import { DayLine } from "./DayLine";
import classes from "./Past.module.css";
import { clockWords, dateOf, dayAround, hoursOf, onDate } from "./past-words";
import { type PastView, SPEEDS } from "./use-past-view";

// What is marked is fetched after the floor, and so is what draws it.
const PastMarks = dynamic(() => import("./PastMarks").then((module) => module.PastMarks), { ssr: false });

interface PastBarProps {
  readonly floorId: string;
  readonly view: PastView;
  /** The server's time when the page was made, ms. */
  readonly started: number;
  readonly timeZone: string;
}

const NOW_STEP_MS = 30_000;

/** The line of the day under the plan: what happened, which moment is looked at, and play. */
export function PastBar({ floorId, view, started, timeZone }: PastBarProps) {
  const t = useText();
  const now = useNow(NOW_STEP_MS, started);
  const at = view.at ?? now;
  const day = dayAround(at, timeZone);
  const end = Math.min(day.to, now);
  const past = usePastEvents(floorId, day.from, day.to);
  const events = past?.events.filter((event) => Date.parse(event.at) <= end) ?? [];
  const share = (moment: number) => `${((moment - day.from) / (day.to - day.from)) * 100}%`;
  return (
    <section className={classes.past} data-past={view.at !== null || undefined} aria-label={t("Time machine")}>
      <Play view={view} />
      <Day view={view} at={at} now={now} keptSince={past?.keptSince ?? null} timeZone={timeZone} />
      <div className={classes.line}>
        {events.length > 0 ? (
          <PastMarks events={events} at={view.at} onSeek={view.seek} day={day} timeZone={timeZone} />
        ) : null}
        <DayLine view={view} at={at} day={day} end={end} timeZone={timeZone} />
        <div className={classes.hours} aria-hidden>
          {hoursOf(day, timeZone).map((hour) => (
            <span key={hour} style={{ left: share(hour) }}>
              {clockWords(hour, timeZone)}
            </span>
          ))}
        </div>
      </div>
      <Ways view={view} events={events} at={at} />
    </section>
  );
}

function Play({ view }: { view: PastView }) {
  const t = useText();
  return (
    <>
      <PlainButton
        square={32}
        aria-label={view.isPlaying ? t("Pause") : t("Play")}
        onClick={view.isPlaying ? view.pause : view.play}
      >
        {view.isPlaying ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
      </PlainButton>
      <select
        className={classes.speed}
        aria-label={t("Speed")}
        value={String(view.speed)}
        onChange={({ currentTarget }) =>
          view.setSpeed(SPEEDS.find((speed) => String(speed) === currentTarget.value) ?? 60)
        }
      >
        {SPEEDS.map((speed) => (
          <option key={speed} value={String(speed)}>
            {`${speed}×`}
          </option>
        ))}
      </select>
    </>
  );
}

interface DayProps {
  readonly view: PastView;
  readonly at: number;
  readonly now: number;
  readonly keptSince: string | null;
  readonly timeZone: string;
}

function Day({ view, at, now, keptSince, timeZone }: DayProps) {
  const t = useText();
  const date = dateOf(at, timeZone);
  const today = dateOf(now, timeZone);
  const first = keptSince === null ? undefined : dateOf(Date.parse(keptSince), timeZone);
  const go = (to: string) => {
    const moment = onDate(at, to, timeZone);
    if (moment !== null) view.seek(moment);
  };
  const step = (days: -1 | 1) => go(dateOf(dayAround(at, timeZone)[days < 0 ? "from" : "to"] + days, timeZone));
  return (
    <div className={classes.day}>
      <PlainButton
        look="quiet"
        square={28}
        aria-label={t("The day before")}
        disabled={first !== undefined && date <= first}
        onClick={() => step(-1)}
      >
        <IconChevronLeft size={16} />
      </PlainButton>
      <input
        type="date"
        aria-label={t("Day")}
        value={date}
        min={first}
        max={today}
        onChange={(event) => event.currentTarget.value && go(event.currentTarget.value)}
      />
      <PlainButton
        look="quiet"
        square={28}
        aria-label={t("The day after")}
        disabled={date >= today}
        onClick={() => step(1)}
      >
        <IconChevronRight size={16} />
      </PlainButton>
    </div>
  );
}

/** This page at a moment, also while it plays and the address still says another. */
function linkTo(at: number): string {
  if (typeof window === "undefined") return "";
  const url = new URL(window.location.href);
  url.searchParams.set("t", new Date(at).toISOString().replace(/\.\d+Z$/, "Z"));
  return url.href;
}

interface WaysProps {
  readonly view: PastView;
  readonly events: readonly PastEvent[];
  readonly at: number;
}

function CopyLink({ at }: { readonly at: number }) {
  const t = useText();
  const [isCopied, copy] = useCopied();
  return (
    <Hint label={isCopied ? t("Copied") : t("Copy a link to this moment")}>
      <PlainButton square={32} aria-label={t("Copy a link to this moment")} onClick={() => copy(linkTo(at))}>
        {isCopied ? <IconCheck size={16} /> : <IconLink size={16} />}
      </PlainButton>
    </Hint>
  );
}

/** From event to event, a link to this moment, and back to now. */
function Ways({ view, events, at }: WaysProps) {
  const t = useText();
  const moments = events.map((event) => Date.parse(event.at));
  const before = moments.findLast((moment) => moment < at - 1_000);
  const after = view.at === null ? undefined : moments.find((moment) => moment > at + 1_000);
  return (
    <div className={classes.ways}>
      <div className={classes.pair}>
        <PlainButton disabled={before === undefined} onClick={() => before !== undefined && view.seek(before)}>
          {t("Earlier event")}
        </PlainButton>
        <PlainButton disabled={after === undefined} onClick={() => after !== undefined && view.seek(after)}>
          {t("Later event")}
        </PlainButton>
      </div>
      {view.at === null ? null : <CopyLink at={at} />}
      <PlainButton aria-pressed={view.at === null} onClick={view.live}>
        <i /> {t("Live")} <kbd>L</kbd>
      </PlainButton>
    </div>
  );
}
