import type { Browser, CDPSession, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time, µs. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Tasks of the page's main thread by the time they computed, ms: what else runs on the machine does not count. */
export interface Tasks {
  readonly longest: number;
  readonly above50: number;
}

/** Answers how to stop, and what was seen. */
export async function traceTasks(browser: Browser, page: Page): Promise<() => Promise<Tasks>> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  return async () => tasksOf(JSON.parse((await browser.stopTracing()).toString("utf8")) as Trace);
}

interface Trace {
  readonly traceEvents: readonly TraceEvent[];
}

function tasksOf({ traceEvents }: Trace): Tasks {
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const times = traceEvents.flatMap(({ name, ph, pid, tid, tdur }) =>
    ph === "X" && name.endsWith("RunTask") && tdur !== undefined && mains.has(`${pid}/${tid}`) ? [tdur / 1_000] : [],
  );
  return {
    longest: times.reduce((most, one) => Math.max(most, one), 0),
    above50: times.filter((one) => one > 50).length,
  };
}

/** Time the page's main thread has computed, ms. */
export async function cpuMs(cdp: CDPSession): Promise<number> {
  return (await metric(cdp, "TaskDuration")) * 1_000;
}

/** What scripts hold after the garbage is gone, MB. */
export async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  return (await metric(cdp, "JSHeapUsedSize")) / (1 << 20);
}

async function metric(cdp: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
}
