import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Pool } from "pg";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { type Database, openDatabase } from "@/lib/db/database";
import { freePort } from "@/lib/demo/free-port";
import { startEmbeddedDatabase } from "@/lib/postgres/embedded-database";
import { migrate } from "@/lib/postgres/migrate";
import { fillAlerts } from "./alerts";
import { type App, buildWhenNeeded, signIn, startApp } from "./app-under-test";
import { figure, median, printFigures } from "./figure";
import { cpuMs, heapMb, type Tasks, traceTasks } from "./plan/main-thread";
import { type Felt, feel, type Watched, watch } from "./plan/watch-page";
import { emptyPage, perSecond, seen } from "./plan/watched-page";

const { values } = parseArgs({
  options: {
    alerts: { type: "string", default: "10000" },
    rate: { type: "string", default: "20" },
    seconds: { type: "string", default: "20" },
    port: { type: "string", default: "5178" },
    chromium: { type: "string", default: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium" },
  },
});
const [alerts, rate, seconds] = [values.alerts, values.rate, values.seconds].map(Number) as [number, number, number];

const PAGE = "/api/alerts?status=open,acknowledged&sort=impact&limit=100";
const ROW = '[role="treegrid"] [role="row"]';
const share = (intervals: readonly number[], part: number) =>
  intervals.toSorted((a, b) => a - b)[Math.floor(intervals.length * part)] ?? Number.NaN;

/** A source's trouble is reported again, is over, and comes back; every second one is among the first of the list. */
async function change(pool: Pool, turn: number): Promise<void> {
  const phase = turn % 10 === 8 ? "cleared" : "raised";
  await pool.query(
    `INSERT INTO signal (source_id, code, at, phase, severity, text, received_at)
     SELECT id, 'zoom.alert.device-disconnected.camera', clock_timestamp(), $2, 'major', 'Selected camera has disconnected', now()
     FROM (SELECT source_id AS id FROM alert WHERE resolved_at IS NULL AND source_id IS NOT NULL ORDER BY rank DESC, id DESC
           LIMIT 1 OFFSET $1) s`,
    [turn % 2 === 0 ? turn % 40 : (turn * 97) % (alerts / 2), phase],
  );
}

async function load(pool: Pool): Promise<number> {
  const start = Date.now();
  let sent = 0;
  const work: Promise<void>[] = [];
  while (Date.now() < start + seconds * 1_000) {
    const due = ((Date.now() - start) / 1_000) * rate;
    while (sent < due) work.push(change(pool, sent++));
    await sleep(10);
  }
  await Promise.all(work);
  return sent;
}

/** How long the page's own script waits for the first page, ms. */
const firstPage = (page: Page) =>
  page.evaluate(async (url) => {
    const times: number[] = [];
    for (let round = 0; round < 20; round++) {
      const began = performance.now();
      await (await fetch(url)).json();
      times.push(performance.now() - began);
    }
    return times;
  }, PAGE);

/** Down the list by keyboard as fast as somebody can hold the key, and back. */
async function walk(page: Page): Promise<Felt> {
  await page.getByRole("treegrid").focus();
  for (const key of ["End", "Home"]) await page.keyboard.press(key);
  for (let turn = 0; turn < 60; turn++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await sleep(500);
  return page.evaluate(() => (window as unknown as { felt: Felt }).felt);
}

/** Runs in the page: counts the rows that are put into the list. */
function countRows(): void {
  const counted = { came: 0 };
  const observer = new MutationObserver((changes) => {
    counted.came += changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
    Object.assign(window, counted);
  });
  const list = document.querySelector('[role="treegrid"] [role="rowgroup"]');
  if (list) observer.observe(list, { childList: true });
  Object.assign(window, counted);
}

/** From acknowledging in one browser until another shows it, ms. */
async function acknowledged(context: BrowserContext, page: Page, url: string): Promise<number[]> {
  const other = await context.newPage();
  await other.goto(`${url}/alerts`);
  await other.waitForSelector(ROW);
  await sleep(3_000);
  const times: number[] = [];
  for (let round = 0; round < 10; round++) {
    const row = other.locator(ROW).nth(round);
    const id = (await row.getAttribute("id")) ?? "";
    const began = performance.now();
    await page.evaluate(
      async (alertId) => {
        await fetch(`/api/alerts/${alertId}/acknowledge`, { method: "POST" });
      },
      id.replace("alert-row-", ""),
    );
    await other.waitForFunction((one) => document.getElementById(one)?.textContent?.includes("Acknowledged"), id);
    times.push(performance.now() - began);
  }
  await other.close();
  return times;
}

interface Measured {
  readonly sent: number;
  /** Rows that were put into the page. */
  readonly came: number;
  /** Pages asked for while nobody scrolled. */
  readonly further: number;
  readonly empty: number;
  readonly pages: readonly number[];
  readonly rows: number;
  readonly shown: readonly number[];
  readonly cpu: number;
  readonly busy: Watched;
  readonly tasks: Tasks;
  readonly heap: number;
  readonly felt: Felt;
}

async function measure(app: App, cookie: string, pool: Pool): Promise<Measured> {
  const browser = await chromium.launch({
    executablePath: values.chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const cookies = cookie.split("; ").map((one) => one.split("=", 2) as [string, string]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: app.url })));
    const empty = await emptyPage(context);
    const page = await context.newPage();
    await page.addInitScript("globalThis.__name = (it) => it");
    await page.addInitScript(feel);
    await page.goto(`${app.url}/alerts`);
    await page.waitForSelector(ROW);
    await sleep(3_000);
    const pages = await firstPage(page);
    const shown = await acknowledged(context, page, app.url);
    const felt = await walk(page);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const heapBefore = await heapMb(cdp);
    let further = 0;
    page.on("request", (request) => {
      if (request.url().includes("cursor=")) further++;
    });
    const stop = await traceTasks(browser, page);
    await page.evaluate(watch);
    await page.evaluate(countRows);
    const before = await cpuMs(cdp);
    const sent = await load(pool);
    await sleep(2_000);
    const cpu = ((await cpuMs(cdp)) - before) / (seconds + 2);
    const busy = await seen(page);
    const tasks = await stop();
    const came = await page.evaluate(() => (window as unknown as { came: number }).came);
    const rows = await page.locator(ROW).count();
    return {
      sent,
      came,
      further,
      empty,
      pages,
      rows,
      shown,
      cpu,
      busy,
      tasks,
      felt,
      heap: (await heapMb(cdp)) - heapBefore,
    };
  } finally {
    await browser.close();
  }
}

function report({ sent, came, further, empty, pages, rows, shown, cpu, busy, tasks, heap, felt }: Measured): void {
  printFigures(`${alerts} open alerts, ${rate} changes a second for ${seconds} s`, [
    figure("changes made", sent, ""),
    figure("pages asked for while nobody scrolls", further, ""),
    figure("rows that came into sight", came / seconds, "/s"),
    figure("rows in the page", rows, "", 60),
    figure("first page, median", median(pages), "ms", 100),
    figure("acknowledged here, shown there, slowest of 10", Math.max(...shown), "ms", 1_000),
    figure("computing of the page's main thread", cpu, "ms/s"),
    figure("missing of the empty page's pictures", Math.max(0, 1 - perSecond(busy) / empty), "", 1 - 58 / 60),
    figure("picture to picture, p99", share(busy.intervals, 0.99), "ms"),
    figure("longest task, computing", tasks.longest, "ms", 50),
    figure("tasks above 50 ms, computing", tasks.above50, ""),
    figure("heap after minus before", heap, "MB", 5),
    figure("largest paint", felt.largestPaint, "ms", 1_200),
    figure("slowest answer to a key", felt.slowestInput, "ms", 100),
  ]);
}

async function withDatabase(dir: string, work: (url: string, db: Database) => Promise<void>): Promise<void> {
  const server = await startEmbeddedDatabase({ dataDir: dir, log: () => undefined });
  try {
    const migrationsDir = path.join(import.meta.dirname, "../prisma/migrations");
    await migrate({ databaseUrl: server.url, migrationsDir, log: () => undefined });
    const db = openDatabase(server.url, () => undefined);
    await work(server.url, db).finally(() => db.close());
  } finally {
    await server.stop();
  }
}

await buildWhenNeeded();
const dir = mkdtempSync(path.join(tmpdir(), "bench-inbox-"));
try {
  await withDatabase(dir, async (url, db) => {
    await fillAlerts(db, alerts);
    const port = await freePort(Number(values.port));
    const app = startApp({ port, database: { DATABASE_URL: url }, logFile: path.join(dir, "app.log") });
    try {
      await app.ready(60_000);
      report(await measure(app, await signIn(app.url), db.read));
    } finally {
      await app.kill("SIGTERM");
    }
  });
} finally {
  rmSync(dir, { recursive: true, force: true });
}
