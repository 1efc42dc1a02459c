import { airIn, airPressure } from "./air";
import type { DisruptiveDevice, DisruptiveType } from "./disruptive-devices";
import { type Happening, type Moment, timestampOf } from "./disruptive-events";
import { MINUTE_MS } from "./minutes";
import { seededInteger, seededRandom } from "./seeded-random";
import type { World } from "./world";

interface Measurement {
  /** The types of all it measures. */
  readonly types: readonly string[];
  look(world: World, device: DisruptiveDevice, at: Moment): Happening[];
}

/** How long a motion sensor still says motion after the last one. The real timer's length is not documented. */
const ACTIVITY_MINUTES = 5;
const DESK_STEP_MS = 5 * MINUTE_MS;
const UNSURE_CHANCE = 0.02;
const SAMPLES = 3;
const DAY_MS = 86_400_000;

interface Switch {
  readonly type: string;
  readonly on: string;
  readonly off: string;
  isOn(world: World, device: DisruptiveDevice, at: number): boolean;
}

/** What is said when it changes. */
export const SWITCHES: Readonly<Partial<Record<DisruptiveType, Switch>>> = {
  motion: {
    type: "motion",
    on: "MOTION_DETECTED",
    off: "NO_MOTION_DETECTED",
    isOn: ({ countAt }, { spaceId }, at) =>
      Array.from({ length: ACTIVITY_MINUTES }, (_, n) => countAt(spaceId, at - n * MINUTE_MS)).some(
        (count) => count > 0,
      ),
  },
  deskOccupancy: {
    type: "deskOccupancy",
    on: "OCCUPIED",
    off: "NOT_OCCUPIED",
    isOn: ({ countAt }, { spaceId }, at) => countAt(spaceId, Math.floor(at / DESK_STEP_MS) * DESK_STEP_MS) > 0,
  },
  contact: {
    type: "contact",
    on: "OPEN",
    off: "CLOSED",
    isOn: (world, { spaceId }, at) =>
      isBetween(world, at, 390, 393) || world.countAt(spaceId, at) !== world.countAt(spaceId, at - MINUTE_MS),
  },
  // The floor is mopped in the morning.
  waterDetector: {
    type: "waterPresent",
    on: "PRESENT",
    off: "NOT_PRESENT",
    isOn: (w, _d, at) => isBetween(w, at, 400, 412),
  },
  proximity: {
    type: "objectPresent",
    on: "PRESENT",
    off: "NOT_PRESENT",
    isOn: (world, _device, at) => !isBetween(world, at, 602, 605) && !isBetween(world, at, 930, 931),
  },
};

/** Is it between these minutes of the site's day? */
function isBetween({ clock }: World, at: number, from: number, to: number): boolean {
  const { minute } = clock(at);
  return from <= minute && minute < to;
}

/** The state of a switch as it is said. */
export function switchState(world: World, device: DisruptiveDevice, at: number): Happening[] {
  const its = SWITCHES[device.type];
  if (!its) return [];
  const state = its.isOn(world, device, at) ? its.on : its.off;
  if (device.type !== "deskOccupancy") return [{ type: its.type, body: { state } }];
  const isUnsure = seededRandom("unsure", device.key, at) < UNSURE_CHANCE;
  return [{ type: its.type, body: { state, remarks: isUnsure ? ["INCOMPLETE_DATA"] : [] } }];
}

/** What is measured at every heartbeat. */
export const MEASURED: Readonly<Partial<Record<DisruptiveType, Measurement>>> = {
  co2: {
    types: ["co2", "pressure", "temperature", "humidity"],
    look: (world, { spaceId }, at) => [
      { type: "co2", body: { ppm: Math.round(airIn(world, spaceId, at.ms).co2) } },
      { type: "pressure", body: { pascal: airPressure(at.ms) } },
      temperature((ms) => airIn(world, spaceId, ms).temperature, at, 1),
      humidity(world, spaceId, at, 1),
    ],
  },
  humidity: { types: ["humidity"], look: (world, { spaceId }, at) => [humidity(world, spaceId, at, SAMPLES)] },
  temperature: {
    types: ["temperature"],
    look: (_world, { key }, at) => [temperature((ms) => chamber(key, ms), at, SAMPLES)],
  },
  proximityCounter: {
    types: ["objectPresentCount"],
    look: (world, _device, { ms }) => [{ type: "objectPresentCount", body: { total: lifetimeTotal(world, ms, 260) } }],
  },
  touchCounter: {
    types: ["touchCount"],
    look: (world, _device, { ms }) => [{ type: "touchCount", body: { total: lifetimeTotal(world, ms, 38) } }],
  },
};

function temperature(celsiusAt: (ms: number) => number, at: Moment, samples: number): Happening {
  const valueAt = ({ ms }: Moment) => ({ value: inSteps(celsiusAt(ms), 0.05) });
  return { type: "temperature", body: sampled(valueAt, at, samples) };
}

function humidity(world: World, spaceId: string, at: Moment, samples: number): Happening {
  const valuesAt = ({ ms }: Moment) => {
    const air = airIn(world, spaceId, ms);
    return { temperature: inSteps(air.temperature, 0.05), relativeHumidity: inSteps(air.humidity, 0.5) };
  };
  return { type: "humidity", body: sampled(valuesAt, at, samples) };
}

/** The values now, and again among the samples since the last heartbeat. */
function sampled(valuesAt: (at: Moment) => object, at: Moment, count: number): Happening["body"] {
  const samples = sampleMoments(at, count).map((moment) => ({ ...valuesAt(moment), sampleTime: timestampOf(moment) }));
  return { ...valuesAt(at), samples, isBackfilled: false };
}

/** Five minutes apart, newest first. */
const sampleMoments = ({ ms, us }: Moment, count: number): Moment[] =>
  Array.from({ length: count }, (_, n) => ({ ms: ms - n * 5 * MINUTE_MS, us }));

/** A fridge, and racks that are warmer at noon. */
function chamber(key: string, ms: number): number {
  const isFridge = key === "temperature/cafe";
  return (isFridge ? 4.1 : 22.8) + 0.6 * Math.sin((ms / DAY_MS) * 2 * Math.PI) + 0.2 * seededRandom("chamber", key, ms);
}

/** Grows by `perDay` between 8 and 18 o'clock, and never falls. */
function lifetimeTotal({ clock }: World, ms: number, perDay: number): number {
  const { date, minute } = clock(ms);
  const ofToday = Math.min(1, Math.max(0, (minute - 480) / 600));
  return Math.floor((Date.parse(date) / DAY_MS - 20_000 + ofToday) * perDay);
}

function inSteps(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(2));
}

/** Coarse, as DT reports it; one sensor is nearly empty. */
export function batteryOf(device: DisruptiveDevice): Happening {
  const percentage = device.key === "motion/focus-4" ? 8 : seededInteger(7, 10, "battery", device.key) * 10;
  return { type: "batteryStatus", body: { percentage } };
}
