import type { SpaceMetric, SpaceMetricUnit } from "./space-metrics";
import { english, type Text } from "./text";

/** What a figure is, for its (i). */
export interface MetricWords {
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
}

/** What each figure is called, means, and is made of. */
export const metricWords = (metric: SpaceMetric, t: Text = english): MetricWords => WORDS[metric](t);

const WORDS: Record<SpaceMetric, (t: Text) => MetricWords> = {
  peak: (t) => ({
    name: t("Peak"),
    definition: t("The most people at one moment. Of several spaces: in all of them together, at the same moment."),
    formula: t("maximum over time of the people in all spaces"),
  }),
  average: (t) => ({
    name: t("Average"),
    definition: t("People on average over the time that was counted, empty time included."),
    formula: t("people × time ÷ time that was counted; of several spaces, the sum of theirs"),
  }),
  averageWhenUsed: (t) => ({
    name: t("Average when used"),
    definition: t("People on average in a space while somebody was in it."),
    formula: t("people × time ÷ time with at least one person"),
  }),
  utilization: (t) => ({
    name: t("Utilization"),
    definition: t("How much of the capacity was taken, on average. Spaces without a capacity are left out."),
    formula: t("people × time ÷ (capacity × time that was counted)"),
  }),
  timeUsedPercent: (t) => ({
    name: t("Time used"),
    definition: t("Part of the known time in which somebody was in. “Away” counts as in."),
    formula: t("time in use ÷ time in which a fresh sensor spoke"),
  }),
  sessions: (t) => ({
    name: t("Sessions"),
    definition: t(
      "How often it was taken into use. A session ends when the space is empty or its sensors fall silent.",
    ),
    formula: t("stretches of use that touch the period"),
  }),
  dwellMean: (t) => ({
    name: t("Usual stay"),
    definition: t("How long a session lasts on average, within the period."),
    formula: t("time in use ÷ sessions"),
  }),
  dwellLongest: (t) => ({
    name: t("Longest stay"),
    definition: t("The longest session, within the period."),
    formula: t("maximum of the lengths of sessions"),
  }),
  minimumSurplus: (t) => ({
    name: t("Smallest surplus"),
    definition: t("How many places were left at the fullest moment. Below zero: more people than places."),
    formula: t("capacity − peak"),
  }),
  underTarget: (t) => ({
    name: t("Time under target"),
    definition: t("Known time of the days on which the space was used clearly less than its type's target."),
    formula: t("sum over days with time used < target − 5 points"),
  }),
  atTarget: (t) => ({
    name: t("Time at target"),
    definition: t("Known time of the days on which the time used was within 5 points of its type's target."),
    formula: t("sum over days with time used = target ± 5 points"),
  }),
  overTarget: (t) => ({
    name: t("Time over target"),
    definition: t("Known time of the days on which the space was used clearly more than its type's target."),
    formula: t("sum over days with time used > target + 5 points"),
  }),
  peakInUse: (t) => ({
    name: t("Most in use at once"),
    definition: t("The most spaces that were in use at the same moment."),
    formula: t("maximum over time of the number of spaces in use"),
  }),
  fewestFree: (t) => ({
    name: t("Fewest free at once"),
    definition: t("How many spaces were left at the moment when most were in use."),
    formula: t("spaces of which anything is known − most in use at once"),
  }),
};

/** A unit as it stands behind a number; empty where the number says it all. */
export function unitWord(unit: SpaceMetricUnit, value: number, t: Text = english): string {
  switch (unit) {
    case "people":
      return t("{value, plural, one {person} other {people}}", { value });
    case "spaces":
      return t("{value, plural, one {space} other {spaces}}", { value });
    case "sessions":
      return t("{value, plural, one {session} other {sessions}}", { value });
    case "percent":
      return t("%");
    case "minutes":
      return t("min");
  }
}
