import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BookingFact, Fact, VisitFact } from "@/lib/core/observation";
import { parse } from "./parse";
import { redact } from "./redact";
import { testPrivacy } from "./testing";

const NOW = Date.parse("2026-03-09T09:30:00Z");
const ACCOUNT = "aC0nTe7_Brygga-Kvarnen";
const config = { accountId: ACCOUNT, temperatureUnit: "C" } as const;
const folder = path.join(import.meta.dirname, "fixtures");
const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const events = readdirSync(folder).filter((name) => !name.endsWith(".expected.json"));

test.each(events)("golden: %s", (name) => {
  expect(parse(redact(read(name), testPrivacy), NOW, config)).toEqual(read(name.replace(".json", ".expected.json")));
});

const EVENT_TYPES = new Set(events.map((name) => read(name).event));

test("all 32 documented events are read, and one unknown", () => {
  const kinds = new Map(events.map((name) => [read(name).event, parse(read(name), NOW, config).kind]));
  expect([...kinds.values()].filter((kind) => kind === "observations")).toHaveLength(32);
  expect([...kinds].filter(([, kind]) => kind !== "observations")).toEqual([["workspace.issue_reported", "unhandled"]]);
});

const event = (name: string, change: object = {}, envelope: object = {}) => {
  const base = read(`${name}.json`);
  const object = { ...base.payload.object, ...change };
  return { ...base, payload: { ...base.payload, object }, ...envelope };
};
const told = (payload: unknown, now = NOW) => {
  const parsed = parse(payload, now, config);
  if (parsed.kind !== "observations") throw new Error(JSON.stringify(parsed));
  return parsed;
};
const ALERT = "zoomroom.alert";
const RESERVED = "workspace.reservation_created";
const ARRIVED = "visitor_management.checked_in";
const INVITED = "visitor_management.invitation_created";
const CHECKED_IN = "zoomroom.checked_in";

describe("quarantined with the path that failed, never coerced", () => {
  const alert = (change: object) => event(ALERT, change);
  const envelope = (change: object) => event(ALERT, {}, change);
  test.each([
    ["event", envelope({ event: undefined })],
    ["event", envelope({ event: ["zoomroom.alert"] })],
    ["event", envelope({ event: "" })],
    ["event", envelope({ event: "zoomroom.alert " })],
    ["event", envelope({ event: `zoomroom.${"x".repeat(64)}` })],
    ["event_ts", envelope({ event_ts: {} })],
    ["event_ts", envelope({ event_ts: [NOW] })],
    ["event_ts", envelope({ event_ts: true })],
    ["event_ts", envelope({ event_ts: 1 })],
    ["event_ts", envelope({ event_ts: -1 })],
    ["event_ts", envelope({ event_ts: NOW + 0.5 })],
    ["event_ts", envelope({ event_ts: "yesterday" })],
    ["event_ts", envelope({ event_ts: "2026-02-30T09:00:00Z" })],
    ["event_ts", envelope({ event_ts: "2026-03-09" })],
    ["event_ts", envelope({ event_ts: "0x19cd2ac8c00" })],
    ["event_ts", envelope({ event_ts: NOW + 5 * 60_000 + 1 })],
    ["event_ts", envelope({ event_ts: "2199-01-01T00:00:00Z" })],
    ["payload", envelope({ payload: undefined })],
    ["payload", envelope({ payload: null })],
    ["payload", envelope({ payload: [] })],
    ["payload.account_id", envelope({ payload: { object: read(`${ALERT}.json`).payload.object } })],
    ["payload.account_id", envelope({ payload: { ...read(`${ALERT}.json`).payload, account_id: 7 } })],
    ["payload.object", envelope({ payload: { account_id: ACCOUNT } })],
    ["payload.object", envelope({ payload: { account_id: ACCOUNT, object: "x" } })],
    ["payload.object.id", alert({ id: undefined })],
    ["payload.object.id", alert({ id: "" })],
    ["payload.object.id", alert({ id: 123 })],
    ["payload.object.id", alert({ id: { contains: "" } })],
    ["payload.object.id", alert({ id: "x\0" })],
    ["payload.object.id", alert({ id: "x".repeat(257) })],
    ["payload.object.alert_kind", alert({ alert_kind: undefined })],
    ["payload.object.alert_kind", alert({ alert_kind: null })],
    ["payload.object.alert_kind", alert({ alert_kind: "1" })],
    ["payload.object.alert_type", alert({ alert_type: undefined })],
    ["payload.object.component", alert({ component: [] })],
    ["payload.object.alert_time", alert({ alert_time: "soon" })],
    ["payload.object.alert_time", alert({ alert_time: NOW + 5 * 60_000 + 1 })],
    ["payload.object.sensor_data", event("zoomroom.sensor_data", { sensor_data: undefined })],
    ["payload.object.sensor_data", event("zoomroom.sensor_data", { sensor_data: {} })],
    ["payload.object.device_id", event("zoomroom.sensor_data", { device_id: undefined })],
    ["payload.object.event_id", event(CHECKED_IN, { event_id: 5 })],
    ["payload.object.room_id", event("zoomroom.digital_signage_app_started", { room_id: undefined })],
    ["payload.object.start_time", event("zoomroom.digital_signage_app_started", { start_time: "now" })],
    ["payload.object.id", event("zoomroom.location_created", { id: undefined })],
    ["payload.object.parent_location_id", event("zoomroom.location_created", { parent_location_id: 4 })],
    ["payload.object.workspace_id", event(RESERVED, { workspace_id: undefined })],
    ["payload.object.end_time", event(RESERVED, { end_time: "tomorrow" })],
    ["payload.object.end_time", event(RESERVED, { end_time: null })],
    ["payload.object.end_time", event(RESERVED, { end_time: "2026-03-09T07:59:59Z" })],
    ["payload.object.start_time", event(RESERVED, { start_time: undefined })],
    ["payload.object.assignment_checkin", event(RESERVED, { assignment_checkin: "true" })],
    ["payload.object.workspace_id", event("workspace.user_assigned", { workspace_id: null })],
    ["payload.object.desk_id", event("workspace.pre_check_in_questionnaire_response_created", { desk_id: undefined })],
    ["payload.object.invitation_id", event(INVITED, { invitation_id: undefined })],
    ["payload.object.visitor_email", event(ARRIVED, { visitor_email: undefined })],
    ["payload.object.invite_location_id", event(ARRIVED, { invite_location_id: undefined })],
    ["payload.object.host_id", event(ARRIVED, { host_id: null })],
    ["payload.object.start_time", event(ARRIVED, { start_time: "x" })],
  ])("%s", (at, payload) => {
    const parsed = parse(payload, NOW, config);
    expect(parsed.kind).toBe("malformed");
    expect(parsed.kind === "malformed" && parsed.issues[0]?.split(":")[0]).toBe(at);
  });
});

test.each([[null], [42], ["x"], [[{ event: ALERT }]], [{}], [{ type: ALERT }], [[]]])(
  "%j is no Zoom event",
  (payload) => {
    expect(parse(payload, NOW, config)).toEqual({ kind: "foreign" });
  },
);

describe("whose event it is", () => {
  const theirs = event(ALERT, {}, { payload: { account_id: "somebody-else", object: {} } });

  test("another account's is not looked at any further", () => {
    expect(parse(theirs, NOW, config)).toEqual({ kind: "other-tenant" });
    expect(parse({ ...theirs, event: 7 }, NOW, config)).toEqual({ kind: "other-tenant" });
    expect(parse({ ...theirs, event: "workspace.new" }, NOW, config)).toEqual({ kind: "other-tenant" });
  });

  test("without an account configured any is taken", () => {
    const payload = { ...read(`${ALERT}.json`) };
    payload.payload.account_id = "somebody-else";
    expect(parse(payload, NOW, { ...config, accountId: null }).kind).toBe("observations");
  });
});

test.each(["constructor", "__proto__", "toString", "workspace.reservation_updated", "endpoint.url_validation"])(
  "an event %s is stored and not handled",
  (name) => {
    const observedAtUs = read(`${ALERT}.json`).event_ts * 1000;
    expect(parse(event(ALERT, {}, { event: name }), NOW, config)).toEqual({
      kind: "unhandled",
      eventType: name,
      observedAtUs,
      eventId: null,
    });
  },
);

describe("event_ts, in whatever form", () => {
  const at = Date.parse("2026-03-09T09:20:00.137Z");
  test.each([
    [at, at],
    [String(at), at],
    ["2026-03-09T09:20:00.137Z", at],
    ["2026-03-09T10:20:00.137+01:00", at],
    ["2026-03-09T09:20:00.137", at],
    [Math.floor(at / 1000), at - 137],
    [String(Math.floor(at / 1000)), at - 137],
    ["2026-03-09T09:20:00Z", at - 137],
    [NOW + 5 * 60_000, NOW + 5 * 60_000],
  ])("%j", (event_ts, ms) => {
    for (const type of EVENT_TYPES) {
      if (type === "workspace.issue_reported") continue;
      expect(told(event(type, {}, { event_ts })).observedAtUs).toBe(ms * 1000);
    }
  });

  test.each([[undefined], [null], [""]])("%j: happened when it came, and says nothing itself", (event_ts) => {
    const parsed = told(event("workspace.user_assigned", {}, { event_ts }), NOW + 0.5);
    expect(parsed.observedAtUs).toBeNull();
    expect(parsed.observations[0]?.observedAtUs).toBe(NOW * 1000);
  });
});

describe("bookings", () => {
  const bookings = (payload: unknown) => told(payload).observations as BookingFact[];

  test("a check-in without an event id is about the room's booking, whichever that is", () => {
    for (const event_id of [undefined, null, ""]) {
      expect(bookings(event(CHECKED_IN, { event_id }))[0]?.bookingId).toBe("room:r7Q-Skagen_Zr01");
    }
    expect(bookings(event(CHECKED_IN, { event_id: undefined, change_key: "ck-9" }))[0]?.bookingId).toBe(
      "room:r7Q-Skagen_Zr01",
    );
  });

  test("a check-in without all that is documented nowhere is a check-in", () => {
    const bare = event(CHECKED_IN, {}, { payload: { account_id: ACCOUNT, object: { id: "r1" } } });
    expect(told(bare)).toMatchObject({
      claims: [[{ name: null }]],
      observations: [{ change: { type: "checked-in" } }],
    });
  });

  test("assigned and checked in at once is two words on one booking", () => {
    const types = (change: object) => bookings(event(RESERVED, change)).map((fact) => fact.change.type);
    expect(types({ assignment_checkin: true })).toEqual(["set", "checked-in"]);
    expect(types({ assignment_checkin: null })).toEqual(["set"]);
    expect(types({ assignment_checkin: undefined })).toEqual(["set"]);
  });

  test("without a topic or a person the booking has none", () => {
    for (const none of [undefined, null, "", "x".repeat(4_097)]) {
      expect(bookings(event(RESERVED, { topic: none, reserve_for: none }))[0]?.change).toMatchObject({
        topic: null,
        reservedFor: null,
      });
    }
  });
});

describe("visits", () => {
  const visit = (change: object) => told(event(ARRIVED, change)).observations[0] as VisitFact;

  test.each([
    [null, null],
    ["", null],
    [undefined, null],
    [1_773_050_400_000, 1_773_050_400_000_000],
    [1_773_050_400, 1_773_050_400_000_000],
    ["1773050400", 1_773_050_400_000_000],
  ])("a start of %j is %j", (start_time, startsAtUs) => {
    expect(visit({ start_time }).startsAtUs).toBe(startsAtUs);
  });

  test("dropped names are null", () => {
    expect(visit({ visitor_name: null, host_name: null })).toMatchObject({ visitorName: null, hostName: null });
  });
});

test("an attempted meeting of another maker may say nothing but its room", () => {
  const { event_ts } = read("zoomroom.thirdparty_meeting_attempted.json");
  const object = { room_id: "r1" };
  const bare = event("zoomroom.thirdparty_meeting_attempted", {}, { payload: { account_id: ACCOUNT, object } });
  expect((told(bare).observations[0] as Fact).value).toEqual({ provider: null, at: new Date(event_ts).toISOString() });
});

test("hostile names are carried, made storable, and cut at 512", () => {
  const nameOf = (room_name: unknown) => told(event("zoomroom.updated", { room_name })).claims[0]?.at(-1)?.name;
  expect(nameOf("<script>alert(1)</script>")).toBe("<script>alert(1)</script>");
  expect(nameOf("Ska\0gen")).toBe("Skagen");
  expect(nameOf("a\ud800b")).toBe("a\ufffdb");
  expect(nameOf("x".repeat(9_999))).toHaveLength(512);
  expect(nameOf("")).toBeNull();
});

test("a __proto__ key touches nothing", () => {
  const text = JSON.stringify(read(`${ALERT}.json`)).replace('"object":{', '"object":{"__proto__":{"polluted":true},');
  expect(told(redact(JSON.parse(text), testPrivacy)).observations).toHaveLength(1);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

describe("never throws", () => {
  const anything = fc.jsonValue();

  test("whatever JSON comes", () => {
    fc.assert(fc.property(anything, (payload) => void parse(redact(payload, testPrivacy), NOW, config)));
  });

  test("whatever any field of a known event holds", () => {
    const changed = fc.constantFrom(...events).chain((name) => {
      const keys = Object.keys(read(name).payload.object);
      return fc.record({ name: fc.constant(name), change: fc.dictionary(fc.constantFrom(...keys), anything) });
    });
    fc.assert(
      fc.property(changed, anything, ({ name, change }, event_ts) => {
        const payload = read(name);
        const object = { ...payload.payload.object, ...change };
        const mutant = { ...payload, payload: { ...payload.payload, object } };
        parse(redact(mutant, testPrivacy), NOW, config);
        parse({ ...mutant, event_ts }, NOW, config);
      }),
      { numRuns: 500 },
    );
  });
});
