import type { CSSProperties } from "react";
import { Hint } from "@/components/hint/Hint";
import { useText } from "@/components/text/TextProvider";
import type { PastEvent } from "@/lib/core/past-events";
import classes from "./PastMarks.module.css";
import { eventWords } from "./past-event-words";

interface PastMarksProps {
  readonly events: readonly PastEvent[];
  /** The moment that is looked at, ms; null for now. */
  readonly at: number | null;
  readonly onSeek: (at: number) => void;
  readonly day: { readonly from: number; readonly to: number };
  readonly timeZone: string;
}

/** Links keep whole seconds. */
const NEAR_MS = 1_000;
const MOST_SAID = 3;

/** What happened, on the line of the day: for the pointer. Whoever uses keys goes from event to event with the buttons and hears or reads here what each is. */
export function PastMarks({ events, at, onSeek, day, timeZone }: PastMarksProps) {
  const t = useText();
  const share = (moment: number) => (moment - day.from) / (day.to - day.from);
  const here = at === null ? [] : events.filter((event) => Math.abs(Date.parse(event.at) - at) < NEAR_MS);
  return (
    <>
      <div className={classes.marks} aria-hidden>
        {events.map((event) => (
          <Hint key={keyOf(event)} label={eventWords(event, timeZone, t)}>
            <button
              type="button"
              tabIndex={-1}
              className={classes.mark}
              data-kind={event.kind}
              data-severity={event.alert?.severity ?? event.severity ?? undefined}
              style={{ left: `${share(Date.parse(event.at)) * 100}%` }}
              onClick={() => onSeek(Date.parse(event.at))}
            />
          </Hint>
        ))}
      </div>
      <div className={classes.here} role="status" style={{ "--share": share(at ?? day.from) } as CSSProperties}>
        {here.slice(0, MOST_SAID).map((event) => (
          <p key={keyOf(event)}>{eventWords(event, timeZone, t)}</p>
        ))}
        {here.length > MOST_SAID ? <p>{t("and {count} more", { count: here.length - MOST_SAID })}</p> : null}
      </div>
    </>
  );
}

const keyOf = ({ at, kind, spaceId, alert }: PastEvent) => `${at}/${kind}/${spaceId}/${alert?.id}`;
