import { dailyHappenings, labelChanges, OFFLINE, reconnected } from "./disruptive-days";
import { DISRUPTIVE_PRODUCTS, type DisruptiveDevice, disruptiveDevices } from "./disruptive-devices";
import { disruptiveEvent, type Happening, labelsChangedEvent, type Moment } from "./disruptive-events";
import { MEASURED, SWITCHES, switchState } from "./disruptive-readings";
import { MINUTE_MS, minutesOf } from "./minutes";
import type { Feed, PlannedPost, Post } from "./planned-post";
import { seededInteger, seededRandom } from "./seeded-random";
import type { World } from "./world";

export interface DisruptiveFeed extends Feed {
  /** The last event of each usual type of every device, as DT's `:sync` sends them again. */
  latest(at: number): Post[];
}

/** One event on its way. */
interface Sent {
  readonly type: string;
  readonly body: string;
  readonly dueAt: number;
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const SYNC_MS = 7 * DAY_MS;
const CATCHES_UP_MS = 2 * DAY_MS;
const HEARD_FROM_AFAR = 0.3;
/** Percent, by whether the Cloud Connector is on the device's own floor. */
const SIGNAL = { near: [55, 95], far: [8, 35] } as const;
const BOOSTED_BELOW = 15;
/** What a device fills in after an outage. */
const BACKFILLED: readonly string[] = ["temperature", "humidity"];

/** DT's sensors of the building, heard by a Cloud Connector on each floor. */
export function disruptiveFeed(world: World): DisruptiveFeed {
  const devices = disruptiveDevices(world.description);
  const connectors = devices.filter((device) => device.type === "ccon");
  const sentBy = (device: DisruptiveDevice, minute: number) => eventsOf(world, connectors, device, minute);
  return {
    planMinute: (minute) => devices.flatMap((device) => sentBy(device, minute)).map(planned),
    *history(span) {
      // Who heard a heartbeat of the past matters to nobody: no connectors, no networkStatus.
      for (const minute of minutesOf(span)) {
        yield* devices.flatMap((device) => eventsOf(world, [], device, minute)).map(planned);
      }
    },
    latest: (at) => devices.flatMap((device) => latestOf(device, (minute) => sentBy(device, minute), at)),
  };
}

const planned = ({ body, dueAt }: Sent): PlannedPost => ({ vendor: "disruptive", body, dueAt });

function latestOf(device: DisruptiveDevice, sentIn: (minute: number) => Sent[], at: number): Post[] {
  const wanted = new Set(usualTypes(device));
  const found: Post[] = [];
  const newest = Math.ceil(at / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
  for (let minute = newest; wanted.size > 0 && minute > at - SYNC_MS; minute -= MINUTE_MS) {
    for (const sent of sentIn(minute)) if (wanted.delete(sent.type)) found.push(planned(sent));
  }
  return found;
}

function usualTypes({ type }: DisruptiveDevice): string[] {
  if (type === "ccon") return ["connectionStatus", "ethernetStatus", "cellularStatus"];
  const changing = SWITCHES[type];
  return [...(changing ? [changing.type] : []), ...(MEASURED[type]?.types ?? []), "networkStatus", "batteryStatus"];
}

/** Everything one device sends about one minute. */
function eventsOf(
  world: World,
  connectors: readonly DisruptiveDevice[],
  device: DisruptiveDevice,
  minute: number,
): Sent[] {
  const moment = momentIn(device, minute);
  const send = (happening: Happening) =>
    sentAt(device, moment, happening.type, disruptiveEvent(device, happening, moment));
  const wasOut = isOut(world, device, minute - MINUTE_MS);
  if (isOut(world, device, minute)) return wasOut ? [] : [send(OFFLINE)];
  const said = [
    ...(wasOut ? [reconnected(device)] : []),
    ...changes(world, device, minute, wasOut),
    ...measured(world, device, minute),
    ...dailyHappenings(world, device, minute),
  ];
  const isHeard = device.type !== "ccon" && (said.length > 0 || isHeartbeat(device, minute));
  const labels = labelChanges(world, device, minute);
  return [
    ...said.map(send),
    ...(isHeard ? networkStatus(connectors, device, minute).map(send) : []),
    ...(labels ? [sentAt(device, moment, "labelsChanged", labelsChangedEvent(device, labels, moment))] : []),
    ...(wasOut ? backfill(world, device, minute) : []),
  ];
}

const isOut = (world: World, device: DisruptiveDevice, at: number) => world.isOut(`disruptive/${device.key}`, at);

const sentAt = (device: DisruptiveDevice, { ms }: Moment, type: string, body: string): Sent => ({
  type,
  body,
  dueAt: ms + seededInteger(200, 1_500, "travels", device.key, ms),
});

/** A device's own moment of a minute. */
function momentIn({ key }: DisruptiveDevice, minute: number): Moment {
  return { ms: minute + seededInteger(0, 57_999, "moment", key, minute), us: seededInteger(0, 999, "µs", key, minute) };
}

/** A device that comes back says how things are now. */
function changes(world: World, device: DisruptiveDevice, minute: number, isBack: boolean): Happening[] {
  const changing = SWITCHES[device.type];
  if (!changing) return [];
  const isOn = (at: number) => changing.isOn(world, device, at);
  return isBack || isOn(minute) !== isOn(minute - MINUTE_MS) ? switchState(world, device, minute) : [];
}

function isHeartbeat({ type, key }: DisruptiveDevice, minute: number): boolean {
  const beat = minute / MINUTE_MS + seededInteger(0, 59, "heartbeat", key);
  return beat % DISRUPTIVE_PRODUCTS[type].heartbeatMinutes === 0;
}

function measured(world: World, device: DisruptiveDevice, minute: number): Happening[] {
  return isHeartbeat(device, minute)
    ? (MEASURED[device.type]?.look(world, device, momentIn(device, minute)) ?? [])
    : [];
}

/** What was measured while nobody heard it: newest first, one event a second. */
function backfill(world: World, device: DisruptiveDevice, minute: number): Sent[] {
  const caughtUp: Sent[] = [];
  const from = momentIn(device, minute).ms + 2 * SECOND_MS;
  for (let missed = minute - MINUTE_MS; missed > minute - CATCHES_UP_MS && isOut(world, device, missed); ) {
    const happenings = measured(world, device, missed).filter(({ type }) => BACKFILLED.includes(type));
    for (const { type, body } of happenings) {
      const happening = { type, body: { ...body, isBackfilled: true } };
      const event = disruptiveEvent(device, happening, momentIn(device, missed));
      caughtUp.push({ type, body: event, dueAt: from + caughtUp.length * SECOND_MS });
    }
    missed -= MINUTE_MS;
  }
  return caughtUp;
}

/** One event for each Cloud Connector that heard it. */
function networkStatus(connectors: readonly DisruptiveDevice[], device: DisruptiveDevice, minute: number): Happening[] {
  const isNear = ({ floorId }: DisruptiveDevice) => floorId === device.floorId;
  const hears = (connector: DisruptiveDevice) =>
    isNear(connector) || seededRandom("heard", connector.key, device.key) < HEARD_FROM_AFAR;
  return connectors.filter(hears).map((connector) => {
    const [least, most] = SIGNAL[isNear(connector) ? "near" : "far"];
    const fading = seededInteger(-3, 3, "fades", connector.key, device.key, minute);
    const signalStrength = seededInteger(least, most, "signal", connector.key, device.key) + fading;
    const rssi = -110 + Math.round(0.6 * signalStrength);
    const cloudConnectors = [{ id: connector.id, signalStrength, rssi }];
    const transmissionMode = signalStrength < BOOSTED_BELOW ? "HIGH_POWER_BOOST_MODE" : "LOW_POWER_STANDARD_MODE";
    return { type: "networkStatus", body: { signalStrength, rssi, cloudConnectors, transmissionMode } };
  });
}
