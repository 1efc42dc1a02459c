import { z } from "zod";
import { isoMoment } from "./moment-or-day";
import { SpaceId, SpaceKind } from "./space";

/**
 * Figures of spaces over time. All of them come from one step line per space (lib/core/space-line.ts): from when to
 * when a fresh source spoke, whether somebody was in, and how many. Where nothing is known counts as nothing: it is
 * missing coverage, never an empty room. What they mean in words: lib/core/space-metric-words.ts.
 */
export const SPACE_METRICS = {
  /** Of a group: the most at one moment, all its spaces together. */
  peak: { unit: "people", needs: "count" },
  average: { unit: "people", needs: "count" },
  averageWhenUsed: { unit: "people", needs: "count" },
  utilization: { unit: "percent", needs: "count" },
  timeUsedPercent: { unit: "percent", needs: "presence" },
  sessions: { unit: "sessions", needs: "presence" },
  dwellMean: { unit: "minutes", needs: "presence" },
  dwellLongest: { unit: "minutes", needs: "presence" },
  minimumSurplus: { unit: "people", needs: "count" },
  underTarget: { unit: "minutes", needs: "presence" },
  atTarget: { unit: "minutes", needs: "presence" },
  overTarget: { unit: "minutes", needs: "presence" },
  /** Of groups only. */
  peakInUse: { unit: "spaces", needs: "presence" },
  /** Of groups only. */
  fewestFree: { unit: "spaces", needs: "presence" },
} as const;
export type SpaceMetric = keyof typeof SPACE_METRICS;
export type SpaceMetricUnit = (typeof SPACE_METRICS)[SpaceMetric]["unit"];

/** A day within so many points of the target is at the target. */
export const TARGET_POINTS = 5;

/** A figure with the part of the time it speaks for. */
export const Figure = z.object({
  /** In the metric's unit; null when nothing is known, or when it means nothing here. */
  value: z.number().nullable(),
  /** Part of the time asked about that was really seen, 0–1. */
  coverage: z.number(),
  /** When it was first so, for peaks. */
  at: z.iso.datetime({ offset: true }).optional(),
});
export type Figure = z.infer<typeof Figure>;

const MetricName = z.enum(Object.keys(SPACE_METRICS) as [SpaceMetric, ...SpaceMetric[]]);
/** What is left out means nothing here, such as the target of a space whose type has none. */
export const Figures = z.partialRecord(MetricName, Figure);
export type Figures = z.infer<typeof Figures>;

/** Working hours of the space or what it stands in; or every hour. */
const Hours = z.enum(["working", "all"]).default("working");
export type Hours = z.infer<typeof Hours>;

const ids = z
  .string()
  .transform((text) => [...new Set(text.split(","))])
  .pipe(z.array(SpaceId).min(1).max(500));

/** Which spaces: by id, or all of a kind (rooms unless said) within a site, building, floor or room. */
const whichSpaces = {
  /** Ids, with commas between. */
  spaces: ids.optional(),
  within: SpaceId.optional(),
  kind: SpaceKind.default("room"),
  /** Id of a type. */
  type: SpaceId.optional(),
  tag: z.string().trim().min(1).max(50).optional(),
};

/**
 * Days are the site's, `to` the last of them. Moments are ISO 8601 with offset, `to` exclusive; they are widened to
 * whole hours of the site's clock.
 */
const period = { from: isoMoment, to: isoMoment, hours: Hours };

export const FigureQuery = z.object({ ...whichSpaces, ...period });
export type FigureQuery = z.infer<typeof FigureQuery>;

/** The period as it was understood, and who was asked about. */
export const HistoryHead = z.object({
  /** IANA zone of the days and hours. */
  timeZone: z.string(),
  /** With the offset of the site. */
  from: z.iso.datetime({ offset: true }),
  /** Exclusive; a period that is still running ends now. */
  to: z.iso.datetime({ offset: true }),
  hours: z.enum(["working", "all"]),
  /** Spaces it is about. */
  spaces: z.number(),
  /** Hours of these spaces that are being worked out again; the figures may still change. */
  pendingHours: z.number(),
});
export type HistoryHead = z.infer<typeof HistoryHead>;

export const SpaceFigures = z.object({
  id: z.string(),
  name: z.string(),
  kind: SpaceKind,
  type: z.string().nullable(),
  floor: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** People. */
  capacity: z.number().nullable(),
  /** Part of the time in which a fresh source spoke, 0–1; 0 when there was no time. */
  coverage: z.number(),
  /** Minutes asked about: those that are over. */
  minutes: z.number(),
  figures: Figures,
});
export type SpaceFigures = z.infer<typeof SpaceFigures>;

/** `GET /api/history/figures` */
export const HistoryFigures = HistoryHead.extend({
  group: SpaceFigures.pick({ capacity: true, coverage: true, minutes: true, figures: true }),
  items: z.array(SpaceFigures),
});
export type HistoryFigures = z.infer<typeof HistoryFigures>;

/** What a heatmap or a series can show. `peak` of a group is the simultaneous one. */
export const ChartMetric = z.enum(["timeUsedPercent", "average", "peak", "utilization"]).default("timeUsedPercent");
export type ChartMetric = z.infer<typeof ChartMetric>;

/** In which unit each is. */
export const CHART_UNITS = {
  timeUsedPercent: "percent",
  average: "people",
  peak: "people",
  utilization: "percent",
} as const satisfies Record<ChartMetric, SpaceMetricUnit>;

/** `GET /api/history/heatmap`; with a weekday and an hour also the days behind that cell. */
export const HeatmapQuery = FigureQuery.extend({
  metric: ChartMetric,
  /** 1 Monday to 7 Sunday. */
  weekday: z.coerce.number().int().min(1).max(7).optional(),
  hour: z.coerce.number().int().min(0).max(23).optional(),
});
export type HeatmapQuery = z.infer<typeof HeatmapQuery>;

/** An hour of a weekday on the site's clock. An hour that a clock change repeats counts once, as the average of both. */
export const HeatmapCell = Figure.extend({
  weekday: z.number(),
  hour: z.number(),
  /** Days of which something is known in this hour. */
  days: z.number(),
});
export type HeatmapCell = z.infer<typeof HeatmapCell>;

export const Heatmap = HistoryHead.extend({
  metric: ChartMetric.unwrap(),
  unit: z.string(),
  /** Cells with any time in the period, by weekday and hour. */
  cells: z.array(HeatmapCell),
  /** Of the cell asked for: its days. */
  days: z.array(Figure.extend({ date: z.iso.date() })).optional(),
});
export type Heatmap = z.infer<typeof Heatmap>;

/** `GET /api/history/series`: one line per space, or one of the group; at most 500 points altogether. */
export const SeriesQuery = FigureQuery.extend({
  metric: ChartMetric,
  bucket: z.enum(["hour", "day", "week", "auto"]).default("auto"),
  by: z.enum(["group", "space"]).default("group"),
  /** Also the same length of time before, or 4 weeks (same weekdays) earlier. */
  compare: z.enum(["none", "previous", "four-weeks"]).default("none"),
});
export type SeriesQuery = z.infer<typeof SeriesQuery>;

export const SeriesPoint = z.object({
  /** Start of the bucket, with the offset of the site. */
  at: z.iso.datetime({ offset: true }),
  value: z.number().nullable(),
  coverage: z.number(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

export const SeriesLine = z.object({
  /** Null: the group. */
  space: z.object({ id: z.string(), name: z.string() }).nullable(),
  period: z.enum(["asked", "before"]),
  points: z.array(SeriesPoint),
});
export type SeriesLine = z.infer<typeof SeriesLine>;

export const HistorySeries = HistoryHead.extend({
  metric: ChartMetric.unwrap(),
  unit: z.string(),
  bucket: z.enum(["hour", "day", "week"]),
  lines: z.array(SeriesLine),
});
export type HistorySeries = z.infer<typeof HistorySeries>;

/** `GET /api/history/usual?space=`: what is usual in this hour of the week. */
export const UsualQuery = z.object({
  space: SpaceId,
  /** Now unless said. */
  at: z.iso.datetime({ offset: true }).optional(),
});
export type UsualQuery = z.infer<typeof UsualQuery>;

/** Weeks that must be known before something is called usual. */
export const USUAL_WEEKS = 4;

export const Usual = z.object({
  /** 1 Monday to 7 Sunday, and the hour, on the site's clock. */
  weekday: z.number(),
  hour: z.number(),
  timeZone: z.string(),
  /** People where somebody counts, else the part of the hour in which it was used. */
  unit: z.enum(["people", "percent"]),
  /** Median of the last four comparable weeks; null until there are four. */
  value: z.number().nullable(),
  /** Comparable weeks that are known, at most four. */
  weeks: z.number(),
  /** Against now, when the space is counted now and something is usual. */
  busier: z.enum(["quieter", "as-usual", "busier"]).nullable(),
  /** Quiet below a third of the capacity, busy from two thirds; null without a count or a capacity. */
  level: z.enum(["quiet", "moderate", "busy"]).nullable(),
});
export type Usual = z.infer<typeof Usual>;
