import { DateTime } from "luxon";
import type { Text } from "@/lib/core/text";
import type { VisitorDay } from "@/lib/core/visitor-day";

/** A moment at the edge of a half hour, or now. */
interface ArrivalRow {
  /** ms */
  readonly at: number;
  /** Who was to have come by then. */
  readonly expected: number;
  /** Who had come by then; null for what is still to come. */
  readonly arrived: number | null;
  /** "08:30" at the site. */
  readonly time: string;
}

export interface ArrivalChart {
  readonly rows: readonly ArrivalRow[];
  /** Full hours, ms. */
  readonly ticks: readonly number[];
  readonly most: number;
}

const HALF_HOUR_MS = 30 * 60_000;
/** Hours of the site's clock that are shown whatever happens in them. */
const SHOWN = [8, 18] as const;

/** Expected against arrived, added up over the day; from the first to the last that happens, and at least 8 to 18. */
export function prepareArrivals({ halfHours, timeZone, now, from }: VisitorDay): ArrivalChart {
  const hourOf = (at: number) => DateTime.fromMillis(at, { zone: timeZone });
  const nowMs = Date.parse(now);
  const busy = halfHours.flatMap(({ expected, arrived }, i) => (expected + arrived > 0 ? [i] : []));
  const inHours = halfHours.flatMap(({ at }, i) => {
    const { hour } = hourOf(Date.parse(at));
    return hour >= SHOWN[0] && hour < SHOWN[1] ? [i] : [];
  });
  const [first, last] = [Math.min(...busy, ...inHours), Math.max(...busy, ...inHours)];
  const rows: ArrivalRow[] = [];
  let [expected, arrived] = [0, 0];
  const add = (at: number) => {
    const known = at <= nowMs ? arrived : null;
    rows.push({ at, expected, arrived: known, time: hourOf(at).toFormat("HH:mm") });
  };
  for (let i = first; i <= last; i++) {
    const half = halfHours[i];
    if (!half) break;
    const at = Date.parse(half.at);
    add(at);
    const isNow = at <= nowMs && nowMs < at + HALF_HOUR_MS;
    arrived += half.arrived;
    if (isNow && nowMs > at) rows.push({ at: nowMs, expected, arrived, time: hourOf(nowMs).toFormat("HH:mm") });
    expected += half.expected;
  }
  const end = halfHours[last] ? Date.parse(halfHours[last].at) + HALF_HOUR_MS : Date.parse(from);
  add(end);
  return {
    rows,
    ticks: rows.filter(({ at }) => hourOf(at).minute === 0 && hourOf(at).second === 0).map(({ at }) => at),
    most: Math.max(expected, arrived),
  };
}

/** The line of the chart, moments with the offset of the site. */
export const arrivalsCsv = (rows: readonly ArrivalRow[], timeZone: string, t: Text): string[][] => [
  [t("Until"), t("Expected"), t("Arrived")],
  ...rows.map(({ at, expected, arrived }) => [
    DateTime.fromMillis(at, { zone: timeZone }).toISO({ suppressMilliseconds: true }) ?? "",
    String(expected),
    arrived === null ? "" : String(arrived),
  ]),
];
