import { toldWords } from "@/components/space/value-words";
import { ageWords } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendors/vendor-name";
import { mainMetric } from "@/lib/core/main-metric";
import type { Metric } from "@/lib/core/metric";
import type { Source } from "@/lib/core/source";
import type { Suggestion } from "@/lib/core/suggestion";

/** DT's words for what a device is. */
const TYPES: Readonly<Record<string, string>> = {
  motion: "motion sensor",
  deskOccupancy: "desk sensor",
  co2: "CO₂ sensor",
  humidity: "humidity sensor",
  temperature: "temperature sensor",
  contact: "contact sensor",
  waterDetector: "water sensor",
  proximity: "proximity sensor",
  proximityCounter: "proximity counter",
  touch: "touch sensor",
  touchCounter: "touch counter",
  ccon: "Cloud Connector",
};

const ZOOM_KINDS: Readonly<Record<string, string>> = { room: "Room", sensor: "appliance" };

type Named = Pick<Source, "name" | "externalId">;

/** How a source is called: its own name, else the vendor's id. */
export const sourceTitle = ({ name, externalId }: Named): string => name || externalId;

/** "DT · motion sensor", "Zoom · Room", "Butlr · zone". */
export function kindWords({ vendor, kind, facts }: Pick<Source, "vendor" | "kind" | "facts">): string {
  const type = typeof facts.type === "string" ? facts.type : null;
  const word = vendor === "zoom" ? (ZOOM_KINDS[kind] ?? kind) : ((type && TYPES[type]) ?? kind);
  return `${vendorShort(vendor)} · ${word}`;
}

/** Labels that say a place come first. */
const TELLING: readonly string[] = ["room", "desk", "zone", "space", "place", "location", "area"];

export interface PayloadWords {
  readonly first: string;
  /** The other labels, for whoever wants to know. */
  readonly others: readonly string[];
}

/** What the vendor's events say about where it may be. */
export function payloadWords({ facts, name, externalId }: Pick<Source, "facts"> & Named): PayloadWords {
  const rank = (key: string) => (TELLING.includes(key) ? TELLING.indexOf(key) : TELLING.length);
  const labels = Object.entries(facts)
    .filter(([key, value]) => key.startsWith("label:") && key !== "label:name" && typeof value === "string")
    .map(([key, value]) => [key.slice("label:".length), String(value)] as const)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([key, value]) => `label ${key} = “${value}”`);
  const [first, ...others] = labels;
  if (first !== undefined) return { first, others };
  return { first: name ? `id ${externalId}` : "no name, no labels", others: [] };
}

/** The last value of what matters most, and how long ago that was; null when it never measured anything. */
export function lastValueWords({ values }: Pick<Source, "values">, now: number): { value: string; age: string } | null {
  const metric = mainMetric(Object.keys(values) as Metric[]);
  const last = metric === null ? undefined : values[metric];
  if (metric === null || !last) return null;
  const value = metric === "touch" ? "touched" : toldWords(metric, last.value);
  return { value, age: ageWords(Math.max(0, now - Date.parse(last.observedAt))) };
}

export const BASIS_WORDS: Record<Suggestion["basis"], string> = {
  "custom-id": "same custom id",
  label: "same label",
  name: "same name",
  "similar-name": "similar name",
  gateway: "same gateway",
};

/** "Quiet room", "T05, Level 2": a desk's name alone seldom says which. */
export const placeWords = ({ name, kind, floor }: Suggestion["space"]): string =>
  kind === "desk" && floor ? `${name}, ${floor.name}` : name;

export interface Events {
  readonly count: number;
  readonly isMore: boolean;
}

/** "1 event", "412 events", "Over 1000 events". */
export function eventWords({ count, isMore }: Events): string {
  if (isMore) return `Over ${Math.floor(count / 100) * 100 || count} events`;
  return count === 1 ? "1 event" : `${count} events`;
}

/** "Mapped to Quiet room. 30 earlier events applied." */
export function mappedWords(place: string, events: Events | undefined): string {
  if (!events || events.count === 0) return `Mapped to ${place}.`;
  const words = eventWords(events);
  return `Mapped to ${place}. ${words.charAt(0).toUpperCase()}${words.slice(1)} from before are in its history.`;
}
