import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAlertEngine } from "@/lib/alerts/engine";
import { connectionEvent, heardEvent, openAlerting } from "@/lib/testing/alert-fixture";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { zoomAlert } from "@/lib/testing/wire-zoom-alert";

const MINUTE = 60_000;
const T = Date.UTC(2026, 10, 21, 10);
const clock = { now: T };
let world: Awaited<ReturnType<typeof openAlerting>>;
beforeAll(async () => {
  world = await openAlerting(clock);
});
afterAll(() => world.close());

let names = 0;
const name = (what: string) => `${what}${(names++).toString(36)}`;
const of = (source: string) => world.alerts(`o.external_id = '${source}'`);
const open = async (source: string) => (await of(source)).filter(({ status }) => status !== "resolved");

async function post(vendor: "disruptive" | "zoom", ...bodies: unknown[]) {
  for (const body of bodies) expect((await world.post(body, vendor)).kind).toMatch(/stored|duplicate/);
}

test("a sensor that goes offline opens one alert, and coming back ends it", async () => {
  const device = name("d");
  await post("disruptive", connectionEvent(device, "SDS", T - 60 * MINUTE), connectionEvent(device, "OFFLINE", T));
  await world.look();
  expect(await of(device)).toMatchObject([
    { kind: "device-offline", status: "open", since: new Date(T), events: ["opened"] },
  ]);
  await world.look();
  await post("disruptive", connectionEvent(device, "SDS", T + MINUTE));
  await world.look();
  expect(await of(device)).toMatchObject([{ status: "resolved", reason: "cleared", events: ["opened", "resolved"] }]);
});

test("looking again at a moment with microseconds changes nothing", async () => {
  const device = name("d");
  const event = connectionEvent(device, "OFFLINE", T - MINUTE);
  event.event.timestamp = event.event.timestamp.replace("000Z", "361624Z".slice(3));
  await post("disruptive", event);
  await world.look();
  await world.db.read.query("INSERT INTO alert_due (source_id) SELECT id FROM source WHERE external_id = $1", [device]);
  expect(await world.engine.look()).toMatchObject({ changed: 0 });
  expect(await of(device)).toMatchObject([{ events: ["opened"] }]);
  await post("disruptive", connectionEvent(device, "SDS", T));
});

test("a late OFFLINE from before the sensor came back opens nothing", async () => {
  const device = name("d");
  await post("disruptive", connectionEvent(device, "SDS", T), connectionEvent(device, "OFFLINE", T - MINUTE));
  await world.look();
  expect(await of(device)).toEqual([]);
});

test("Zoom: 1 opens, 1 again counts, 2 resolves, and the microphone's clear leaves the camera's alert", async () => {
  const room = name("r");
  await post("zoom", zoomAlert(room, 1, T), zoomAlert(room, 1, T, { component: 4 }));
  await world.look();
  await post("zoom", zoomAlert(room, 1, T + MINUTE));
  await world.look();
  expect(await open(room)).toMatchObject([
    { code: "zoom.alert.device-disconnected.camera", count: 2, events: ["opened", "repeated"] },
    { code: "zoom.alert.device-disconnected.microphone", count: 1 },
  ]);
  await post("zoom", zoomAlert(room, 2, T + 2 * MINUTE, { component: 4 }));
  await world.look();
  expect(await open(room)).toMatchObject([{ code: "zoom.alert.device-disconnected.camera" }]);
  await post("zoom", zoomAlert(room, 2, T + 3 * MINUTE));
  await world.look();
  expect(await open(room)).toEqual([]);
});

test("Zoom: a clear before a late trigger leaves none open, and a delayed alert is the same one", async () => {
  const room = name("r");
  await post("zoom", zoomAlert(room, 2, T + MINUTE));
  await world.look();
  await post("zoom", zoomAlert(room, 1, T));
  await world.look();
  expect(await of(room)).toEqual([]);
  await post("zoom", zoomAlert(room, 1, T + 2 * MINUTE), zoomAlert(room, 1, T + 3 * MINUTE, { delayed: true }));
  await world.look();
  expect(await of(room)).toMatchObject([{ count: 2, status: "open" }]);
});

test("Zoom: what was only observed is over after an hour of silence, with the reason", async () => {
  const room = name("r");
  await post("zoom", zoomAlert(room, 3, T, { type: 4, component: 1 }));
  await world.look();
  expect(await open(room)).toHaveLength(1);
  clock.now = T + 60 * MINUTE;
  await world.look();
  expect(await of(room)).toMatchObject([{ status: "resolved", reason: "silent" }]);
  clock.now = T;
});

test("twenty sensors and their connector are one incident that ends when all are back", async () => {
  const connector = name("ccon");
  const devices = Array.from({ length: 20 }, () => name("d"));
  for (const device of devices) {
    await post("disruptive", heardEvent(device, connector, T - MINUTE), connectionEvent(device, "OFFLINE", T + 1_000));
  }
  await world.look();
  await post("disruptive", connectionEvent(connector, "OFFLINE", T));
  await world.look();
  const [incident] = await open(connector);
  expect(incident).toMatchObject({ kind: "connector-offline", severity: "critical", events: ["opened", "joined"] });
  expect(await world.alerts(`a.parent_id = ${incident?.id} AND a.resolved_at IS NULL`)).toHaveLength(20);
  await post("disruptive", connectionEvent(connector, "ETHERNET", T + MINUTE));
  await world.look();
  expect(await open(connector)).toHaveLength(1);
  for (const device of devices) await post("disruptive", connectionEvent(device, "SDS", T + 2 * MINUTE));
  await world.look();
  expect(
    await world.alerts(`a.status <> 'resolved' AND (a.parent_id = ${incident?.id} OR a.id = ${incident?.id})`),
  ).toEqual([]);
});

test("what a vendor had open is not certain any more when its feed goes silent", async () => {
  const room = name("r");
  await post("zoom", zoomAlert(room, 1, T));
  await world.look();
  world.feeds.push({ vendor: "zoom", silentSince: new Date(T + MINUTE).toISOString() });
  clock.now = T + 10 * MINUTE;
  await world.look();
  expect(await world.alerts("a.kind = 'feed-silent'")).toMatchObject([{ status: "open", severity: "critical" }]);
  expect(await open(room)).toMatchObject([{ confirmed: false, events: ["opened", "unconfirmed"] }]);
  world.feeds.splice(0, 1, { vendor: "zoom", silentSince: null });
  await post("zoom", zoomAlert(room, 1, T + 9 * MINUTE));
  clock.now = T + 20 * MINUTE;
  await world.look();
  expect(await world.alerts("a.kind = 'feed-silent'")).toMatchObject([{ status: "resolved" }]);
  expect(await open(room)).toMatchObject([{ confirmed: true }]);
  clock.now = T;
  world.feeds.pop();
});

test("an alert goes along when its floor comes into another site", async () => {
  await world.post(butlrEvent({ at: T, data: 0 }));
  const device = name("d");
  await post("disruptive", connectionEvent(device, "OFFLINE", T));
  await world.db.read.query(
    `INSERT INTO assignment (source_id, space_id, starts_at) SELECT o.id, s.id, '-infinity' FROM source o, space s
     WHERE o.external_id = $1 AND s.kind = 'room'`,
    [device],
  );
  await world.look();
  await world.db.read.query("INSERT INTO space (id, kind, name) VALUES (9001, 'site', 'Bergen')");
  await world.db.read.query("UPDATE space SET parent_id = 9001 WHERE kind = 'building'");
  clock.now = T + MINUTE;
  await world.look();
  const { rows } = await world.db.read.query(
    `SELECT a.site_id, a.status, a.resolved_reason FROM alert a JOIN source o ON o.id = a.source_id WHERE o.external_id = $1 ORDER BY a.id`,
    [device],
  );
  expect(rows).toMatchObject([
    { status: "resolved", resolved_reason: "moved" },
    { status: "open", site_id: 9001 },
  ]);
  await post("disruptive", connectionEvent(device, "SDS", T + 1));
  clock.now = T;
});

test("one that cannot be judged is passed by, and its neighbours are not held up", async () => {
  const [bad, good] = [name("r"), name("r")];
  await post("zoom", zoomAlert(bad, 1, T), zoomAlert(good, 1, T));
  // More than the database holds as a moment.
  await world.db.read.query(
    "UPDATE signal SET at = 'infinity' WHERE source_id = (SELECT id FROM source WHERE external_id = $1)",
    [bad],
  );
  await world.look();
  expect(await open(good)).toHaveLength(1);
  expect(await of(bad)).toEqual([]);
  expect(world.passed).toHaveLength(1);
});

test("two engines that look at the same signals open one alert", async () => {
  const rooms = Array.from({ length: 30 }, () => name("r"));
  const other = createAlertEngine({
    pool: world.db.read,
    now: () => clock.now,
    readFeeds: async () => [],
    onPassed: () => undefined,
  });
  for (const room of rooms) {
    await post("zoom", zoomAlert(room, 1, T));
    await Promise.all([world.engine.look(), other.look(), world.engine.look()]);
  }
  await world.look();
  for (const room of rooms) expect(await of(room)).toHaveLength(1);
});

const signal = fc.record({
  kind: fc.constantFrom(1, 1, 2, 3),
  minute: fc.integer({ min: 0, max: 40 }),
  component: fc.constantFrom(4, 5),
});
const word = fc.record({ online: fc.boolean(), minute: fc.integer({ min: 0, max: 40 }) });

test("any order, with repeats and with looks in between, ends as the ordered history does", {
  timeout: 120_000,
}, async () => {
  const key = (one: { minute: number; component?: number }) => `${one.minute}/${one.component}`;
  const history = fc.record({
    signals: fc.uniqueArray(signal, { maxLength: 10, selector: (one) => `${key(one)}/${one.kind}` }),
    words: fc.uniqueArray(word, { maxLength: 6, selector: key }),
    order: fc.infiniteStream(fc.nat()),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ signals, words, order }) => {
      const played = async (room: string, device: string, shuffled: boolean) => {
        const said = [
          ...signals.map((s) => ({
            at: s.minute,
            vendor: "zoom" as const,
            body: zoomAlert(room, s.kind, T + s.minute * MINUTE, s),
          })),
          ...words.map((w) => ({
            at: w.minute,
            vendor: "disruptive" as const,
            body: connectionEvent(device, w.online ? "SDS" : "OFFLINE", T + w.minute * MINUTE),
          })),
        ].sort((a, b) => a.at - b.at);
        const rank = (one: (typeof said)[number], from: Iterator<number>) => ({ one, rank: from.next().value ?? 0 });
        const stream = order[Symbol.iterator]();
        const sent = shuffled
          ? [...said, ...said].map((one) => rank(one, stream)).sort((a, b) => a.rank - b.rank)
          : said.map((one) => ({ one, rank: 1 }));
        for (const { one, rank: r } of sent) {
          await post(one.vendor, one.body);
          if (r % 3 === 0) await world.look();
        }
        await world.look();
        const left = [...(await open(room)), ...(await open(device))];
        return left
          .map((one) => `${one.code} ${one.severity} ${one.count} ${one.since.toISOString()} ${one.status}`)
          .sort();
      };
      clock.now = T + 41 * MINUTE;
      const ordered = await played(name("r"), name("d"), false);
      const shuffled = await played(name("r"), name("d"), true);
      expect(shuffled).toEqual(ordered);
    }),
    { numRuns: 25 },
  );
  clock.now = T;
});
