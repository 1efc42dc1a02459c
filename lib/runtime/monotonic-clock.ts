/** µs since the epoch, never the same twice in a process and never going back, whatever the machine's clock does. */
export function createMonotonicClock(now: () => number = Date.now): () => number {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(now() * 1000));
    return last;
  };
}
