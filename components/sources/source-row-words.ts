import { toldWords } from "@/components/space/value-words";
import { ageWords } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendors/vendor-name";
import { mainMetric } from "@/lib/core/main-metric";
import type { Metric } from "@/lib/core/metric";
import type { Source } from "@/lib/core/source";
import type { Suggestion } from "@/lib/core/suggestion";
import { type Text, text } from "@/lib/core/text";

/** DT's words for what a device is. */
const TYPES: Readonly<Record<string, string>> = {
  motion: text("motion sensor"),
  deskOccupancy: text("desk sensor"),
  co2: text("CO₂ sensor"),
  humidity: text("humidity sensor"),
  temperature: text("temperature sensor"),
  contact: text("contact sensor"),
  waterDetector: text("water sensor"),
  proximity: text("proximity sensor"),
  proximityCounter: text("proximity counter"),
  touch: text("touch sensor"),
  touchCounter: text("touch counter"),
  ccon: text("Cloud Connector"),
};

/** What a device is, by its vendor's word for it. */
export const typeWord = (type: string, t: Text): string => t(TYPES[type] ?? type);

const ZOOM_KINDS: Readonly<Record<string, string>> = {
  room: text("Room"),
  sensor: text("appliance"),
  workspace: text("workspace"),
  location: text("location"),
};

/** What Butlr and DT call what speaks. */
const KINDS: Readonly<Record<string, string>> = {
  room: text("room"),
  zone: text("zone"),
  desk: text("desk"),
  device: text("device"),
};

type Named = Pick<Source, "name" | "externalId">;

/** How a source is called: its own name, else the vendor's id. */
export const sourceTitle = ({ name, externalId }: Named): string => name || externalId;

/** "DT · motion sensor", "Zoom · Room", "Butlr · zone". */
export function kindWords({ vendor, kind, facts }: Pick<Source, "vendor" | "kind" | "facts">, t: Text): string {
  const type = typeof facts.type === "string" ? facts.type : null;
  const word = vendor === "zoom" ? (ZOOM_KINDS[kind] ?? kind) : ((type && TYPES[type]) ?? KINDS[kind] ?? kind);
  return `${vendorShort(vendor)} · ${t(word)}`;
}

/** Labels that say a place come first. */
const TELLING: readonly string[] = ["room", "desk", "zone", "space", "place", "location", "area"];

export interface PayloadWords {
  readonly first: string;
  /** The other labels, for whoever wants to know. */
  readonly others: readonly string[];
}

/** What the vendor's events say about where it may be. */
export function payloadWords({ facts, name, externalId }: Pick<Source, "facts"> & Named, t: Text): PayloadWords {
  const rank = (key: string) => (TELLING.includes(key) ? TELLING.indexOf(key) : TELLING.length);
  const labels = Object.entries(facts)
    .filter(([key, value]) => key.startsWith("label:") && key !== "label:name" && typeof value === "string")
    .map(([key, value]) => [key.slice("label:".length), String(value)] as const)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([key, value]) => t("label {key} = “{value}”", { key, value }));
  const [first, ...others] = labels;
  if (first !== undefined) return { first, others };
  return { first: name ? t("id {externalId}", { externalId }) : t("no name, no labels"), others: [] };
}

/** The last value of what matters most, and how long ago that was; null when it never measured anything. */
export function lastValueWords(
  { values }: Pick<Source, "values">,
  now: number,
  t: Text,
): { value: string; age: string } | null {
  const metric = mainMetric(Object.keys(values) as Metric[]);
  const last = metric === null ? undefined : values[metric];
  if (metric === null || !last) return null;
  const value = metric === "touch" ? t("touched") : toldWords(metric, last.value, t);
  return { value, age: ageWords(Math.max(0, now - Date.parse(last.observedAt)), t) };
}

/** Said by `t`. */
export const BASIS_WORDS: Record<Suggestion["basis"], string> = {
  "custom-id": text("same custom id"),
  label: text("same label"),
  name: text("same name"),
  "similar-name": text("similar name"),
  gateway: text("same gateway"),
};

/** "Quiet room", "T05, Level 2": a desk's name alone seldom says which. */
export const placeWords = ({ name, kind, floor }: Suggestion["space"]): string =>
  kind === "desk" && floor ? `${name}, ${floor.name}` : name;

export interface Events {
  readonly count: number;
  readonly isMore: boolean;
}

/** "1 event", "412 events", "Over 1000 events". */
export function eventWords({ count, isMore }: Events, t: Text): string {
  if (isMore) return t("Over {count} events", { count: Math.floor(count / 100) * 100 || count });
  return t("{count, plural, one {# event} other {# events}}", { count });
}

/** "Mapped to Quiet room. 30 earlier events applied." */
export function mappedWords(place: string, events: Events | undefined, t: Text): string {
  if (!events || events.count === 0) return t("Mapped to {place}.", { place });
  return t("Mapped to {place}. {events} from before are in its history.", { place, events: eventWords(events, t) });
}
