"use client";

import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { useOwnTime } from "@/components/text/use-own-time";
import type { AirLimits } from "@/lib/core/air-limits";
import type { DayAxis } from "./day-axis";
import type { Timeline as TimelineData } from "./prepare-timeline";
import type { SpanSelection } from "./span-selection";
import classes from "./Timeline.module.css";
import { share, TimelineRows } from "./TimelineRows";
import { timelineHint, timelineSummary } from "./timeline-words";
import type { SpanSelecting } from "./use-span-selection";

interface TimelineProps {
  readonly timeline: TimelineData;
  readonly limits: AirLimits;
  readonly selecting: SpanSelecting;
}

const STEP_MS = 15 * 60_000;
const HOUR_MS = 4 * STEP_MS;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: STEP_MS,
  ArrowUp: STEP_MS,
  ArrowLeft: -STEP_MS,
  ArrowDown: -STEP_MS,
  PageUp: HOUR_MS,
  PageDown: -HOUR_MS,
};

/** A day on one time axis. The pointer, or the arrow keys, ask every row about a moment; dragging, or Shift, selects a span. */
export function Timeline({ timeline, limits, selecting }: TimelineProps) {
  const t = useText();
  const own = useOwnTime(timeline.axis.timeZone);
  const keysId = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const { axis } = timeline;
  const last = Math.max(axis.from, Math.min(axis.end, axis.to) - 1);
  const hint = cursor === null ? null : timelineHint(timeline, Math.min(cursor, axis.to - 1), limits, t);
  const resting = timelineHint(timeline, last, limits, t);
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setCursor(axis.from + ((event.clientX - box.left) / box.width) * (axis.to - axis.from));
  };
  const step = (event: KeyboardEvent) => {
    if (selecting.onKey(event, cursor ?? last)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const to = stepped(event.key, cursor ?? last, axis);
    if (to === null && !(event.key === "Escape" && cursor !== null)) return;
    event.preventDefault();
    event.stopPropagation();
    setCursor(to);
  };
  return (
    <div
      ref={selecting.area}
      className={classes.timeline}
      role="slider"
      tabIndex={0}
      aria-label={timelineSummary(timeline, t)}
      aria-describedby={keysId}
      aria-valuemin={axis.from}
      aria-valuemax={axis.to}
      aria-valuenow={hint?.at ?? last}
      aria-valuetext={(hint ?? resting).lines.join(", ")}
      {...selecting.handlers}
      onPointerMove={(event) => {
        follow(event);
        selecting.handlers.onPointerMove(event);
      }}
      onPointerDown={(event) => {
        follow(event);
        selecting.handlers.onPointerDown(event);
      }}
      onPointerLeave={() => setCursor(null)}
      onKeyDown={step}
      onBlur={() => setCursor(null)}
    >
      <TimelineRows timeline={timeline} />
      <Overlay axis={axis} cursor={hint?.at ?? null} drawn={selecting.drawn} />
      {hint && (
        <div className={classes.hint} style={hintPlace((hint.at - axis.from) / (axis.to - axis.from))} aria-hidden>
          {[...hint.lines, own(hint.at)].map((words) => (words ? <div key={words}>{words}</div> : null))}
        </div>
      )}
      <div id={keysId} hidden>
        {t("Shift and the arrow keys select a span, Enter says what can be done with it.")}
      </div>
    </div>
  );
}

function stepped(key: string, at: number, axis: DayAxis): number | null {
  if (key === "Home") return axis.from;
  if (key === "End") return axis.to - 1;
  const step = STEPS[key];
  if (step === undefined) return null;
  const next = step > 0 ? Math.floor(at / STEP_MS) * STEP_MS + step : Math.ceil(at / STEP_MS) * STEP_MS + step;
  return Math.max(axis.from, Math.min(axis.to - 1, next));
}

interface OverlayProps {
  readonly axis: DayAxis;
  readonly cursor: number | null;
  readonly drawn: SpanSelecting["drawn"];
}

/** The future faded, now, what is selected, and where one looks. */
function Overlay({ axis, cursor, drawn }: OverlayProps) {
  const isNowInside = axis.now >= axis.from && axis.now <= axis.to;
  return (
    <div className={classes.overlay} aria-hidden>
      {isNowInside && <i className={classes.future} style={{ left: share(axis.now, axis) }} />}
      {isNowInside && <i className={classes.now} style={{ left: share(axis.now, axis) }} />}
      {drawn !== null && <i className={classes.selected} style={selectedPlace(drawn, axis)} />}
      {cursor !== null && <i className={classes.cursor} style={{ left: share(cursor, axis) }} />}
    </div>
  );
}

function selectedPlace({ anchor, head }: SpanSelection, axis: DayAxis) {
  const [from, to] = [Math.max(axis.from, Math.min(anchor, head)), Math.min(axis.to, Math.max(anchor, head))];
  return { left: share(from, axis), width: `${(Math.max(0, to - from) / (axis.to - axis.from)) * 100}%` };
}

/** Beside the cursor, on the side with more room. */
function hintPlace(at: number) {
  return at < 0.5 ? { left: `calc(${at * 100}% + 8px)` } : { right: `calc(${(1 - at) * 100}% + 8px)` };
}
