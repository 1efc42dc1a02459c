import { ageWords, clockTime, DOUBT, type Moment, spaceWords } from "@/components/state/state-words";
import { vendorShort } from "@/components/vendors/vendor-name";
import { readingsOf, type SpaceSnapshot, spaceFacts } from "@/lib/core/floor";
import { judgeReadings, type SpaceVerdict } from "@/lib/core/space-state";
import type { Text } from "@/lib/core/text";
import { valueWords } from "./value-words";

export interface NowWords {
  /** The big one: "7", "Free", "In use", "1 ?", "–". */
  readonly figure: string;
  /** Small beside it: "of 10", "until 12:00". */
  readonly unit: string;
  readonly since: string;
  /** Who said so, and when. */
  readonly source: string;
  /** Why it may not be so; empty when nothing speaks against it. */
  readonly doubt: string;
  /** The state and count as a sentence that changes only when they do. */
  readonly announcement: string;
}

/** What is known of a space now, for the top of its panel. A count that is not known is never written as a number. */
export function nowWords(space: SpaceSnapshot, verdict: SpaceVerdict, moment: Moment, t: Text): NowWords {
  const reading = judgeReadings(spaceFacts(space), moment.now)[0]?.reading;
  const told = readingsOf(space).find((one) => one.metric === reading?.metric && one.source === reading.source);
  const observedAt = told ? Date.parse(told.observedAt) : null;
  const words = spaceWords(space, { ...verdict, uncertain: false }, moment, observedAt, t);
  const timeless = { ...verdict, since: null, ...(verdict.state === "ghost" ? { heldBy: null } : {}) };
  return {
    ...figureWords(space.capacity, verdict, words, t),
    source: told ? sourceWords(space, told, verdict, moment, t) : "",
    doubt: verdict.uncertain ? capitalised(t(DOUBT)) : "",
    announcement: spaceWords(space, timeless, moment, null, t).sentence,
  };
}

function sourceWords(
  space: SpaceSnapshot,
  told: ReturnType<typeof readingsOf>[number],
  { state }: SpaceVerdict,
  { now, timeZone }: Moment,
  t: Text,
): string {
  const vendor = space.sources.find((source) => source.id === told.source)?.vendor;
  const observedAt = Date.parse(told.observedAt);
  const isPast = state === "stale" || state === "offline";
  return [
    `${vendor ? vendorShort(vendor) : t("Former source")} ${valueWords(told.metric, told.value, t)}`,
    isPast ? t("at {time}", { time: clockTime(observedAt, timeZone, now, t) }) : ageWords(now - observedAt, t),
  ].join(" · ");
}

type Figure = Pick<NowWords, "figure" | "unit" | "since">;

function figureWords(
  capacity: number | null,
  { state, count }: SpaceVerdict,
  { headline, detail }: { headline: string; detail: string },
  t: Text,
): Figure {
  switch (state) {
    case "unknown":
      return { figure: "–", unit: "", since: t("Waiting for the first reading") };
    case "unmonitored":
      return { figure: "–", unit: "", since: t("Not monitored: {why}", { why: detail }) };
    case "free":
      return { figure: headline, unit: capacity ? seats(capacity, t) : "", since: detail };
    case "occupied":
    case "over":
      if (count === null) return { figure: headline, unit: "", since: detail };
      if (capacity !== null) return { figure: String(count), unit: t("of {capacity}", { capacity }), since: detail };
      return {
        figure: String(count),
        unit: t("{count, plural, one {person} other {people}}", { count }),
        since: detail,
      };
    default:
      return { figure: headline, unit: "", since: detail };
  }
}

const seats = (capacity: number, t: Text) => t("{count, plural, one {# seat} other {# seats}}", { count: capacity });

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
