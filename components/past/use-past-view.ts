import { createParser, useQueryState } from "nuqs";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { serverNow } from "@/lib/client/server-clock";
import { type PastFloor, usePastFloor } from "@/lib/client/use-past";

/** How many seconds of the past a second of play shows. */
export const SPEEDS = [1, 10, 60, 600] as const;
export type Speed = (typeof SPEEDS)[number];

const TICK_MS = 100;
/** Whoever plays without having chosen a moment sees the last hour. */
const PLAYED_MS = 60 * 60_000;

const Moment = createParser({
  parse: (text) => {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : at;
  },
  serialize: (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, "Z"),
});

export interface PastView {
  /** The moment that is looked at, ms; null for now. */
  readonly at: number | null;
  readonly then: PastFloor;
  readonly isPlaying: boolean;
  readonly speed: Speed;
  /** While a hand is on the line: nothing is remembered yet. */
  readonly scrub: (at: number) => void;
  /** Goes there, and remembers it in the address. A moment that is not over is now. */
  readonly seek: (at: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly live: () => void;
}

/** The moment that a floor is looked at: of the address, so that a link shows the same, or of the hand that moves it. */
export function usePastView(floorId: string): PastView {
  const [remembered, remember] = useQueryState("t", Moment.withOptions({ history: "replace" }));
  const [moving, setMoving] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(60);
  const at = moving ?? remembered;
  const then = usePastFloor(floorId, at);

  const live = () => {
    setPlaying(false);
    setMoving(null);
    void remember(null);
  };
  const seek = (moment: number) => {
    if (moment >= serverNow()) return live();
    setMoving(isPlaying ? moment : null);
    void remember(moment);
  };
  const pause = () => {
    setPlaying(false);
    if (moving !== null) void remember(moving);
    setMoving(null);
  };
  const play = () => {
    setMoving(at ?? serverNow() - PLAYED_MS);
    setPlaying(true);
  };
  usePlay(isPlaying, (elapsedMs) => {
    if (at === null || !then.isReady) return;
    const next = at + elapsedMs * speed;
    if (next >= serverNow()) live();
    else setMoving(next);
  });
  const scrub = (moment: number) => setMoving(Math.min(moment, serverNow() - 1));
  return { at, then, isPlaying, speed, scrub, seek, play, pause, setSpeed, live };
}

/** Ticks ten times a second while it plays; says how long the last took, ms, so that a slow machine does not slow time. */
function usePlay(isPlaying: boolean, onTick: (elapsedMs: number) => void): void {
  const last = useRef(0);
  const tick = useEffectEvent(() => {
    const now = performance.now();
    // What was not looked at, as in a hidden tab, is not caught up with.
    onTick(Math.min(now - last.current, 5 * TICK_MS));
    last.current = now;
  });
  useEffect(() => {
    if (!isPlaying) return;
    last.current = performance.now();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
}
