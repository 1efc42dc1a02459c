import { clockTime, type Moment } from "@/components/state/state-words";
import type { AirDecayAnswer } from "@/lib/core/air-decay";
import type { Text } from "@/lib/core/text";

/** How the air cleared the last time, and what is usual; empty where nothing is known. */
export function decayWords({ last, usual }: AirDecayAnswer, { now, timeZone }: Moment, t: Text): string {
  if (last === null) return "";
  const minutes = Math.round(last.minutes);
  const values = { minutes, time: clockTime(Date.parse(last.leftAt), timeZone, now, t) };
  const said = last.isHalved
    ? t("Half clear {minutes} min after the last person left at {time}", values)
    : t("Not half clear {minutes} min after the last person left at {time}", values);
  if (usual === null) return said;
  const usually = { said, usual: Math.round(usual.minutes) };
  return last.isSlow ? t("{said}, usually {usual} min: slow", usually) : t("{said}, usually {usual} min", usually);
}

/** What that means. */
export const decayMeaning = ({ outsidePpm, usual }: AirDecayAnswer, t: Text): string =>
  usual === null
    ? t(
        "From the last person leaving until half of the CO₂ above the outside air ({outside} ppm) is gone. What is usual is known after five times within 30 days.",
        { outside: outsidePpm },
      )
    : t(
        "From the last person leaving until half of the CO₂ above the outside air ({outside} ppm) is gone. Usual is the median of {count} times within 30 days; twice as long is slow.",
        { outside: outsidePpm, count: usual.count },
      );
