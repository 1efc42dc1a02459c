/** Calls `work` at once when it was quiet, and else once when `paceMs` have passed since the last call. */
export function paced(work: () => void, paceMs: number): { readonly say: () => void; readonly stop: () => void } {
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const run = () => {
    timer = null;
    lastAt = performance.now();
    work();
  };
  return {
    say: () => {
      if (timer !== null) return;
      const wait = lastAt + paceMs - performance.now();
      if (wait <= 0) run();
      else timer = setTimeout(run, wait);
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
