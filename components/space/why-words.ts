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
    question: t("Why “{state}”?", { state: t(STATE_WORD[verdict.state]) }),
    rule: ruleWords(space, verdict, best, moment, t),
    readings: reasons.readings
      .map((one) => whyReading(space, one, best, moment, t))
      .map((one) => (verdict.state === "maintenance" && one.vote === "speaks" ? notAsked(one, t) : one)),
    others: [
      ...reasons.bookings.map((one, index) => weighedBooking(one, index, moment, t)),
      ...reasons.closings.map((one) => weighedClosing(one, moment, t)),
    ],
  };
}

/** While it is closed, no reading is asked. */
const notAsked = (reading: WhyReading, t: Text): WhyReading => ({
  ...reading,
  vote: "outranked",
  note: `${reading.note} · ${t("closed for maintenance")}`,
});

function weighedBooking({ booking, state, decides }: WeighedBooking, index: number, moment: Moment, t: Text): WhyOther {
  const label = t("Booking {when}", { when: bookedWords(booking, moment, t) });
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
  const clock = (time: string) => clockTime(Date.parse(time), timeZone, now, t);
  const at = clock(word.observedAt);
  const reasons: Record<IgnoredWord["reason"], string> = {
    older: t("older than current"),
    corrected: t("older than current, corrected from {first}", {
      first: valueWords(word.metric, word.firstValue ?? 0, t),
    }),
    "filled-in": t("filled in later"),
    "day-late": t("more than a day late: history only"),
  };
  const names = new Map(space.sources.map((source) => [source.id, vendorShort(source.vendor)]));
  return {
    key: `${word.metric}/${word.source}/${word.observedAt}`,
    vote: "outranked",
    label: t("{vendor} {what}", {
      vendor: names.get(word.source) ?? vendorShort(word.vendor),
      what: t(METRIC_WORDS[word.metric]),
    }),
    value: valueWords(word.metric, word.value, t),
    note: [
      word.vendor === "butlr" ? t("minute {at}", { at }) : at,
      t("arrived {at}", { at: clock(word.receivedAt) }),
      reasons[word.reason],
    ].join(" · "),
  };
}

function whyReading(
  space: SpaceSnapshot,
  judged: JudgedReading,
  best: Metric | undefined,
  moment: Moment,
  t: Text,
): WhyReading {
  const { metric, source: id, value, observedAt, uncertain } = judged.reading;
  const source = space.sources.find((one) => one.id === id);
  const told = readingsOf(space).find((one) => one.metric === metric && one.source === id);
  const at = clockTime(told ? Date.parse(told.observedAt) : observedAt, moment.timeZone, moment.now, t);
  const offlineAt = source?.offlineAt ? clockTime(Date.parse(source.offlineAt), moment.timeZone, moment.now, t) : "";
  const notes = [
    source?.vendor === "butlr" ? t("minute {at}", { at }) : at, // Butlr counts a minute, not a moment
    told ? arrivalWords(told, t) : "",
    uncertain ? t("not sure: incomplete data") : "",
    voteWords(judged, best, offlineAt, t),
  ];
  return {
    key: `${metric}/${id}`,
    vote: judged.vote,
    label: t("{vendor} {what}", {
      vendor: source ? vendorShort(source.vendor) : t("Former source"),
      what: t(METRIC_WORDS[metric]),
    }),
    value: valueWords(metric, value, t),
    note: notes.filter(Boolean).join(" · "),
  };
}

function arrivalWords({ observedAt, receivedAt }: MetricValue, t: Text): string {
  const late = Date.parse(receivedAt) - Date.parse(observedAt);
  return late < 1_000 ? t("arrived at once") : t("arrived {long} later", { long: durationWords(late, t) });
}

function voteWords({ vote, reading }: JudgedReading, best: Metric | undefined, offlineAt: string, t: Text): string {
  switch (vote) {
    case "speaks":
      return "";
    case "outranked":
      return rankWords(reading.metric, best, t);
    case "stale":
      return t("too old");
    case "offline":
      return t("its device is offline since {time}", { time: offlineAt });
  }
}

function rankWords(metric: Metric, best: Metric | undefined, t: Text): string {
  if (metric === best) return t("a newer reading ranks higher");
  if (best === "motion") return t("motion ranks higher for spaces of this type");
  if (metric === "occupancySmoothed") return t("the plain count ranks higher");
  return best === "deskOccupied" ? t("a desk sensor ranks higher") : t("a people count ranks higher");
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
        ? t("No source is mapped to this space.")
        : t("No mapped source can tell whether somebody is here.");
    case "unknown":
      return t("A source is mapped, but it has not sent a reading yet.");
    case "offline":
      return offlineWords(space, t);
    case "stale":
      return staleWords(space, moment.now, t);
    case "held":
      return booking ? heldRule(booking, moment, t) : t("Nobody is here, and it is booked.");
    case "ghost":
      return t(
        "Booked{when, select, none {} other { {when}}}, nobody has checked in, and nobody has been here since it started.",
        {
          when: (booking && bookedWords(booking, moment, t)) || "none",
        },
      );
    case "over":
      return t("Count above the capacity of {capacity}.", { capacity: space.capacity ?? 0 });
    case "maintenance":
      return t("It is closed for maintenance: whatever sensors say, nobody is expected in it.");
    case "away":
      if (isLunch(space, verdict)) return t("It was left in the lunch break of its type: whoever left comes back.");
      return t("No motion is seen. Spaces of this type are away for {long} after the last, then free.", {
        long: durationWords((space.holdMinutes ?? 0) * 60_000, t),
      });
    case "occupied":
    case "free":
      return sensedWords(verdict.state, space.capacity, best, t);
  }
}

const isLunch = ({ breaks = [] }: SpaceSnapshot, { since }: SpaceVerdict) =>
  breaks.some(({ from, until }) => since !== null && Date.parse(from) <= since && since < Date.parse(until));

function sensedWords(state: "occupied" | "free", capacity: number | null, best: Metric | undefined, t: Text): string {
  const isFree = state === "free";
  if (best === "deskOccupied")
    return isFree ? t("The desk sensor says not in use.") : t("The desk sensor says in use.");
  if (best === "motion") {
    return isFree ? t("No motion is seen.") : t("Motion is seen: somebody is here, but not how many.");
  }
  if (isFree) return t("Count is 0.");
  return capacity === null ? t("Count above 0. No capacity is set.") : t("Count above 0 and within capacity.");
}

function offlineWords({ sources }: SpaceSnapshot, t: Text): string {
  const sensing = sources.filter((source) => source.senses);
  return t(
    "{count, plural, one {The only sensor that could tell is offline.} other {All # sensors that could tell are offline.}}",
    { count: sensing.length },
  );
}

function staleWords(space: SpaceSnapshot, now: number, t: Text): string {
  const [best] = judgeReadings(spaceFacts(space), now);
  const source = space.sources.find((one) => one.id === best?.reading.source);
  const limit = staleAfterMs(source?.expectedIntervalMs ?? null);
  return limit === null
    ? t("No reading for too long.")
    : t("No reading for longer than {long}.", { long: durationWords(limit, t) });
}

function heldRule(booking: SpaceBooking, moment: Moment, t: Text): string {
  const when = bookedWords(booking, moment, t);
  if (booking.checkedInAt !== null)
    return when
      ? t("Nobody is seen here, but a booking ({when}) is checked in.", { when })
      : t("Nobody is seen here, but a booking is checked in.");
  const isAhead = booking.startsAt !== null && Date.parse(booking.startsAt) > moment.now;
  return isAhead
    ? t("Nobody is here. A booking holds a space from {long} before it starts: {when}.", {
        long: durationWords(HELD_BEFORE_MS, t),
        when,
      })
    : t("Nobody is here yet. Booked {when}; unused for {long} it is a no show.", {
        when,
        long: durationWords(NO_SHOW_AFTER_MS, t),
      });
}
