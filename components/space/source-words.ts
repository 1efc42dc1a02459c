import { ageWords, clockTime, type Moment } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendors/vendor-name";
import { readingsOf, type SpaceSnapshot, type SpaceSource } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import { staleAfterMs } from "@/lib/core/space";

const MINUTE_MS = 60_000;

/** What a device measures tells what it is; the first that fits. DT says no more of its sensors than that. */
const DEVICES: readonly (readonly [Metric, string])[] = [
  ["deskOccupied", "desk sensor"],
  ["motion", "motion sensor"],
  ["co2", "CO₂ sensor"],
  ["waterPresent", "water sensor"],
  ["contactOpen", "contact sensor"],
  ["objectPresent", "proximity sensor"],
  ["humidity", "humidity sensor"],
  ["temperature", "temperature sensor"],
  ["pressure", "pressure sensor"],
];

const ZOOM_KINDS: Partial<Record<string, string>> = {
  room: "Room",
  sensor: "Room sensor",
  workspace: "workspace",
  location: "location",
};

/** What a source is, without its vendor: "motion sensor", "room", "Room" of Zoom. */
function deviceWord({ vendor, kind }: Pick<SpaceSource, "vendor" | "kind">, measures: readonly Metric[]): string {
  if (vendor === "zoom") return ZOOM_KINDS[kind] ?? kind;
  if (vendor !== "disruptive") return kind;
  return DEVICES.find(([metric]) => measures.includes(metric))?.[1] ?? kind;
}

/** What a source is and how it is called: "DT motion sensor · Window". `vendor` is how its vendor is named. */
export function sourceWords(
  source: SpaceSource,
  space: Pick<SpaceSnapshot, "metrics" | "others">,
  vendor: (vendor: string) => string = vendorShort,
): string {
  const measures = readingsOf(space).filter((reading) => reading.source === source.id);
  const device = deviceWord(
    source,
    measures.map(({ metric }) => metric),
  );
  return `${vendor(source.vendor)} ${device} · ${source.name}`;
}

/** How often a source speaks: silence means something only where it reports at an interval. */
export function rhythmWords({
  vendor,
  expectedIntervalMs,
}: Pick<SpaceSource, "vendor" | "expectedIntervalMs">): string {
  if (vendor !== "butlr") return ""; // the others document no rhythm
  if (expectedIntervalMs === null) return "reports changes only";
  if (expectedIntervalMs === MINUTE_MS) return "reports every minute";
  return `reports every ${durationWords(expectedIntervalMs)}`;
}

/** A length of time in its largest whole unit: "20 s", "10 min", "2 h". */
export function durationWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.round(ms / 1_000)} s`;
  if (ms < 60 * MINUTE_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  return `${Math.round(ms / (60 * MINUTE_MS))} h`;
}

/** That a source is silent for longer than it may be; null when it is not. */
export function lateWords(
  source: Pick<SpaceSource, "expectedIntervalMs" | "lastReadingAt">,
  now: number,
): string | null {
  const limit = staleAfterMs(source.expectedIntervalMs);
  if (limit === null || source.lastReadingAt === null) return null;
  return now - Date.parse(source.lastReadingAt) >= limit
    ? `Late: silent for longer than ${durationWords(limit)}`
    : null;
}

type Connection = Pick<SpaceSource, "online" | "onlineAt" | "lastReadingAt">;

/** What a device says after it was reported offline proves that it is back, as the state of its space takes it. */
export function isOffline({ online, onlineAt, lastReadingAt }: Connection): boolean {
  if (online !== false || onlineAt === null) return false;
  return lastReadingAt === null || Date.parse(lastReadingAt) <= Date.parse(onlineAt);
}

/** "online since 09:10", "Offline since 09:41"; empty when its vendor never said. */
export function connectionWords(source: Connection, { now, timeZone }: Moment): string {
  if (source.online === null || source.onlineAt === null) return "";
  const at = clockTime(Date.parse(source.onlineAt), timeZone, now);
  if (source.online) return `online since ${at}`;
  return isOffline(source) ? `Offline since ${at}` : `reported offline ${at}, heard since`;
}

/** "battery 87 % · signal 62 %", as far as it is known. */
export function healthWords({ battery, signal }: Pick<SpaceSource, "battery" | "signal">): string {
  const percent = (name: string, value: number | null) => value !== null && `${name} ${Math.round(value)}\u2009%`;
  return [percent("battery", battery), percent("signal", signal)].filter(Boolean).join(" · ");
}

/** When a source last said anything; nothing where it never measures, as a Zoom Room itself. */
export function lastHeardWords({ lastReadingAt, senses }: Pick<SpaceSource, "lastReadingAt" | "senses">, now: number) {
  if (lastReadingAt === null) return senses ? "no reading yet" : "";
  return ageWords(now - Date.parse(lastReadingAt));
}
