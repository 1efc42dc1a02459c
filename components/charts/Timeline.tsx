"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { useText } from "@/components/text/TextProvider";
import { useOwnTime } from "@/components/text/use-own-time";
import type { AirLimits } from "@/lib/core/air-limits";
import type { DayAxis } from "./day-axis";
import type { Timeline as TimelineData } from "./prepare-timeline";
import classes from "./Timeline.module.css";
import { share, TimelineRows } from "./TimelineRows";
import { timelineHint, timelineSummary } from "./timeline-words";

interface TimelineProps {
  readonly timeline: TimelineData;
  readonly limits: AirLimits;
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

/** A day on one time axis. The pointer, or the arrow keys, ask every row about a moment. */
export function Timeline({ timeline, limits }: TimelineProps) {
  const t = useText();
  const own = useOwnTime(timeline.axis.timeZone);
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
    const to = stepped(event.key, cursor ?? last, axis);
    if (to === null && !(event.key === "Escape" && cursor !== null)) return;
    event.preventDefault();
    event.stopPropagation();
    setCursor(to);
  };
  return (
    <div
      className={classes.timeline}
      role="slider"
      tabIndex={0}
      aria-label={timelineSummary(timeline, t)}
      aria-valuemin={axis.from}
      aria-valuemax={axis.to}
      aria-valuenow={hint?.at ?? last}
      aria-valuetext={(hint ?? resting).lines.join(", ")}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setCursor(null)}
      onKeyDown={step}
      onBlur={() => setCursor(null)}
    >
      <TimelineRows timeline={timeline} />
      <Overlay axis={axis} cursor={hint?.at ?? null} />
      {hint && (
        <div className={classes.hint} style={hintPlace((hint.at - axis.from) / (axis.to - axis.from))} aria-hidden>
          {[...hint.lines, own(hint.at)].map((words) => (words ? <div key={words}>{words}</div> : null))}
        </div>
      )}
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

/** The future faded, now, and where one looks. */
function Overlay({ axis, cursor }: { axis: DayAxis; cursor: number | null }) {
  const isNowInside = axis.now >= axis.from && axis.now <= axis.to;
  return (
    <div className={classes.overlay} aria-hidden>
      {isNowInside && <i className={classes.future} style={{ left: share(axis.now, axis) }} />}
      {isNowInside && <i className={classes.now} style={{ left: share(axis.now, axis) }} />}
      {cursor !== null && <i className={classes.cursor} style={{ left: share(cursor, axis) }} />}
    </div>
  );
}

/** Beside the cursor, on the side with more room. */
function hintPlace(at: number) {
  return at < 0.5 ? { left: `calc(${at * 100}% + 8px)` } : { right: `calc(${(1 - at) * 100}% + 8px)` };
}
