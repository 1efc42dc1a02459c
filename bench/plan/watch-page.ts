/** What a page notes about itself while it is watched. */
export interface Watched {
  /** ms between two pictures. */
  readonly intervals: number[];
  /** Batches of changes to the drawing. */
  commits: number;
  /** Shapes whose words changed. */
  shapes: number;
}

/** Runs in the page. */
export function watch(): void {
  const watched: Watched = { intervals: [], commits: 0, shapes: 0 };
  new MutationObserver((changes) => {
    watched.commits++;
    watched.shapes += changes.filter(({ attributeName }) => attributeName === "aria-label").length;
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-label"] });
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    watched.intervals.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(window, { watched });
}

/** What a page notes about how it came up and how it answers, as its reader feels it. ms; the shift is a share. */
export interface Felt {
  largestPaint: number;
  shift: number;
  /** Longest from an input to the next picture. */
  slowestInput: number;
}

/** Runs in the page before anything of it. */
export function feel(): void {
  const felt: Felt = { largestPaint: 0, shift: 0, slowestInput: 0 };
  const observe = (type: string, each: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe("largest-contentful-paint", ({ startTime }) => {
    felt.largestPaint = startTime;
  });
  observe("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) felt.shift += value;
  });
  observe(
    "event",
    (entry) => {
      if ((entry as PerformanceEntry & { interactionId: number }).interactionId > 0) {
        felt.slowestInput = Math.max(felt.slowestInput, entry.duration);
      }
    },
    { durationThreshold: 16 },
  );
  Object.assign(window, { felt });
}
