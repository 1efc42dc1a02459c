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

/** What is true at the server's time (ms): a component renders again only when the answer changes. One timer for the page. */
export function useAtNow<T extends boolean | number | string>(answer: (now: number) => T, initial: number): T {
  return useSyncExternalStore(
    subscribe,
    () => answer(now === 0 ? initial : now),
    () => answer(initial),
  );
}

/** The server's time, ms, in steps: a component renders again only when its step is over. */
export function useNow(stepMs: number, initial: number): number {
  return useAtNow((at) => Math.floor(at / stepMs) * stepMs, initial);
}
