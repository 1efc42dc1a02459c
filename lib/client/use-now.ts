import { useSyncExternalStore } from "react";
import { serverNow } from "./server-clock";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;
let now = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || !timer) return;
    clearInterval(timer);
    timer = null;
  };
}

function tick() {
  now = serverNow();
  for (const listener of listeners) listener();
}

/** The server's time, ms, in steps: a component renders again only when its step is over. One timer for the page. */
export function useNow(stepMs: number, initial: number): number {
  const read = () => Math.floor((now === 0 ? initial : now) / stepMs) * stepMs;
  return useSyncExternalStore(subscribe, read, () => Math.floor(initial / stepMs) * stepMs);
}
