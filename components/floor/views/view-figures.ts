import type { AirLimits, ComfortMetric } from "@/lib/core/air-limits";
import { airFigure, airUnit, shownValue } from "@/lib/core/environment";
import type { Text } from "@/lib/core/text";
import type { DrawnSpace } from "../drawn-space";
import { type Figure, floorFigures } from "../floor-figures";
import type { FloorShow } from "./floor-shows";

interface FigureView {
  readonly show: FloorShow;
  /** Those of the floor. */
  readonly limits: AirLimits;
  readonly t: Text;
}

/** The line above plan, cards and table. What is not known is left out and said so, never counted as nothing. */
export function viewFigures(drawn: readonly DrawnSpace[], { show, limits, t }: FigureView): Figure[] {
  switch (show) {
    case "occupancy":
      return floorFigures(drawn, t);
    case "utilization":
      return utilizationFigures(drawn, t);
    case "bookings":
      return bookingFigures(drawn, t);
    case "devices":
      return deviceFigures(drawn, t);
    default:
      return airFigures(drawn, show, limits, t);
  }
}

const having = (drawn: readonly DrawnSpace[], ...keys: string[]) => drawn.filter(({ look }) => keys.includes(look.key));

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function airFigures(drawn: readonly DrawnSpace[], metric: ComfortMetric, limits: AirLimits, t: Text): Figure[] {
  const fresh = drawn.filter(({ look }) => look.rank !== null);
  const old = having(drawn, "old").length;
  const middle = median(fresh.flatMap(({ look }) => look.rank ?? []));
  const isGood = metric === "co2" ? ["1", "2"] : ["3"];
  const left = t("{count, plural, =0 {} one {# value is too old.} other {# values are too old.}}", { count: old });
  const explanation = [t("Of the spaces with a value that is not too old."), left].filter(Boolean).join(" ");
  const count = fresh.length;
  const unit = airUnit(metric, t);
  const some = (value: number) => (count === 0 ? null : value);
  const good = t("of {count, plural, one {# space} other {# spaces}} good", { count });
  const high = t("above {limit} {unit}", {
    limit: shownValue(metric, limits[metric][metric === "co2" ? 1 : 2], t),
    unit,
  });
  const low = t("below {limit} {unit}", { limit: shownValue(metric, limits[metric][1], t), unit });
  const beyond = metric === "co2" ? having(fresh, "3", "4", "5") : having(fresh, "4", "5");
  return [
    { value: middle === null ? null : airFigure(metric, middle, t), words: t("{unit} median", { unit }), explanation },
    { value: some(having(fresh, ...isGood).length), words: good, explanation },
    { value: some(beyond.length), words: high, explanation },
    ...(metric === "co2" ? [] : [{ value: some(having(fresh, "1", "2").length), words: low, explanation }]),
  ];
}

function utilizationFigures(drawn: readonly DrawnSpace[], t: Text): Figure[] {
  const rooms = drawn.filter(({ space, look }) => space.kind === "room" && look.rank !== null && look.key !== "little");
  const percents = rooms.flatMap(({ look }) => look.rank ?? []);
  const mean = percents.length === 0 ? null : percents.reduce((sum, one) => sum + one, 0) / percents.length;
  const explanation = t(
    "Part of today's working hours so far in which a room was in use. Rooms that were seen for less than 80 % of them are left out.",
  );
  if (mean === null) return [{ value: null, words: t("no room measured in today's working hours yet"), explanation }];
  return [
    {
      value: `${Math.round(mean)}\u2009%`,
      words: t("of working hours so far in use, mean of {count, plural, one {# room} other {# rooms}}", {
        count: percents.length,
      }),
      explanation,
    },
    { value: percents.filter((one) => one === 0).length, words: t("not used today"), explanation },
  ];
}

function bookingFigures(drawn: readonly DrawnSpace[], t: Text): Figure[] {
  const bookable = drawn.filter(({ look }) => look.key !== "none");
  const explanation = t("Of the rooms and desks of a booking system. Who booked is not shown.");
  const count = (...keys: string[]) => (bookable.length === 0 ? null : having(bookable, ...keys).length);
  return [
    { value: count("used", "booked", "ghost"), words: t("booked now"), explanation },
    { value: count("ghost"), words: t("no-shows"), explanation },
    { value: count("soon"), words: t("start within the hour"), explanation },
    { value: count("open"), words: t("have nothing booked"), explanation },
  ];
}

function deviceFigures(drawn: readonly DrawnSpace[], t: Text): Figure[] {
  const sources = new Set(drawn.flatMap(({ space }) => space.sources.map(({ id }) => id)));
  const explanation = t("Spaces by the worst that is so with one of their devices.");
  const count = (...keys: string[]) => (sources.size === 0 ? null : having(drawn, ...keys).length);
  return [
    {
      value: sources.size,
      words: t("{count, plural, one {device} other {devices}} feed this floor", { count: sources.size }),
      explanation: t("Everything that is mapped to its spaces."),
    },
    { value: count("offline"), words: t("with one offline"), explanation },
    { value: count("silent"), words: t("with one silent"), explanation },
    { value: count("battery"), words: t("with a low battery"), explanation },
  ];
}
