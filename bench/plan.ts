import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";
import { freePort } from "@/lib/demo/free-port";
import { buildWhenNeeded, signIn, startApp } from "./app-under-test";
import { type Figure, figure, median, printFigures } from "./figure";
import { drawFloor, postRoom } from "./plan/drawn-floor";
import { cpuMs, heapMb, type Tasks, traceTasks } from "./plan/main-thread";
import { type Felt, feel, type Watched, watch } from "./plan/watch-page";
import { emptyPage, perSecond, seen } from "./plan/watched-page";

const { values } = parseArgs({
  options: {
    shapes: { type: "string", default: "1000" },
    rate: { type: "string", default: "500" },
    seconds: { type: "string", default: "20" },
    port: { type: "string", default: "5168" },
    chromium: { type: "string", default: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium" },
  },
});
const [shapes, rate, seconds] = [values.shapes, values.rate, values.seconds].map(Number) as [number, number, number];

await buildWhenNeeded();
const dir = mkdtempSync(path.join(tmpdir(), "bench-plan-"));
const app = startApp({
  port: await freePort(Number(values.port)),
  database: { DATA_DIR: dir },
  logFile: path.join(dir, "app.log"),
});

const share = (intervals: readonly number[], part: number) =>
  intervals.toSorted((a, b) => a - b)[Math.floor(intervals.length * part)] ?? Number.NaN;

/** Every change of a room is one of its colour. */
const countOf = (sent: number) => (Math.floor(sent / shapes) % 2 === 0 ? (sent % 9) + 1 : 0);

async function load(): Promise<number> {
  const until = Date.now() + seconds * 1_000;
  let sent = 0;
  const posts: Promise<void>[] = [];
  for (const start = Date.now(); Date.now() < until; ) {
    const due = ((Date.now() - start) / 1_000) * rate;
    while (sent < due) posts.push(postRoom(app.url, sent % shapes, countOf(sent++)));
    await sleep(5);
  }
  await Promise.all(posts);
  return sent;
}

interface ScriptBytes {
  /** What the page asks for itself. */
  readonly first: number;
  /** What comes when there is time, for what may be opened next. */
  readonly atRest: number;
}

/** Opens the floor as a reader would, and answers what its scripts weigh, bytes after gzip. */
async function openFloor(page: Page, floorId: string): Promise<ScriptBytes> {
  const scripts = new Map<string, number>();
  page.on("response", async (answer) => {
    if (!/\.js(\?|$)/.test(answer.url())) return;
    const body = await answer.body().catch(() => null);
    if (body) scripts.set(answer.url(), gzipSync(body).byteLength);
  });
  await page.addInitScript("globalThis.__name = (it) => it");
  await page.addInitScript(feel);
  const html = (await (await page.goto(`${app.url}/floors/${floorId}`))?.text()) ?? "";
  await page.waitForFunction((count) => document.querySelectorAll("[data-shape]").length === count, shapes);
  await sleep(3_000);
  const sum = (isFirst: boolean) =>
    [...scripts]
      .filter(([url]) => html.includes(new URL(url).pathname) === isFirst)
      .reduce((total, [, bytes]) => total + bytes, 0);
  return { first: sum(true), atRest: sum(false) };
}

/** What somebody does with a floor: looks at another view, filters, opens a room by keyboard. */
async function actOnFloor(page: Page): Promise<Felt> {
  for (const name of ["CO₂", "Occupancy"]) await page.getByRole("button", { name, exact: true }).click();
  for (const turn of [0, 1])
    await page
      .getByRole("button", { name: /^Free/ })
      .first()
      .click({ delay: 50 * turn });
  await page.locator("[data-shape]").first().focus();
  for (const key of ["ArrowRight", "ArrowDown", "Enter", "Escape"]) await page.keyboard.press(key);
  await sleep(1_000);
  return page.evaluate(() => (window as unknown as { felt: Felt }).felt);
}

/** The wheel, turned for some seconds while nothing else happens. */
async function zoomed(page: Page): Promise<Watched> {
  await page.mouse.move(700, 450);
  await page.evaluate(watch);
  for (let turn = 0; turn < 80; turn++) {
    await page.mouse.wheel(0, turn % 40 < 20 ? -60 : 60);
    await sleep(16);
  }
  return seen(page);
}

async function measure(cookie: string, floorId: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: values.chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const cookies = cookie.split("; ").map((one) => one.split("=", 2) as [string, string]);
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: app.url })));
    const empty = await emptyPage(context);
    await (await fetch(`${app.url}/floors/${floorId}`, { headers: { cookie } })).text(); // a server that has just begun is slower
    const page = await context.newPage();
    const scriptBytes = await openFloor(page, floorId);
    const felt = await actOnFloor(page);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const heapBefore = await heapMb(cdp);
    const stop = await traceTasks(browser, page);
    await page.evaluate(watch);
    const before = await cpuMs(cdp);
    const sent = await load();
    const cpu = ((await cpuMs(cdp)) - before) / seconds;
    const busy = await seen(page);
    const tasks = await stop();
    const heap = (await heapMb(cdp)) - heapBefore;
    report({ sent, cpu, empty, busy, tasks, heap, felt, scriptBytes, wheel: await zoomed(page) });
  } finally {
    await browser.close();
  }
}

interface Measured {
  readonly sent: number;
  readonly cpu: number;
  readonly empty: number;
  readonly busy: Watched;
  readonly tasks: Tasks;
  readonly heap: number;
  readonly felt: Felt;
  readonly scriptBytes: ScriptBytes;
  readonly wheel: Watched;
}

function report({ sent, cpu, empty, busy, tasks, heap, felt, scriptBytes, wheel }: Measured): void {
  const frames = perSecond(busy);
  const figures: Figure[] = [
    figure("changes sent", sent, ""),
    figure("repaints", busy.commits / seconds, "/s"),
    figure("shapes drawn again", busy.shapes / seconds, "/s"),
    figure("computing of the page's main thread", cpu, "ms/s"),
    figure("pictures", frames, "/s"),
    figure("pictures of an empty page", empty, "/s"),
    figure("missing of the empty page's pictures", Math.max(0, 1 - frames / empty), "", 1 - 58 / 60),
    figure("picture to picture, p50", median(busy.intervals), "ms"),
    figure("picture to picture, p99", share(busy.intervals, 0.99), "ms"),
    figure("longest task, computing", tasks.longest, "ms", 50),
    figure("tasks above 50 ms, computing", tasks.above50, ""),
    figure("heap after minus before", heap, "MB", 5),
    figure("while zooming, p95", share(wheel.intervals, 0.95), "ms"),
    figure("largest paint", felt.largestPaint, "ms", 1_200),
    figure("slowest input", felt.slowestInput, "ms", 100),
    figure("layout shift", felt.shift, "", 0.02),
    figure("JavaScript of the first load, gzip", scriptBytes.first / 1_000, "kB", 250),
    figure("JavaScript fetched at rest, gzip", scriptBytes.atRest / 1_000, "kB"),
  ];
  printFigures(`${shapes} shapes, ${rate} changes a second for ${seconds} s`, figures);
}

try {
  await app.ready(60_000);
  const cookie = await signIn(app.url);
  for (let room = 0; room < shapes; room++) await postRoom(app.url, room, 0, 120_000);
  const floorId = await drawFloor(app.url, cookie);
  await measure(cookie, floorId);
} finally {
  await app.kill("SIGTERM");
  rmSync(dir, { recursive: true, force: true });
}
