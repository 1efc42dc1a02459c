import { afterAll, beforeAll, expect, test } from "vitest";
import { AlertFrame, AlertPage } from "@/lib/core/alert";
import { AlertDetail } from "@/lib/core/alert-detail";
import { AlertsChanged } from "@/lib/core/alert-requests";
import type { VendorId } from "@/lib/core/observation";
import { type Database, openDatabase } from "@/lib/db/database";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { headersFor } from "@/lib/simulator/sign";
import { connectionEvent, heardEvent } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { addPerson } from "@/lib/testing/people-fixture";
import {
  openSocket,
  postButlr,
  type ServerProcess,
  signIn,
  startServer,
  type TestSocket,
} from "@/lib/testing/server-process";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";
import { AlertWatchReply } from "./events";

const SECRETS = {
  butlr: { header: "x-api-key", key: "butlr-key-for-the-tests" },
  disruptive: "a-signature-secret-for-the-tests-only",
  zoom: "a-secret-token-for-the-tests-only",
};
const MINUTE = 60_000;
const T = Math.floor(Date.now() / 1000) * 1000 - 30 * MINUTE;

let database: TestDatabase;
let db: Database;
let one: ServerProcess;
let two: ServerProcess;
let cookie: string;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, () => undefined);
  const env = { DT_SIGNATURE_SECRET: SECRETS.disruptive, ZOOM_WEBHOOK_SECRET_TOKEN: SECRETS.zoom };
  const options = { databaseUrl: database.url, env };
  [one, two] = await Promise.all([startServer(options), startServer(options)]);
  cookie = await signIn(one.url);
  await postButlr(one.url, butlrEvent({ at: T, data: 1 }));
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await Promise.all([one?.stop(), two?.stop()]);
  await db?.close();
  await database?.drop();
});

async function post(url: string, vendor: VendorId, event: unknown) {
  const body = JSON.stringify(event);
  const headers = headersFor({ vendor, body }, SECRETS, Date.now());
  const answer = await fetch(`${url}/api/webhooks/${vendor}`, { method: "POST", body, headers });
  expect(answer.status).toBe(200);
}

async function api(path: string, body?: object, who = cookie): Promise<unknown> {
  const sent = body && { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${one.url}${path}`, {
    ...sent,
    headers: { cookie: who, "content-type": "application/json" },
  });
  expect(answer.status).toBe(200);
  return answer.json();
}
const page = async (query: string) => AlertPage.parse(await api(`/api/alerts?${query}`));

/** What a browser hears of alerts, frame by frame without a gap. */
async function watching(url: string, headers: Record<string, string>) {
  const socket = openSocket(url, headers);
  sockets.push(socket);
  const frames: AlertFrame[] = [];
  socket.on("alert:changed", (frame) => void frames.push(AlertFrame.parse(frame)));
  const reply = AlertWatchReply.parse(await socket.timeout(10_000).emitWithAck("alert:watch"));
  if (!reply.ok) throw new Error(reply.error);
  const heard = () => new Map(frames.flatMap(({ changes }) => changes).map((alert) => [alert.id, alert]));
  const isGapless = () => frames.every(({ from }, i) => from === (frames[i - 1]?.to ?? reply.offset));
  return { frames, reply, heard, isGapless };
}
type Watcher = Awaited<ReturnType<typeof watching>>;
const told = (watcher: Watcher, source: string) =>
  [...watcher.heard().values()].filter((alert) => alert.source?.name === source).map(({ status }) => status);

const WITHIN = { timeout: 40_000 };

test("OFFLINE is one alert in two browsers on two instances, acknowledging shows in both, and SDS clears it", async () => {
  const both = await Promise.all([watching(one.url, { cookie }), watching(two.url, { cookie })]);
  const all = (source: string) => both.map((watcher) => told(watcher, source));
  await post(two.url, "disruptive", connectionEvent("desk1", "SDS", T));
  const began = Date.now();
  await post(two.url, "disruptive", connectionEvent("desk1", "OFFLINE", T + MINUTE));
  await expect.poll(() => all("desk1"), WITHIN).toEqual([["open"], ["open"]]);
  console.log(`in both browsers after ${Date.now() - began} ms`);
  const [alert] = (await page("kind=device-offline")).items;
  AlertsChanged.parse(await api(`/api/alerts/${alert?.id}/acknowledge`, {}));
  await expect.poll(() => all("desk1"), WITHIN).toEqual([["acknowledged"], ["acknowledged"]]);
  await post(one.url, "disruptive", connectionEvent("desk1", "SDS", T + 2 * MINUTE));
  await expect.poll(() => all("desk1"), WITHIN).toEqual([["resolved"], ["resolved"]]);
  const detail = AlertDetail.parse(await api(`/api/alerts/${alert?.id}`));
  expect(detail.timeline.map(({ kind }) => kind)).toEqual(["resolved", "acknowledged", "opened"]);
  expect(both.map((watcher) => watcher.isGapless())).toEqual([true, true]);
});

test("fifty deliveries of one Zoom alert on two instances are one alert that counts one; its clear ends it", async () => {
  const watcher = await watching(two.url, { cookie });
  const event = zoomAlert("Fjord", 1, T);
  await Promise.all(Array.from({ length: 50 }, (_, i) => post(i % 2 ? one.url : two.url, "zoom", event)));
  await post(one.url, "zoom", zoomAlert("Fjord", 1, T + MINUTE, { delayed: true }));
  await expect
    .poll(async () => (await page("kind=room-equipment")).items.map(({ count }) => count), WITHIN)
    .toEqual([2]);
  await post(two.url, "zoom", zoomAlert("Fjord", 2, T + 2 * MINUTE));
  await expect.poll(() => told(watcher, "Fjord"), WITHIN).toEqual(["resolved"]);
});

test("Zoom's kinds in two browsers: 1 opens, again it counts, 2 before a late 1 leaves none open, 3 ends by itself", async () => {
  const both = await Promise.all([watching(one.url, { cookie }), watching(two.url, { cookie })]);
  const all = (room: string) => both.map((watcher) => told(watcher, room));
  const counts = (room: string) =>
    both.map(({ heard }) =>
      [...heard().values()].filter(({ source }) => source?.name === room).map(({ count }) => count),
    );
  await post(one.url, "zoom", zoomAlert("Aurland", 1, T));
  await expect.poll(() => all("Aurland"), WITHIN).toEqual([["open"], ["open"]]);
  await post(two.url, "zoom", zoomAlert("Aurland", 1, T + MINUTE));
  await expect.poll(() => counts("Aurland"), WITHIN).toEqual([[2], [2]]);
  // The clear of a trouble that is told later than it ended.
  await post(one.url, "zoom", zoomAlert("Bokn", 2, T + 5 * MINUTE));
  await post(two.url, "zoom", zoomAlert("Bokn", 1, T + 4 * MINUTE));
  // Seen once, all but an hour ago: the hour is over while both look.
  await post(two.url, "zoom", zoomAlert("Kvam", 3, Date.now() - 60 * MINUTE + 4_000, { type: 4, component: 1 }));
  await expect.poll(() => all("Kvam"), WITHIN).toEqual([["resolved"], ["resolved"]]);
  const kvam = (await page("status=resolved&kind=room-equipment")).items.find(({ source }) => source?.name === "Kvam");
  expect(kvam).toMatchObject({ resolvedReason: "silent", count: 1 });
  await post(two.url, "zoom", zoomAlert("Aurland", 2, T + 2 * MINUTE));
  await expect.poll(() => all("Aurland"), WITHIN).toEqual([["resolved"], ["resolved"]]);
  expect(all("Bokn")).toEqual([[], []]);
});

test("the microphone's clear leaves the camera's alert, in two browsers", async () => {
  const both = await Promise.all([watching(one.url, { cookie }), watching(two.url, { cookie })]);
  const open = () =>
    both.map(({ heard }) =>
      [...heard().values()]
        .filter(({ source, status }) => source?.name === "Etne" && status === "open")
        .map(({ title }) => title.text),
    );
  const [camera, microphone] = ["Camera disconnected: {place}", "Microphone disconnected: {place}"];
  for (const component of [5, 4]) await post(one.url, "zoom", zoomAlert("Etne", 1, T, { component }));
  const pair = [camera, microphone];
  await expect.poll(() => open().map((titles) => titles.sort()), WITHIN).toEqual([pair, pair]);
  await post(two.url, "zoom", zoomAlert("Etne", 2, T + MINUTE, { component: 4 }));
  await expect.poll(open, WITHIN).toEqual([[camera], [camera]]);
  await post(two.url, "zoom", zoomAlert("Etne", 2, T + MINUTE));
  await expect.poll(open, WITHIN).toEqual([[], []]);
});

test("twenty sensors and their connector are one row that opens and ends once", async () => {
  const devices = Array.from({ length: 20 }, (_, i) => `sensor${i}`);
  for (const device of devices) await post(one.url, "disruptive", heardEvent(device, "ccon1", T));
  await Promise.all([
    post(two.url, "disruptive", connectionEvent("ccon1", "OFFLINE", T + MINUTE)),
    ...devices.map((device, i) =>
      post(i % 2 ? one.url : two.url, "disruptive", connectionEvent(device, "OFFLINE", T + MINUTE + i)),
    ),
  ]);
  const rows = async () => (await page("vendor=disruptive")).items.map(({ kind, children }) => `${kind} ${children}`);
  await expect.poll(rows, WITHIN).toEqual(["connector-offline 20"]);
  await post(one.url, "disruptive", connectionEvent("ccon1", "ETHERNET", T + 2 * MINUTE));
  for (const device of devices) await post(two.url, "disruptive", connectionEvent(device, "SDS", T + 3 * MINUTE));
  await expect.poll(rows, WITHIN).toEqual([]);
});

test("who may see one site hears nothing of another, nor how much happens there", async () => {
  const there = { site_id: "site_2", site_name: "Bergen", building_id: "b2", floor_id: "f2", room_id: "r2" };
  await postButlr(one.url, butlrEvent({ at: T, data: 1, metadata: there }));
  const { rows } = await db.read.query<{ id: number }>("SELECT id FROM space WHERE vendor_name = 'Bergen'");
  const person = await addPerson(db.read, { name: "viewer of Bergen", role: "viewer", sites: [rows[0]?.id ?? 0] });
  const theirs = { cookie: await signIn(one.url, person, { "x-forwarded-for": "192.0.2.77" }) };
  const [outsider, admin] = await Promise.all([watching(two.url, theirs), watching(two.url, { cookie })]);
  await post(one.url, "zoom", zoomAlert("Elsewhere", 1, T));
  await expect.poll(() => told(admin, "Elsewhere"), WITHIN).toEqual(["open"]);
  expect(outsider.frames).toEqual([]);
  expect(outsider.reply).toMatchObject({ offset: 0, open: 0 });
  expect(AlertPage.parse(await api("/api/alerts", undefined, theirs.cookie)).total).toBe(0);
});
