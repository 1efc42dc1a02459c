import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { type FloorPlan, PlanDraft, type Point } from "@/lib/core/floor-plan";
import { FloorFromWire } from "@/lib/core/packed-floor";
import { freePort } from "@/lib/demo/free-port";
import { buildWhenNeeded, signIn, startApp, WEBHOOK_KEY, WEBHOOK_PATH } from "./app-under-test";
import { figure, median, printFigures } from "./figure";

/** What the page notes about itself while it is watched. */
interface Watched {
  /** ms between two pictures. */
  readonly intervals: number[];
  /** ms of each task above 50 ms. */
  readonly longTasks: number[];
  /** Batches of changes to the drawing. */
  commits: number;
  /** Shapes whose words changed. */
  shapes: number;
}

const COLUMNS = 25;
const SMOOTH_MS = 50;

const { values } = parseArgs({
  options: {
    shapes: { type: "string", default: "400" },
    rate: { type: "string", default: "60" },
    seconds: { type: "string", default: "20" },
    chromium: { type: "string", default: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium" },
  },
});
const [shapes, rate, seconds] = [values.shapes, values.rate, values.seconds].map(Number) as [number, number, number];

await buildWhenNeeded();
const dir = mkdtempSync(path.join(tmpdir(), "bench-plan-"));
const app = startApp({
  port: await freePort(5_168),
  database: { DATA_DIR: dir },
  logFile: path.join(dir, "app.log"),
});

async function post(room: number, people: number, agoMs = 0): Promise<void> {
  const ids = { org_id: "o", site_id: "s", building_id: "b", floor_id: "space_f", room_id: `room_${room}` };
  const names = { org_name: "O", site_name: "S", building_name: "B", floor_name: "F", room_name: `Room ${room}` };
  const answer = await fetch(app.url + WEBHOOK_PATH, {
    method: "POST",
    headers: { "x-api-key": WEBHOOK_KEY, "content-type": "application/json" },
    body: JSON.stringify({
      id: crypto.randomUUID(),
      type: "ROOM_OCCUPANCY",
      timestamp: Date.now() - agoMs,
      version: "v1.0.0",
      metadata: { ...ids, ...names },
      data: people,
    }),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
}

async function api(cookie: string, at: string, method = "GET", body?: object): Promise<unknown> {
  const answer = await fetch(app.url + at, {
    method,
    headers: { cookie, "content-type": "application/json", origin: app.url },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${at} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function publish(cookie: string): Promise<string> {
  const { items } = (await api(cookie, "/api/floors")) as { items: { id: string }[] };
  const floorId = items[0]?.id ?? "";
  const { spaces } = FloorFromWire.parse(await api(cookie, `/api/floors/${floorId}/snapshot`));
  const rooms = spaces.filter(({ kind }) => kind === "room");
  const [width, height] = [1 / COLUMNS, 1 / Math.ceil(rooms.length / COLUMNS)];
  const plan: FloorPlan = {
    aspect: 1.6,
    widthM: 80,
    drawing: null,
    shapes: rooms.map(({ id }, i) => {
      const [x, y] = [(i % COLUMNS) * width, Math.floor(i / COLUMNS) * height];
      const corners: Point[] = [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ];
      return { id: `r${id}`, kind: "room", points: corners, spaceId: id };
    }),
  };
  const url = `/api/floors/${floorId}/plan`;
  const { revision } = PlanDraft.parse(await api(cookie, `${url}/draft`));
  const saved = PlanDraft.parse(await api(cookie, `${url}/draft`, "PUT", { revision, plan }));
  await api(cookie, `${url}/publish`, "POST", { revision: saved.revision });
  return floorId;
}

/** Runs in the page. */
function watch(): void {
  const watched: Watched = { intervals: [], longTasks: [], commits: 0, shapes: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.longTasks.push(entry.duration);
  }).observe({ type: "longtask" });
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

const seen = (page: Page) => page.evaluate(() => (window as unknown as { watched: Watched }).watched);

async function load(): Promise<number> {
  const until = Date.now() + seconds * 1_000;
  let sent = 0;
  const posts: Promise<void>[] = [];
  for (const start = Date.now(); Date.now() < until; ) {
    while (sent < ((Date.now() - start) / 1_000) * rate) posts.push(post(sent % shapes, (sent++ % 9) + 1));
    await sleep(5);
  }
  await Promise.all(posts);
  return sent;
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
    const page = await context.newPage();
    await page.goto(`${app.url}/floors/${floorId}`);
    await page.waitForFunction((count) => document.querySelectorAll("[data-shape]").length === count, shapes);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.evaluate("globalThis.__name = (it) => it"); // tsx names functions by a helper that pages have not
    await sleep(3_000);
    await page.evaluate(watch);
    await sleep(5_000);
    const quiet = await seen(page);
    await page.evaluate(watch);
    const before = await cpuMs(cdp);
    const sent = await load();
    const cpu = ((await cpuMs(cdp)) - before) / seconds;
    await sleep(500);
    report(sent, cpu, quiet, await seen(page), await zoomed(page));
  } finally {
    await browser.close();
  }
}

/** Time the page's main thread has computed, ms: what else runs on the machine does not count. */
async function cpuMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
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

const share = (intervals: readonly number[], part: number) =>
  intervals.toSorted((a, b) => a - b)[Math.floor(intervals.length * part)] ?? Number.NaN;

function report(sent: number, cpu: number, quiet: Watched, busy: Watched, wheel: Watched): void {
  printFigures(`${shapes} shapes, ${rate} changes a second for ${seconds} s`, [
    figure("changes sent", sent, ""),
    figure("repaints", busy.commits / seconds, "/s"),
    figure("shapes drawn again", busy.shapes / seconds, "/s"),
    figure("computing of the page's main thread", cpu, "ms/s"),
    figure("picture to picture, quiet, p50", median(quiet.intervals), "ms"),
    figure("picture to picture, p50", median(busy.intervals), "ms"),
    figure("picture to picture, p99", share(busy.intervals, 0.99), "ms", SMOOTH_MS),
    figure("longest wait for a picture", Math.max(...busy.intervals), "ms"),
    figure("long tasks", busy.longTasks.length, "", 0),
    figure("their time", busy.longTasks.reduce((sum, ms) => sum + ms, 0) / seconds, "ms/s"),
    figure("while zooming, p95", share(wheel.intervals, 0.95), "ms", SMOOTH_MS),
    figure("while zooming, long tasks", wheel.longTasks.length, ""),
  ]);
}

try {
  await app.ready(60_000);
  const cookie = await signIn(app.url);
  for (let room = 0; room < shapes; room++) await post(room, 0, 120_000);
  const floorId = await publish(cookie);
  await measure(cookie, floorId);
} finally {
  await app.kill("SIGTERM");
  rmSync(dir, { recursive: true, force: true });
}
