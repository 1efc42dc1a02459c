import { clockTime, type Moment, STATE_WORD } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendors/vendor-name";
import type { BookingState } from "@/lib/core/booking";
import { type MetricValue, readingsOf, type SpaceBooking, type SpaceSnapshot, spaceFacts } from "@/lib/core/floor";
import type { Metric } from "@/lib/core/metric";
import { staleAfterMs } from "@/lib/core/space";
import {
  HELD_BEFORE_MS,
  type JudgedReading,
  judgeReadings,
  NO_SHOW_AFTER_MS,
  type SpaceVerdict,
  type Vote,
} from "@/lib/core/space-state";
import { english, type Text } from "@/lib/core/text";
import { type IgnoredWord, reasonsOf, type WeighedBooking, type WeighedClosing } from "@/lib/core/why";
import { bookedWords } from "./booking-words";
import { closingWords } from "./closing-words";
import { METRIC_WORDS } from "./metric-words";
import { durationWords } from "./source-words";
import { valueWords } from "./value-words";

interface WhyReading {
  /** Metric and source: no two readings have the same. */
  readonly key: string;
  readonly vote: Vote;
  readonly label: string;
  readonly value: string;
  /** When it was taken, when it arrived, and why it is not used. */
  readonly note: string;
}

/** A booking or a maintenance window that was looked at. */
interface WhyOther {
  readonly key: string;
  readonly decides: boolean;
  readonly label: string;
  readonly note: string;
}

export interface Why {
  readonly question: string;
  /** The rule that decided, as a sentence. */
  readonly rule: string;
  /** The one that decided first. */
  readonly readings: readonly WhyReading[];
  readonly others: readonly WhyOther[];
}

/** Why a space is in the state it is in. */
export function whyWords(space: SpaceSnapshot, verdict: SpaceVerdict, moment: Moment, t: Text = english): Why {
  const reasons = reasonsOf(space, moment.now);
  const best = reasons.readings[0]?.reading.metric;
  return {
    question: `Why “${STATE_WORD[verdict.state]}”?`,
    rule: ruleWords(space, verdict, best, moment, t),
    readings: reasons.readings.map((one) => whyReading(space, one, best, moment)),
    others: [
      ...reasons.bookings.map((one, index) => weighedBooking(one, index, moment, t)),
      ...reasons.closings.map((one) => weighedClosing(one, moment, t)),
    ],
  };
}

function weighedBooking({ booking, state, decides }: WeighedBooking, index: number, moment: Moment, t: Text): WhyOther {
  const label = t("Booking {when}", { when: bookedWords(booking, moment) });
  const words: Record<BookingState, string> = {
    cancelled: t("cancelled"),
    upcoming: t("to come"),
    running: t("nobody has checked in"),
    "checked-in": t("checked in"),
    "checked-out": t("checked out"),
    ended: t("over"),
  };
  return { key: `booking/${index}`, decides, label, note: words[state] };
}

function weighedClosing({ closing, decides }: WeighedClosing, moment: Moment, t: Text): WhyOther {
  const { name, when } = closingWords(closing, moment, t);
  return {
    key: `closing/${closing.id}/${closing.from}`,
    decides,
    label: t("Maintenance: {name}", { name }),
    note: when,
  };
}

/** What came and does not count, as a line of the panel. */
export function ignoredWords(word: IgnoredWord, space: SpaceSnapshot, { now, timeZone }: Moment, t: Text): WhyReading {
  const clock = (time: string) => clockTime(Date.parse(time), timeZone, now);
  const at = clock(word.observedAt);
  const reasons: Record<IgnoredWord["reason"], string> = {
    older: t("older than current"),
    corrected: t("older than current, corrected from {first}", {
      first: valueWords(word.metric, word.firstValue ?? 0),
    }),
    "filled-in": t("filled in later"),
    "day-late": t("more than a day late: history only"),
  };
  const names = new Map(space.sources.map((source) => [source.id, vendorShort(source.vendor)]));
  return {
    key: `${word.metric}/${word.source}/${word.observedAt}`,
    vote: "outranked",
    label: `${names.get(word.source) ?? vendorShort(word.vendor)} ${METRIC_WORDS[word.metric]}`,
    value: valueWords(word.metric, word.value),
    note: [
      word.vendor === "butlr" ? t("minute {at}", { at }) : at,
      t("arrived {at}", { at: clock(word.receivedAt) }),
      reasons[word.reason],
    ].join(" · "),
  };
}

function whyReading(space: SpaceSnapshot, judged: JudgedReading, best: Metric | undefined, moment: Moment): WhyReading {
  const { metric, source: id, value, observedAt, uncertain } = judged.reading;
  const source = space.sources.find((one) => one.id === id);
  const told = readingsOf(space).find((one) => one.metric === metric && one.source === id);
  const at = clockTime(told ? Date.parse(told.observedAt) : observedAt, moment.timeZone, moment.now);
  const offlineAt = source?.onlineAt ? clockTime(Date.parse(source.onlineAt), moment.timeZone, moment.now) : "";
  const notes = [
    source?.vendor === "butlr" ? `minute ${at}` : at, // Butlr counts a minute, not a moment
    told ? arrivalWords(told) : "",
    uncertain ? "not sure: incomplete data" : "",
    voteWords(judged, best, offlineAt),
  ];
  return {
    key: `${metric}/${id}`,
    vote: judged.vote,
    label: `${source ? vendorShort(source.vendor) : "Former source"} ${METRIC_WORDS[metric]}`,
    value: valueWords(metric, value),
    note: notes.filter(Boolean).join(" · "),
  };
}

function arrivalWords({ observedAt, receivedAt }: MetricValue): string {
  const late = Date.parse(receivedAt) - Date.parse(observedAt);
  return late < 1_000 ? "arrived at once" : `arrived ${durationWords(late)} later`;
}

function voteWords({ vote, reading }: JudgedReading, best: Metric | undefined, offlineAt: string): string {
  switch (vote) {
    case "speaks":
      return "";
    case "outranked":
      return rankWords(reading.metric, best);
    case "stale":
      return "too old";
    case "offline":
      return `its device is offline since ${offlineAt}`;
  }
}

function rankWords(metric: Metric, best: Metric | undefined): string {
  if (metric === best) return "a newer reading ranks higher";
  if (best === "motion") return "motion ranks higher for spaces of this type";
  if (metric === "occupancySmoothed") return "the plain count ranks higher";
  return best === "deskOccupied" ? "a desk sensor ranks higher" : "a people count ranks higher";
}

function ruleWords(
  space: SpaceSnapshot,
  verdict: SpaceVerdict,
  best: Metric | undefined,
  moment: Moment,
  t: Text,
): string {
  const booking = verdict.heldBy === null ? undefined : space.bookings[verdict.heldBy];
  switch (verdict.state) {
    case "unmonitored":
      return space.sources.length === 0
        ? "No source is mapped to this space."
        : "No mapped source can tell whether somebody is here.";
    case "unknown":
      return "A source is mapped, but it has not sent a reading yet.";
    case "offline":
      return offlineWords(space);
    case "stale":
      return staleWords(space, moment.now);
    case "held":
      return booking ? heldRule(booking, moment) : "Nobody is here, and it is booked.";
    case "ghost":
      return `Booked${booking ? ` ${bookedWords(booking, moment)}` : ""}, nobody has checked in, and nobody has been here since it started.`;
    case "over":
      return `Count above the capacity of ${space.capacity}.`;
    case "maintenance":
      return t("It is closed for maintenance: whatever sensors say, nobody is expected in it.");
    case "away":
      if (isLunch(space, verdict)) return t("It was left in the lunch break of its type: whoever left comes back.");
      return `No motion is seen. Spaces of this type are away for ${durationWords((space.holdMinutes ?? 0) * 60_000)} after the last, then free.`;
    case "occupied":
    case "free":
      return sensedWords(verdict.state, space.capacity, best);
  }
}

const isLunch = ({ breaks = [] }: SpaceSnapshot, { since }: SpaceVerdict) =>
  breaks.some(({ from, until }) => since !== null && Date.parse(from) <= since && since < Date.parse(until));

function sensedWords(state: "occupied" | "free", capacity: number | null, best: Metric | undefined): string {
  const isFree = state === "free";
  if (best === "deskOccupied") return `The desk sensor says ${isFree ? "not in use" : "in use"}.`;
  if (best === "motion") {
    return isFree ? "No motion is seen." : "Motion is seen: somebody is here, but not how many.";
  }
  if (isFree) return "Count is 0.";
  return capacity === null ? "Count above 0. No capacity is set." : "Count above 0 and within capacity.";
}

function offlineWords({ sources }: SpaceSnapshot): string {
  const sensing = sources.filter((source) => source.senses);
  return sensing.length === 1
    ? "The only sensor that could tell is offline."
    : `All ${sensing.length} sensors that could tell are offline.`;
}

function staleWords(space: SpaceSnapshot, now: number): string {
  const [best] = judgeReadings(spaceFacts(space), now);
  const source = space.sources.find((one) => one.id === best?.reading.source);
  const limit = staleAfterMs(source?.expectedIntervalMs ?? null);
  return limit === null ? "No reading for too long." : `No reading for longer than ${durationWords(limit)}.`;
}

function heldRule(booking: SpaceBooking, moment: Moment): string {
  const when = bookedWords(booking, moment);
  if (booking.checkedInAt !== null) return `Nobody is seen here, but a booking${when && ` (${when})`} is checked in.`;
  const isAhead = booking.startsAt !== null && Date.parse(booking.startsAt) > moment.now;
  return isAhead
    ? `Nobody is here. A booking holds a space from ${durationWords(HELD_BEFORE_MS)} before it starts: ${when}.`
    : `Nobody is here yet. Booked ${when}; unused for ${durationWords(NO_SHOW_AFTER_MS)} it is a no show.`;
}
