import { z } from "zod";
import type { Metric } from "./metric";
import { nameMatch } from "./name-match";
import { SpaceKind } from "./space";
import { english } from "./text";
import { say, Words } from "./words";

/** Why, for people (`text` in English, `words` for other languages), and how much it counts. */
const SuggestionReason = z.object({ text: z.string(), words: Words, points: z.number() });
type SuggestionReason = z.infer<typeof SuggestionReason>;

const because = (words: Words, points: number): SuggestionReason => ({
  text: english(words.text, words.values),
  words,
  points,
});

/** From here on nobody need look, %. */
export const SURE = 90;

/** What mostly speaks for it. */
const SUGGESTION_BASES = ["custom-id", "label", "name", "similar-name", "gateway"] as const;

/** Where a source probably stands. */
export const Suggestion = z.object({
  space: z.object({
    id: z.string(),
    name: z.string(),
    kind: SpaceKind,
    /** The floor it is on; null when it is on none. */
    floor: z.object({ id: z.string(), name: z.string() }).nullable(),
  }),
  /** %, 1–99 */
  confidence: z.number(),
  basis: z.enum(SUGGESTION_BASES),
  reasons: z.array(SuggestionReason),
  /** Two sources with the same rival key cannot both be right; null where there may be several. */
  rivalKey: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** What is known of a source that stands nowhere. */
export interface SuggestionSource {
  readonly id: string;
  readonly vendor: string;
  readonly kind: string;
  readonly externalId: string;
  readonly customId: string | null;
  readonly name: string | null;
  /** The vendor's word for what it is, `deskOccupancy` or `floor`; null when it has none. */
  readonly type: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly measures: readonly Metric[];
  /** Floors where other devices that the same gateway hears stand, and which part of those stand there, 0–1. */
  readonly heardOn: readonly { readonly floorId: string; readonly gateway: string; readonly share: number }[];
}

/** A place it may stand in. */
export interface SuggestionSpace {
  readonly id: string;
  readonly kind: SpaceKind;
  readonly name: string;
  /** The admin's and the vendor's. */
  readonly customIds: readonly string[];
  readonly floor: { readonly id: string; readonly name: string } | null;
  /** Names of what it is in, from the inside out. */
  readonly above: readonly string[];
  /** What is measured there already. */
  readonly senses: readonly SourceSense[];
}

/** What a source is there for: two of a kind at one desk make no sense. */
const SOURCE_SENSES = ["desk", "booking", "room", "count", "motion", "air", "place", "location", "other"] as const;
export type SourceSense = (typeof SOURCE_SENSES)[number];

type Sensing = Pick<SuggestionSource, "vendor" | "kind" | "type" | "measures">;

const AIR: readonly Metric[] = ["co2", "humidity", "temperature", "pressure", "voc", "pm25", "pm10", "aqi"];
const AIR_TYPES: readonly string[] = ["co2", "humidity", "temperature"];

/** What a source is there for, by what it measures and what its vendor calls it. */
export function senseOf({ vendor, kind, type, measures }: Sensing): SourceSense {
  if (vendor === "zoom" && kind === "room") return "room";
  if (vendor === "zoom" && kind === "workspace") return "booking";
  if (kind === "location") return "location";
  if (kind === "site" || kind === "building" || kind === "floor") return "place";
  if (measures.includes("deskOccupied") || type === "deskOccupancy") return "desk";
  if (measures.includes("occupancy") || vendor === "butlr") return "count";
  if (measures.includes("motion") || type === "motion") return "motion";
  if (AIR.some((metric) => measures.includes(metric)) || AIR_TYPES.includes(type ?? "")) return "air";
  return "other";
}

const PLACES: readonly SpaceKind[] = ["site", "building", "floor"];
const LOCATION_KINDS: Readonly<Record<string, readonly SpaceKind[]>> = {
  floor: ["floor"],
  building: ["building"],
  campus: ["site"],
  city: ["site"],
};

/** Kinds of spaces a source of this sort may be meant to stand in. */
export function fittingKinds(source: Sensing): readonly SpaceKind[] {
  switch (senseOf(source)) {
    case "place":
    case "location":
      return LOCATION_KINDS[source.type ?? source.kind] ?? PLACES;
    case "desk":
    case "booking":
      return ["desk"];
    case "room":
      return ["room"];
    default:
      return source.type === "ccon" ? ["floor", "building"] : ["room", "zone"];
  }
}

/** Labels that say a place by their name; `floor` and `building` only tell which of several. */
const NAMING: readonly string[] = ["room", "desk", "zone", "space", "place", "location", "area", "table", "seat"];
const FLOOR_LABELS: readonly string[] = ["floor", "level", "storey", "story"];
const ABOVE_LABELS: readonly string[] = ["building", "site", "house", "office"];

/** Texts of a source that may be the name or id of its place. */
export function placeTexts({ name, customId, externalId, labels }: SuggestionSource): string[] {
  const said = Object.entries(labels)
    .filter(([key]) => isAboutPlace(key))
    .map(([, value]) => value);
  const texts = [...said, name, customId, externalId].filter((text): text is string => text !== null);
  return [...new Set(texts.filter((text) => text.trim() !== ""))];
}

const isAboutPlace = (key: string) =>
  key !== "name" && !FLOOR_LABELS.includes(key.toLowerCase()) && !ABOVE_LABELS.includes(key.toLowerCase());

const POINTS = {
  customId: 90,
  label: 88,
  otherLabel: 76,
  name: 82,
  /** Times how well it fits. */
  nearLabel: 66,
  nearOtherLabel: 54,
  nearName: 62,
  twice: 6,
  gateway: 24,
  floor: 10,
  otherFloor: -30,
  alone: 8,
  onlyOne: 28,
  taken: -45,
  ambiguous: -30,
  rival: -35,
} as const;

const LEAST = 40;
const MOST = 99;
const MOST_OFFERED = 3;

interface Evidence extends SuggestionReason {
  readonly basis: Suggestion["basis"];
}

const sameText = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Everything of the source that names this place, the strongest first. */
function naming(source: SuggestionSource, space: SuggestionSpace): Evidence[] {
  const { customId, externalId, labels, name } = source;
  const found: Evidence[] = [];
  const isItsId = (text: string) => space.customIds.some((id) => sameText(id, text));
  if (customId && isItsId(customId)) {
    found.push({
      basis: "custom-id",
      ...because(say("Custom id {customId} is the same", { customId }), POINTS.customId),
    });
  }
  if (isItsId(externalId)) {
    found.push({
      basis: "custom-id",
      ...because(
        say("Its id {id} is the custom id of {space}", { id: externalId, space: space.name }),
        POINTS.customId,
      ),
    });
  }
  for (const [key, value] of Object.entries(labels)) if (isAboutPlace(key)) found.push(...byLabel(key, value, space));
  if (name !== null) found.push(...byName(name, space));
  return found.sort((a, b) => b.points - a.points || (a.text < b.text ? -1 : 1));
}

function byLabel(key: string, value: string, space: SuggestionSpace): Evidence[] {
  if (space.customIds.some((id) => sameText(id, value))) {
    const words = say("Label {key} is “{value}”, the custom id", { key, value });
    return [{ basis: "custom-id", ...because(words, POINTS.label) }];
  }
  const match = nameMatch(value, space.name);
  if (match === 0) return [];
  const isNaming = NAMING.includes(key.toLowerCase());
  if (match === 1) {
    const points = isNaming ? POINTS.label : POINTS.otherLabel;
    return [{ basis: "label", ...because(say("Label {key} is “{value}”", { key, value }), points) }];
  }
  const words = say("Label {key} is “{value}”, close to “{space}”", { key, value, space: space.name });
  const points = Math.round(match * (isNaming ? POINTS.nearLabel : POINTS.nearOtherLabel));
  return [{ basis: "similar-name", ...because(words, points) }];
}

function byName(name: string, space: SuggestionSpace): Evidence[] {
  if (space.customIds.some((id) => sameText(id, name))) {
    return [{ basis: "custom-id", ...because(say("Its name “{name}” is the custom id", { name }), POINTS.label) }];
  }
  const match = nameMatch(name, space.name);
  if (match === 0) return [];
  if (match === 1) return [{ basis: "name", ...because(say("Its name is “{name}”", { name }), POINTS.name) }];
  const words = say("Its name “{name}” is close to “{space}”", { name, space: space.name });
  return [{ basis: "similar-name", ...because(words, Math.round(match * POINTS.nearName)) }];
}

/** What a label says of the floor or the building. */
function aboutWhere({ labels }: SuggestionSource, { floor, above }: SuggestionSpace): SuggestionReason[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const isFloor = FLOOR_LABELS.includes(key.toLowerCase());
    if (!isFloor && !ABOVE_LABELS.includes(key.toLowerCase())) return [];
    const names = isFloor ? (floor ? [floor.name] : []) : above;
    if (names.length === 0) return [];
    const fits = names.some((name) => nameMatch(value, name) > 0.5 || nameMatch(name, value) > 0.5);
    return [
      fits
        ? because(say("Label {key} is “{value}”", { key, value }), POINTS.floor)
        : because(say("Label {key} is “{value}”, another one", { key, value }), POINTS.otherFloor),
    ];
  });
}

function byGateway({ heardOn }: SuggestionSource, { floor }: SuggestionSpace): Evidence[] {
  const heard = heardOn.filter(({ floorId }) => floorId === floor?.id).sort((a, b) => b.share - a.share)[0];
  if (!heard || !floor) return [];
  const words = say("Heard by gateway {gateway}, which serves {floor}", { gateway: heard.gateway, floor: floor.name });
  return [{ basis: "gateway", ...because(words, Math.round(heard.share * POINTS.gateway)) }];
}

/** Who is there already. Where only one is meant to be, a second one speaks against the place. */
function company(sense: SourceSense, space: SuggestionSpace): SuggestionReason[] {
  const alone = say(
    "No other {sense, select, desk {desk sensor} booking {bookable desk} room {Zoom Room} count {counter} motion {motion sensor} air {air sensor} place {Butlr place} location {Zoom location} other {device of this kind}} there",
    { sense },
  );
  const taken = say(
    "There is a {sense, select, desk {desk sensor} booking {bookable desk} room {Zoom Room} count {counter} motion {motion sensor} air {air sensor} place {Butlr place} location {Zoom location} other {device of this kind}} already",
    { sense },
  );
  if (!space.senses.includes(sense)) return [because(alone, POINTS.alone)];
  return isExclusive(sense, space.kind) ? [because(taken, POINTS.taken)] : [];
}

const isExclusive = (sense: SourceSense, kind: SpaceKind) =>
  kind === "desk" || ["room", "place", "location"].includes(sense);

interface Scored extends Suggestion {
  /** How sure without what other sources and places have to say about it. */
  readonly sum: number;
}

function score(source: SuggestionSource, space: SuggestionSpace, isOnlyOne: boolean): Scored | null {
  const sense = senseOf(source);
  const named = naming(source, space);
  const heard = byGateway(source, space);
  if (named.length === 0 && !(isOnlyOne && heard.length > 0)) return null;
  const [best, second] = named;
  const reasons: SuggestionReason[] = [
    best ?? because(say("The only place on {floor} without one", { floor: space.floor?.name ?? "" }), POINTS.onlyOne),
    ...(second ? [{ ...second, points: POINTS.twice }] : []),
    ...heard,
    ...aboutWhere(source, space),
    ...company(sense, space),
  ].map(({ text, words, points }) => ({ text, words, points }));
  const sum = reasons.reduce((total, { points }) => total + points, 0);
  const { id, name, kind, floor } = space;
  return {
    space: { id, name, kind, floor },
    confidence: Math.max(0, Math.min(MOST, sum)),
    basis: best?.basis ?? "gateway",
    reasons,
    rivalKey: isExclusive(sense, kind) ? `${id}/${sense}` : null,
    sum,
  };
}

/** Places that fit a source, best first, at most three; none when nothing speaks clearly enough for any. */
export function rankPlaces(source: SuggestionSource, spaces: readonly SuggestionSpace[]): Suggestion[] {
  const kinds = fittingKinds(source);
  const sense = senseOf(source);
  const fitting = spaces.filter(({ kind }) => kinds.includes(kind));
  const without = new Map<string, number>();
  for (const { floor, senses } of fitting) {
    if (floor && !senses.includes(sense)) without.set(floor.id, (without.get(floor.id) ?? 0) + 1);
  }
  const isOnlyOne = ({ floor, senses }: SuggestionSpace) =>
    floor !== null && !senses.includes(sense) && without.get(floor.id) === 1;
  const scored = fitting
    .flatMap((space) => score(source, space, isOnlyOne(space)) ?? [])
    .sort((a, b) => b.sum - a.sum || Number(a.space.id) - Number(b.space.id));
  return settleTwins(scored)
    .filter(({ confidence }) => confidence >= LEAST)
    .slice(0, MOST_OFFERED)
    .map(({ sum: _, ...suggestion }) => suggestion);
}

/** Two places with the same name, and nothing that tells which: neither is certain. */
function settleTwins(scored: readonly Scored[]): Scored[] {
  const [first, second] = scored;
  if (!first || !second || first.sum - second.sum >= POINTS.floor) return [...scored];
  if (nameMatch(first.space.name, second.space.name) < 0.96) return [...scored];
  const doubt = (one: Scored, { space: { name, floor } }: Scored) =>
    less(
      one,
      floor
        ? say("“{name}” is also on {floor}", { name, floor: floor.name })
        : say("“{name}” is also elsewhere", { name }),
      POINTS.ambiguous,
    );
  return [doubt(first, second), doubt(second, first), ...scored.slice(2)];
}

function less<S extends Suggestion>(suggestion: S, words: Words, points: number): S {
  const reasons = [...suggestion.reasons, because(words, points)];
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  return { ...suggestion, reasons, sum, confidence: Math.max(0, Math.min(MOST, sum)) };
}

/** What a source may be called where it is compared with others. */
export interface Candidate {
  readonly sourceId: string;
  readonly sourceName: string;
  /** Best first. */
  readonly ranked: readonly Suggestion[];
}

/**
 * One suggestion for each source that has any. Of two for the same desk and the same sense the better one keeps it
 * (of two alike the one seen first); the other gets its next place, or stays as a doubt.
 */
export function settleRivals(candidates: readonly Candidate[]): Map<string, Suggestion> {
  const taken = new Map<string, string>();
  const settled = new Map<string, Suggestion>();
  const confidence = ({ ranked }: Candidate) => ranked[0]?.confidence ?? 0;
  const inOrder = [...candidates].sort(
    (a, b) => confidence(b) - confidence(a) || Number(a.sourceId) - Number(b.sourceId),
  );
  for (const { sourceId, sourceName, ranked } of inOrder) {
    const [best] = ranked;
    if (!best) continue;
    const free = ranked.find(({ rivalKey }) => rivalKey === null || !taken.has(rivalKey));
    if (free?.rivalKey) taken.set(free.rivalKey, sourceName);
    const winner = taken.get(best.rivalKey ?? "");
    const words = winner ? say("{name} fits better", { name: winner }) : say("Another one fits better");
    const doubted = free ?? less(best, words, POINTS.rival);
    if (doubted.confidence >= LEAST) settled.set(sourceId, doubted);
  }
  return settled;
}
