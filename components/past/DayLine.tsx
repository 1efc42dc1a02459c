import type { CSSProperties, SyntheticEvent } from "react";
import { useText } from "@/components/text/TextProvider";
import classes from "./DayLine.module.css";
import { clockWords, momentWords } from "./past-words";
import type { PastView } from "./use-past-view";

interface DayLineProps {
  readonly view: PastView;
  /** The moment that is looked at, ms. */
  readonly at: number;
  readonly day: { readonly from: number; readonly to: number };
  /** Of what there is of the day, ms; not after now. */
  readonly end: number;
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;

/** The day as a line, and on it the moment that is looked at. */
export function DayLine({ view, at, day, end, timeZone }: DayLineProps) {
  const t = useText();
  const value = Math.min(at, end);
  const shown = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => Math.min(Number(currentTarget.value), end);
  const settle = (event: SyntheticEvent<HTMLInputElement>) => {
    const moment = shown(event);
    if (moment >= end - MINUTE_MS && end < day.to) view.live();
    else view.seek(moment);
  };
  const share = (value - day.from) / (day.to - day.from);
  return (
    <div className={classes.line} style={{ "--share": share } as CSSProperties}>
      <input
        type="range"
        aria-label={t("Moment that is looked at")}
        aria-valuetext={momentWords(value, timeZone, t)}
        min={day.from}
        max={day.to}
        step={MINUTE_MS}
        value={value}
        onChange={(event) => view.scrub(shown(event))}
        onPointerUp={settle}
        onKeyUp={(event) => /^(Arrow|Page|Home|End)/.test(event.key) && settle(event)}
      />
      <span className={classes.clock} aria-hidden>
        {clockWords(value, timeZone)}
      </span>
    </div>
  );
}
