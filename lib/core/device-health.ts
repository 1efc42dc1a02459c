import { z } from "zod";
import { VENDORS } from "./observation";
import { staleAfterMs } from "./space";

/** How a device is, the worst first. */
export const DEVICE_STATES = ["offline", "silent", "waiting", "fine"] as const;
/**
 * - `offline`: its vendor says so, and it has not spoken since.
 * - `silent`: not heard for longer than its own rhythm allows.
 * - `waiting`: never heard at all.
 * - `fine`: none of these; one that only speaks of changes may be quiet for days.
 */
export type DeviceState = (typeof DEVICE_STATES)[number];

/** Battery by what it asks for: ≤ 10 % change it now, ≤ 25 % soon. */
export const BATTERY_CLASSES = ["critical", "low", "good", "unknown"] as const;
export type BatteryClass = (typeof BATTERY_CLASSES)[number];

const CRITICAL_PERCENT = 10;
const LOW_PERCENT = 25;

/** `percent` null: it never said, or has none. */
export function batteryClass(percent: number | null): BatteryClass {
  if (percent === null) return "unknown";
  if (percent <= CRITICAL_PERCENT) return "critical";
  return percent <= LOW_PERCENT ? "low" : "good";
}

/** What is known of a device. Moments are ms. */
export interface DeviceFacts {
  readonly vendor: string;
  /** When anything of it was last heard; null for never. */
  readonly heardAt: number | null;
  /** The vendor's last word on its connection, and when that was; null when it never said. */
  readonly isOnline: boolean | null;
  readonly onlineAt: number | null;
  /** How often it is heard when all is well, ms; null when silence is normal or nobody knows. */
  readonly intervalMs: number | null;
}

const MINUTE_MS = 60_000;

/** How long it may be silent, ms; null for as long as it likes. DT calls a sensor offline after the same time. */
export function silenceLimitMs({ vendor, intervalMs }: Pick<DeviceFacts, "vendor" | "intervalMs">): number | null {
  if (intervalMs === null) return null;
  return vendor === "disruptive" ? Math.max(15 * MINUTE_MS, 1.5 * intervalMs) : staleAfterMs(intervalMs);
}

/** How it is at a moment (ms), and since when (ms). */
export function deviceState(facts: DeviceFacts, now: number): { state: DeviceState; since: number | null } {
  const { heardAt, isOnline, onlineAt } = facts;
  // Whatever it said after it was reported offline proves that it is back.
  if (isOnline === false && onlineAt !== null && (heardAt === null || heardAt <= onlineAt)) {
    return { state: "offline", since: onlineAt };
  }
  if (heardAt === null) return { state: "waiting", since: null };
  const limit = silenceLimitMs(facts);
  if (limit !== null && now - heardAt > limit) return { state: "silent", since: heardAt };
  return { state: "fine", since: null };
}

const Named = z.object({ id: z.string(), name: z.string() });

/** One device as lists show it. Moments are ISO 8601, UTC. */
export const Device = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.enum(VENDORS),
  /** What the vendor calls this sort of device; null when it did not say. */
  model: z.string().nullable(),
  externalId: z.string(),
  space: Named.nullable(),
  floor: Named.nullable(),
  site: Named.extend({ timeZone: z.string() }).nullable(),
  state: z.enum(DEVICE_STATES),
  since: z.iso.datetime().nullable(),
  lastHeardAt: z.iso.datetime().nullable(),
  /** ms; null when silence is normal or its rhythm is not known yet. */
  intervalMs: z.number().nullable(),
  /** %; null when it never said. */
  battery: z.number().nullable(),
  batteryClass: z.enum(BATTERY_CLASSES),
  /** %; null when it never said. */
  signal: z.number().nullable(),
});
export type Device = z.infer<typeof Device>;

export const DEVICE_SORTS = ["attention", "name", "place", "battery", "signal", "heard"] as const;
export type DeviceSort = (typeof DEVICE_SORTS)[number];

const Which = {
  /** One floor. */
  floor: z.string().optional(),
  site: z.string().optional(),
  vendor: z.enum(VENDORS).optional(),
  state: z.enum(DEVICE_STATES).optional(),
  battery: z.enum(BATTERY_CLASSES).optional(),
  /** A part of its name, its vendor's id, its model or the name of its space. */
  q: z.string().trim().max(100).optional(),
};

/** `GET /api/devices`: `cursor` is the last answer's `next`. `place` is the order one would walk. */
export const DeviceQuery = z.object({
  ...Which,
  sort: z.enum(DEVICE_SORTS).default("attention"),
  cursor: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type DeviceQuery = z.infer<typeof DeviceQuery>;

/** How many there are of each, before state and battery are asked for. */
const Counts = z.object({
  states: z.record(z.enum(DEVICE_STATES), z.number()),
  batteries: z.record(z.enum(BATTERY_CLASSES), z.number()),
});
export type DeviceCounts = z.infer<typeof Counts>;

export const DevicePage = z.object({
  items: z.array(Device),
  next: z.string().nullable(),
  /** All that match. */
  total: z.number(),
  counts: Counts,
  /** The server's clock when it answered. */
  now: z.iso.datetime(),
});
export type DevicePage = z.infer<typeof DevicePage>;

const byText = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
const place = ({ site, floor, space, name }: Device) =>
  [site?.name ?? "\uffff", floor?.name ?? "\uffff", space?.name ?? "\uffff", name] as const;
const byPlace = (a: Device, b: Device) => {
  const [left, right] = [place(a), place(b)];
  for (const [i, text] of left.entries()) {
    const order = byText(text, right[i] ?? "");
    if (order !== 0) return order;
  }
  return 0;
};
const lowFirst = (a: number | null, b: number | null) => (a ?? Number.MAX_VALUE) - (b ?? Number.MAX_VALUE);
const heard = ({ lastHeardAt }: Device) => (lastHeardAt === null ? 0 : Date.parse(lastHeardAt));
const urgency = ({ state, batteryClass: battery }: Device) =>
  DEVICE_STATES.indexOf(state) * BATTERY_CLASSES.length + BATTERY_CLASSES.indexOf(battery);
const attention = (device: Device) =>
  device.state === "fine" && device.batteryClass !== "critical" && device.batteryClass !== "low" ? 99 : urgency(device);

const ORDERS: Record<DeviceSort, (a: Device, b: Device) => number> = {
  attention: (a, b) => attention(a) - attention(b) || byPlace(a, b),
  name: (a, b) => byText(a.name, b.name),
  place: byPlace,
  battery: (a, b) => lowFirst(a.battery, b.battery) || byPlace(a, b),
  signal: (a, b) => lowFirst(a.signal, b.signal) || byPlace(a, b),
  heard: (a, b) => heard(a) - heard(b) || byPlace(a, b),
};

/** In the order asked for; devices that are equal in it by id. */
export const sortDevices = (devices: readonly Device[], sort: DeviceSort): Device[] =>
  [...devices].sort((a, b) => ORDERS[sort](a, b) || Number(a.id) - Number(b.id));

/** How many are in each state, and with which batteries. */
export function countDevices(devices: readonly Device[]): DeviceCounts {
  const none = <Key extends string>(keys: readonly Key[]) =>
    Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  const counts = { states: none(DEVICE_STATES), batteries: none(BATTERY_CLASSES) };
  for (const { state, batteryClass: battery } of devices) {
    counts.states[state] += 1;
    counts.batteries[battery] += 1;
  }
  return counts;
}
