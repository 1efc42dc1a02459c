import type { TablerIcon } from "@tabler/icons-react";
import type { StatePaint } from "@/components/state/state-paint";
import type { SpaceTrouble } from "@/lib/core/floor";
import type { CardAirWords } from "../card-words";

/** Fill, edge, pattern and icon of something: the same in legend, card, table and plan. */
export interface Mark {
  readonly paint: StatePaint;
  readonly icon: TablerIcon | undefined;
}

/** How a space looks in one of the floor's views, whatever draws it. */
export interface Look extends Mark {
  /** The line of the legend it belongs to. */
  readonly key: string;
  readonly headline: string;
  readonly detail: string;
  /** A plan has less room than a card. */
  readonly value: string;
  readonly note: string;
  /** Everything as one sentence. */
  readonly sentence: string;
  readonly air: readonly CardAirWords[];
  readonly trouble: { readonly severity: SpaceTrouble["severity"]; readonly count: number } | null;
  /** The gravest open alert; left out when none is open, or where the view is about something else. */
  readonly alertId?: string;
  /** What a table sorts by; null for nothing known, which is always last. */
  readonly rank: number | null;
}

/** One line of a legend. */
export interface LegendLine extends Mark {
  readonly key: string;
  readonly word: string;
  /** "900–1199" */
  readonly range?: string;
  /** Stands in the mark. */
  readonly number?: number;
}

/** Known is solid, unknown is broken. */
export const NO_SENSOR_PAINT: StatePaint = {
  fill: "transparent",
  stroke: "var(--st-unmonitored-stroke)",
  text: "var(--st-unmonitored-text)",
  strokeWidth: 1.5,
  dash: "1.5 3",
  borderStyle: "dotted",
  pattern: undefined,
};

/** The colour of a band or step, with an edge of its own hue. */
export const solidPaint = (fill: string, text: string): StatePaint => ({
  fill,
  stroke: `color-mix(in srgb, ${text} 55%, ${fill})`,
  text,
  strokeWidth: 1.5,
  dash: undefined,
  borderStyle: "solid",
  pattern: undefined,
});

/** The same when nobody is sure any more: a third of the colour, hatched. */
export const hatchedPaint = (fill: string): StatePaint => ({
  fill: `color-mix(in srgb, ${fill} 35%, var(--plan-floor))`,
  stroke: "var(--st-stale-stroke)",
  text: "var(--st-stale-text)",
  strokeWidth: 1.5,
  dash: "5 3",
  borderStyle: "dashed",
  pattern: "url(#state-diagonal)",
});
