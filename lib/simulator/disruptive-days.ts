import { type DisruptiveDevice, digestOf } from "./disruptive-devices";
import type { Happening } from "./disruptive-events";
import { batteryOf } from "./disruptive-readings";
import { seededInteger, seededRandom } from "./seeded-random";
import type { World } from "./world";

const PRESSED_CHANCE = 0.02;
const PROBE = "temperature/cafe";
/** Nobody has mounted it yet: somebody labels it, and touches it to find out which one it is. */
const SPARE = "motion/comms-1";

const time = (hour: number, minute: number) => hour * 60 + minute;

export const OFFLINE: Happening = { type: "connectionStatus", body: { connection: "OFFLINE", available: [] } };

/** That a device can be heard again. */
export const reconnected = ({ type }: DisruptiveDevice): Happening => ({
  type: "connectionStatus",
  body:
    type === "ccon"
      ? { connection: "ETHERNET", available: ["ETHERNET", "CELLULAR"] }
      : { connection: "SDS", available: ["SDS"] },
});

/** What happens to a device at some time of the site's day. */
export function dailyHappenings(world: World, device: DisruptiveDevice, minute: number): Happening[] {
  const { minute: ofDay } = world.clock(minute);
  if (device.type === "ccon") return gateway(device, ofDay);
  const isDue = ofDay === seededInteger(0, 1_439, "battery", device.key);
  return [
    ...(isDue ? [batteryOf(device)] : []),
    ...(device.key === PROBE ? probeWires(ofDay) : []),
    ...(isTouched(world, device, minute, ofDay) ? [{ type: "touch", body: {} }] : []),
  ];
}

function probeWires(ofDay: number): Happening[] {
  const said = (state: string) => [{ type: "probeWireStatus", body: { state } }];
  if (ofDay === time(9, 15)) return said("INVALID_WIRE_CONFIGURATION");
  return ofDay === time(9, 18) ? said("THREE_WIRE") : [];
}

function isTouched(
  { countAt }: World,
  { key, type, spaceId }: DisruptiveDevice,
  minute: number,
  ofDay: number,
): boolean {
  if (key === SPARE) return ofDay === time(11, 5);
  return type === "touch" && countAt(spaceId, minute) > 0 && seededRandom("pressed", minute) < PRESSED_CHANCE;
}

/** A Cloud Connector loses its Ethernet for six minutes of the night. */
function gateway(device: DisruptiveDevice, ofDay: number): Happening[] {
  const lostAt = time(4, seededInteger(0, 50, "failover", device.key));
  const macAddress = `f0:b5:b7:${digestOf(device.key).slice(0, 6).match(/../g)?.join(":")}`;
  const ethernet = (errors: object[]): Happening => ({
    type: "ethernetStatus",
    body: { macAddress, ipAddress: `10.20.4.${seededInteger(2, 254, device.key)}`, errors },
  });
  if (ofDay === lostAt) {
    return [
      { type: "connectionStatus", body: { connection: "CELLULAR", available: ["CELLULAR"] } },
      ethernet([{ code: 404, message: "Not found" }]),
      { type: "cellularStatus", body: { signalStrength: seededInteger(50, 90, "cellular", device.key), errors: [] } },
    ];
  }
  return ofDay === lostAt + 6 ? [reconnected(device), ethernet([])] : [];
}

/** What somebody changes of a device's labels in this minute, or null. */
export function labelChanges({ clock }: World, device: DisruptiveDevice, minute: number): object | null {
  if (device.key !== SPARE) return null;
  const { minute: ofDay } = clock(minute);
  if (ofDay === time(10, 20)) return { added: { note: "to be mounted" }, modified: {}, removed: [] };
  return ofDay === time(15, 40) ? { added: {}, modified: { name: "Spare motion sensor" }, removed: ["note"] } : null;
}
