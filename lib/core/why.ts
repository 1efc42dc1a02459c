import { z } from "zod";
import { type BookingState, bookingState } from "./booking";
import { type SpaceBooking, type SpaceClosing, type SpaceEvidence, spaceFacts } from "./floor";
import { METRICS, type Metric } from "./metric";
import { type JudgedReading, judgeReadings, type SpaceFacts, type SpaceVerdict, spaceState } from "./space-state";

/** Why something that arrived did not become what a space shows. */
export const IGNORED_REASONS = ["older", "corrected", "filled-in", "day-late"] as const;
export type IgnoredReason = (typeof IGNORED_REASONS)[number];

/** Something a source of the space said that is not "now". */
export const IgnoredWord = z.object({
  source: z.string(),
  vendor: z.string(),
  metric: z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]),
  value: z.number(),
  /** What was first said of that moment, when it was corrected. */
  firstValue: z.number().nullable(),
  observedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  reason: z.enum(IGNORED_REASONS),
});
export type IgnoredWord = z.infer<typeof IgnoredWord>;

/** `GET /api/spaces/{id}/why`: the last twenty of a day, the newest arrival first. */
export const SpaceWhyAnswer = z.object({
  spaceId: z.string(),
  ignored: z.array(IgnoredWord),
  /** Events of the last hour that came again, without effect. */
  repeats: z.number(),
});
export type SpaceWhyAnswer = z.infer<typeof SpaceWhyAnswer>;

/** A booking that was looked at. */
export interface WeighedBooking {
  readonly booking: SpaceBooking;
  readonly state: BookingState;
  /** Is it why the space is held, or not used? */
  readonly decides: boolean;
}

/** A maintenance window that was looked at. */
export interface WeighedClosing {
  readonly closing: SpaceClosing;
  /** Is it on? Then nothing else is asked. */
  readonly decides: boolean;
}

/** Everything that a space's state was decided from, and how each of it was judged. */
export interface Reasons {
  readonly verdict: SpaceVerdict;
  /** The one that decided first. */
  readonly readings: readonly JudgedReading[];
  readonly bookings: readonly WeighedBooking[];
  readonly closings: readonly WeighedClosing[];
  /** Exactly the inputs that are told: `spaceState` of them is the verdict. */
  readonly inputs: SpaceFacts;
}

/** Why a space is in the state it is in at a moment (ms). */
export function reasonsOf(space: SpaceEvidence, now: number): Reasons {
  const facts = spaceFacts(space);
  const readings = judgeReadings(facts, now);
  const inputs = { ...facts, readings: readings.map(({ reading }) => reading) };
  const verdict = spaceState(inputs, now);
  const isOn = ({ from, until }: SpaceClosing) =>
    Date.parse(from) <= now && (until === null || Date.parse(until) > now);
  return {
    verdict,
    readings,
    inputs,
    bookings: space.bookings.flatMap((booking, index) => {
      const times = facts.bookings[index];
      return times ? [{ booking, state: bookingState(times, now), decides: verdict.heldBy === index }] : [];
    }),
    closings: (space.closings ?? []).map((closing) => ({ closing, decides: isOn(closing) })),
  };
}
