import { ageWords, clockTime, type Moment } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendors/vendor-name";
import { readingsOf, type SpaceSnapshot, type SpaceSource } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import { staleAfterMs } from "@/lib/core/space";
import { english, type Text, text } from "@/lib/core/text";

const MINUTE_MS = 60_000;

/** What a device measures tells what it is; the first that fits. DT says no more of its sensors than that. */
const DEVICES: readonly (readonly [Metric, string])[] = [
  ["deskOccupied", text("desk sensor")],
  ["motion", text("motion sensor")],
  ["co2", text("CO₂ sensor")],
  ["waterPresent", text("water sensor")],
  ["contactOpen", text("contact sensor")],
  ["objectPresent", text("proximity sensor")],
  ["humidity", text("humidity sensor")],
  ["temperature", text("temperature sensor")],
  ["pressure", text("pressure sensor")],
];

const ZOOM_KINDS: Partial<Record<string, string>> = {
  room: text("Room"),
  sensor: text("Room sensor"),
  workspace: text("workspace"),
  location: text("location"),
};

/** What Butlr and DT call theirs. */
const KINDS: Partial<Record<string, string>> = {
  room: text("room"),
  zone: text("zone"),
  floor: text("floor"),
  device: text("device"),
  sensor: text("sensor"),
};

/** What a source is, without its vendor: "motion sensor", "room", "Room" of Zoom. */
function deviceWord(
  { vendor, kind }: Pick<SpaceSource, "vendor" | "kind">,
  measures: readonly Metric[],
  t: Text,
): string {
  if (vendor === "zoom") return t(ZOOM_KINDS[kind] ?? kind);
  if (vendor !== "disruptive") return t(KINDS[kind] ?? kind);
  return t(DEVICES.find(([metric]) => measures.includes(metric))?.[1] ?? KINDS[kind] ?? kind);
}

/** What a source is and how it is called: "DT motion sensor · Window". `vendor` is how its vendor is named. */
export function sourceWords(
  source: SpaceSource,
  space: Pick<SpaceSnapshot, "metrics" | "others">,
  t: Text = english,
  vendor: (vendor: string) => string = vendorShort,
): string {
  const measures = readingsOf(space).filter((reading) => reading.source === source.id);
  const device = deviceWord(
    source,
    measures.map(({ metric }) => metric),
    t,
  );
  return `${t("{vendor} {what}", { vendor: vendor(source.vendor), what: device })} · ${source.name}`;
}

/** How often a source speaks: silence means something only where it reports at an interval. */
export function rhythmWords(
  { vendor, expectedIntervalMs }: Pick<SpaceSource, "vendor" | "expectedIntervalMs">,
  t: Text,
): string {
  if (vendor !== "butlr") return ""; // the others document no rhythm
  if (expectedIntervalMs === null) return t("reports changes only");
  if (expectedIntervalMs === MINUTE_MS) return t("reports every minute");
  return t("reports every {long}", { long: durationWords(expectedIntervalMs, t) });
}

/** A length of time in its largest whole unit: "20 s", "10 min", "2 h". */
export function durationWords(ms: number, t: Text = english): string {
  if (ms < MINUTE_MS) return t("{count} s", { count: Math.round(ms / 1_000) });
  if (ms < 60 * MINUTE_MS) return t("{count} min", { count: Math.round(ms / MINUTE_MS) });
  return t("{count} h", { count: Math.round(ms / (60 * MINUTE_MS)) });
}

/** That a source is silent for longer than it may be; null when it is not. */
export function lateWords(
  source: Pick<SpaceSource, "expectedIntervalMs" | "lastReadingAt">,
  now: number,
  t: Text = english,
): string | null {
  const limit = staleAfterMs(source.expectedIntervalMs);
  if (limit === null || source.lastReadingAt === null) return null;
  return now - Date.parse(source.lastReadingAt) >= limit
    ? t("Late: silent for longer than {long}", { long: durationWords(limit, t) })
    : null;
}

type Connection = Pick<SpaceSource, "online" | "offlineAt" | "lastReadingAt">;

/** What a device says after it was reported offline proves that it is back, as the state of its space takes it. */
export function isOffline({ offlineAt, lastReadingAt }: Omit<Connection, "online">): boolean {
  if (offlineAt === null) return false;
  return lastReadingAt === null || Date.parse(lastReadingAt) <= Date.parse(offlineAt);
}

/** "online", "Offline since 09:41"; empty when its vendor never said. */
export function connectionWords(source: Connection, { now, timeZone }: Moment, t: Text = english): string {
  if (source.online) return t("online");
  if (source.offlineAt === null) return "";
  const at = clockTime(Date.parse(source.offlineAt), timeZone, now, t);
  return isOffline(source)
    ? t("Offline since {time}", { time: at })
    : t("reported offline {time}, heard since", { time: at });
}

/** "battery 87 % · signal 62 %", as far as it is known. */
export function healthWords({ battery, signal }: Pick<SpaceSource, "battery" | "signal">, t: Text = english): string {
  const percent = (value: number) => `${Math.round(value)}\u2009%`;
  return [
    battery === null ? "" : t("battery {percent}", { percent: percent(battery) }),
    signal === null ? "" : t("signal {percent}", { percent: percent(signal) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** When a source last said anything; nothing where it never measures, as a Zoom Room itself. */
export function lastHeardWords(
  { lastReadingAt, senses }: Pick<SpaceSource, "lastReadingAt" | "senses">,
  now: number,
  t: Text,
) {
  if (lastReadingAt === null) return senses ? t("no reading yet") : "";
  return ageWords(now - Date.parse(lastReadingAt), t);
}
