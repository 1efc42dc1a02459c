import { beforeAll, describe, expect, it } from "vitest";
import { demoBuilding } from "@/prisma/seed/demo-building";
import { planCounts } from "./butlr-feed";
import { demoFeeds } from "./demo-feed";
import { MINUTE_MS, minutesOf } from "./minutes";
import type { PlannedPost } from "./planned-post";

/** Every documented type of Butlr's whose payload is known, with the type of its `data`. */
const BUTLR: Readonly<Record<string, string>> = {
  FLOOR_OCCUPANCY: "number",
  FLOOR_OCCUPANCY_1MIN: "number",
  ROOM_OCCUPANCY: "number",
  ROOM_OCCUPANCY_1MIN: "number",
  ZONE_OCCUPANCY: "number",
  ZONE_OCCUPANCY_1MIN: "number",
  PIR_MOTION: "undefined",
  PIR_NO_MOTION: "undefined",
  TRAFFIC: "in,out",
  DETECTIONS: "local,world",
};

/** DT's 19 event types and what stands in their data. */
const DISRUPTIVE: Readonly<Record<string, string>> = {
  touch: "updateTime",
  temperature: "value,samples,updateTime,isBackfilled",
  objectPresent: "state,updateTime",
  humidity: "temperature,relativeHumidity,samples,updateTime,isBackfilled",
  objectPresentCount: "total,updateTime",
  touchCount: "total,updateTime",
  waterPresent: "state,updateTime",
  co2: "ppm,updateTime",
  pressure: "pascal,updateTime",
  motion: "state,updateTime",
  deskOccupancy: "state,remarks,updateTime",
  contact: "state,updateTime",
  probeWireStatus: "state,updateTime",
  batteryStatus: "percentage,updateTime",
  networkStatus: "signalStrength,rssi,cloudConnectors,transmissionMode,updateTime",
  connectionStatus: "connection,available,updateTime",
  ethernetStatus: "macAddress,ipAddress,errors,updateTime",
  cellularStatus: "signalStrength,errors,updateTime",
};

const ALERT = "id,room_name,calendar_name,email,issue,alert_type,component,alert_time,alert_kind";
const CHECK_IN =
  "id,room_name,calendar_name,email,event_id,change_key,resource_email,calendar_id,calendar_type,api_type";
const ROOM = "id,room_name";
const LOCATION = "id,name,parent_location_id,type";
const WORKSPACE = "id,workspace_name";
const RESERVATION = "id,workspace_id,end_time,start_time,topic,reserve_for";
const QUESTIONNAIRE = "start_time,event_id,user_name,desk_id,workspace_name,location_id,questionnaire_response";
const VISIT = "visitor_email,visitor_name,start_time,end_time,invite_location_id,host_id,host_name,host_email";

/** Zoom's 32 events and the fields of their object. */
const ZOOM: Readonly<Record<string, string>> = {
  "zoomroom.alert": ALERT,
  "zoomroom.delayed_alert": ALERT,
  "zoomroom.sensor_data": "id,room_name,device_id,sensor_data",
  "zoomroom.checked_in": CHECK_IN,
  "zoomroom.checked_out": CHECK_IN,
  "zoomroom.created": ROOM,
  "zoomroom.updated": ROOM,
  "zoomroom.deleted": ROOM,
  "zoomroom.location_created": LOCATION,
  "zoomroom.location_updated": LOCATION,
  "zoomroom.location_deleted": LOCATION,
  "zoomroom.digital_signage_app_started": "room_id,app_name,app_id,start_time",
  "zoomroom.digital_signage_app_ended": "room_id,app_name,app_id,start_time,end_time",
  "zoomroom.thirdparty_meeting_attempted":
    "room_id,join_url,meeting_source_type,join_time,sip_address,third_party_meeting_id,passcode",
  "workspace.created": WORKSPACE,
  "workspace.updated": WORKSPACE,
  "workspace.deleted": WORKSPACE,
  "workspace.reservation_created": `${RESERVATION},assignment_checkin`,
  "workspace.reservation_update": RESERVATION,
  "workspace.reservation_deleted": RESERVATION,
  "workspace.reservation_checked_in": RESERVATION,
  "workspace.reservation_checked_out": RESERVATION,
  "workspace.user_assigned": "workspace_id,workspace_name,assign_type,account_id,user_id,user_email",
  "workspace.user_unassigned": "workspace_id,workspace_name,assign_type,account_id,user_id",
  "workspace.reservation_questionnaire_response_created": QUESTIONNAIRE,
  "workspace.reservation_questionnaire_response_updated": QUESTIONNAIRE,
  "workspace.pre_check_in_questionnaire_response_created": QUESTIONNAIRE,
  "visitor_management.invitation_created": `invitation_id,${VISIT}`,
  "visitor_management.invitation_updated": `invitation_id,${VISIT}`,
  "visitor_management.invitation_deleted": "visitor_email,visitor_name,invite_location_id,host_id,host_name,host_email",
  "visitor_management.checked_in": VISIT,
  "visitor_management.checked_out": VISIT,
};
const ZOOM_TEXT_TIMES = 5;

const DAY = Date.parse("2026-11-17T00:00:00+01:00");
const OPENED = DAY + 9 * 60 * MINUTE_MS;

/** Bodies by type, of one simulated Tuesday. */
const told = { butlr: new Map<string, Body>(), disruptive: new Map<string, Body>(), zoom: new Map<string, Body>() };
// biome-ignore lint/suspicious/noExplicitAny: whatever the vendors send
type Body = any;

beforeAll(() => {
  const feeds = demoFeeds(demoBuilding, OPENED);
  const note = (post: PlannedPost) => {
    const body = JSON.parse(post.body);
    told[post.vendor].set(body.type ?? body.event.eventType ?? body.event, body);
  };
  for (const minute of minutesOf({ from: DAY, to: DAY + 24 * 60 * MINUTE_MS })) {
    for (const feed of [feeds.butlrSensors, feeds.disruptive, feeds.zoom]) feed.planMinute(minute).forEach(note);
  }
  planCounts(feeds.counts, OPENED).forEach(note);
}, 60_000);

const keys = (value: object) => Object.keys(value).join();

describe("a simulated day of Butlr", () => {
  it("has every documented type", () => {
    expect([...told.butlr.keys()].toSorted()).toEqual(Object.keys(BUTLR).toSorted());
  });

  it.each(Object.entries(BUTLR))("%s has the fields Butlr sends", (type, data) => {
    const body = told.butlr.get(type);
    expect(keys(body)).toBe(`id,type,timestamp,version,metadata${data === "undefined" ? "" : ",data"}`);
    expect(typeof body.data === "object" ? keys(body.data) : typeof body.data).toBe(data);
    for (const key of ["org_id", "site_id", "building_id", "floor_id", "org_name", "site_name", "building_name"]) {
      expect(typeof body.metadata[key]).toBe("string");
    }
  });

  it("smooths whole minutes and nothing else", () => {
    for (const [type, { timestamp }] of told.butlr) expect(timestamp % MINUTE_MS === 0).toBe(type.endsWith("_1MIN"));
  });
});

describe("a simulated day of DT", () => {
  it("has every event type", () => {
    expect([...told.disruptive.keys()].toSorted()).toEqual([...Object.keys(DISRUPTIVE), "labelsChanged"].toSorted());
    expect(told.disruptive.size).toBe(19);
  });

  it.each(Object.entries(DISRUPTIVE))("%s has the fields DT sends", (type, data) => {
    const { event, labels, metadata } = told.disruptive.get(type);
    expect(keys(event)).toBe("eventId,targetName,eventType,data,timestamp");
    expect(keys(event.data)).toBe(type);
    expect(keys(event.data[type])).toBe(data);
    expect(event.data[type].updateTime).toBe(event.timestamp);
    expect(event.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(event.eventId).toMatch(/^[0-9a-v]{20}$/);
    expect(event.targetName).toBe(`projects/${metadata.projectId}/devices/${metadata.deviceId}`);
    expect(keys(metadata)).toBe("deviceId,projectId,deviceType,productNumber");
    expect(typeof labels.name).toBe("string");
  });

  it("has changes of labels, which have no name of their own", () => {
    expect(keys(told.disruptive.get("labelsChanged").event.data)).toBe("added,modified,removed");
  });

  it("measures what the newest sample says", () => {
    const { value, samples } = told.disruptive.get("temperature").event.data.temperature;
    expect(samples[0].value).toBe(value);
  });
});

describe("a simulated day of Zoom", () => {
  it("has every event, and the challenge", () => {
    expect([...told.zoom.keys()].toSorted()).toEqual([...Object.keys(ZOOM), "endpoint.url_validation"].toSorted());
    expect(told.zoom.size).toBe(33);
  });

  it.each(Object.entries(ZOOM))("%s has the fields Zoom sends", (type, object) => {
    const { event, payload, event_ts, ...rest } = told.zoom.get(type);
    expect(rest).toEqual({});
    const isOperated = !type.startsWith("zoomroom.") || type.startsWith("zoomroom.location_");
    expect(keys(payload)).toBe(`account_id,${isOperated ? "operator,operator_id," : ""}object`);
    expect(keys(payload.object)).toBe(object);
    expect(event).toBe(type);
    expect(["number", "string"]).toContain(typeof event_ts);
  });

  it("writes the time of five events as text", () => {
    const asText = [...told.zoom.values()].filter(({ event_ts }) => typeof event_ts === "string");
    expect(asText).toHaveLength(ZOOM_TEXT_TIMES);
    for (const { event_ts } of asText) expect(event_ts).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it("measures in strings", () => {
    for (const { sensor_value } of told.zoom.get("zoomroom.sensor_data").payload.object.sensor_data) {
      expect(typeof sensor_value).toBe("string");
    }
  });
});
