import { z } from "zod";
import { verdictAt } from "./floor";
import { type PastSpace, pastReader } from "./floor-past";
import { Lunch, SpeakerOrder } from "./fusion";
import { maintenanceSpans } from "./maintenance";
import { SpaceId } from "./space";
import { SPACE_STATES, type SpaceStateName } from "./space-state";
import { WEEKDAYS } from "./working-hours";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How the state of a space follows from its sources. */
export const FusionRules = z.strictObject({
  holdMinutes: z.number().int().min(1).max(240).nullable(),
  speakers: SpeakerOrder.nullable(),
  lunch: Lunch.nullable(),
});
export type FusionRules = z.infer<typeof FusionRules>;

/** `POST /api/space-types/preview`: what the last 24 hours of a space would have been by these rules. */
export const FusionPreviewQuery = z.strictObject({ spaceId: SpaceId, rules: FusionRules });
export type FusionPreviewQuery = z.infer<typeof FusionPreviewQuery>;

const Timeline = z.object({
  /** From each moment on, to the minute. */
  states: z.array(z.object({ at: z.iso.datetime(), state: z.enum(SPACE_STATES) })),
  /** Part of the known time in which it was used, away included; %, null when nothing is known. */
  usedPercent: z.number().nullable(),
});
export type Timeline = z.infer<typeof Timeline>;

export const FusionPreview = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  timeZone: z.string(),
  /** By the rules as they are now. */
  before: Timeline,
  after: Timeline,
  /** Part of the time in which anything is known, 0–1. */
  coverage: z.number(),
});
export type FusionPreview = z.infer<typeof FusionPreview>;

interface PreviewInput {
  /** The past of the last 24 hours. */
  readonly space: PastSpace;
  /** ms */
  readonly to: number;
  readonly timeZone: string;
  readonly rules: FusionRules;
}

/** The last 24 hours of a space by its rules as they are, and by others. */
export function fusionPreview({ space, to, timeZone, rules }: PreviewInput): FusionPreview {
  const from = to - DAY_MS;
  const other = { ...space, ...rules, breaks: lunches(rules.lunch, timeZone, from, to) };
  const before = statesOf(space, from, to);
  const after = statesOf(other, from, to);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    timeZone,
    before: timeline(before, from),
    after: timeline(after, from),
    coverage: after.filter(isKnown).length / after.length,
  };
}

function lunches(lunch: Lunch | null, timeZone: string, from: number, to: number) {
  if (lunch === null) return [];
  const weekly = { weekdays: [...WEEKDAYS], ...lunch };
  return maintenanceSpans({ startsAt: 0, endsAt: null, endedAt: null, weekly, timeZone }, from, to);
}

/** The state of every minute. */
function statesOf(space: PastSpace, from: number, to: number): SpaceStateName[] {
  const read = pastReader({ floorId: "", from, to, readAt: to, spaces: [space] });
  const states: SpaceStateName[] = [];
  for (let at = from; at < to; at += MINUTE_MS) {
    const [then] = read(at);
    states.push(then ? verdictAt(then, at).state : "unmonitored");
  }
  return states;
}

const UNKNOWN: readonly SpaceStateName[] = ["maintenance", "unmonitored", "offline", "stale", "unknown"];
const USED: readonly SpaceStateName[] = ["occupied", "over", "away"];
const isKnown = (state: SpaceStateName) => !UNKNOWN.includes(state);

function timeline(states: readonly SpaceStateName[], from: number): Timeline {
  const known = states.filter(isKnown).length;
  const used = states.filter((state) => USED.includes(state)).length;
  const changes = states.flatMap((state, minute) =>
    state === states[minute - 1] ? [] : [{ at: new Date(from + minute * MINUTE_MS).toISOString(), state }],
  );
  return { states: changes, usedPercent: known === 0 ? null : (used / known) * 100 };
}
