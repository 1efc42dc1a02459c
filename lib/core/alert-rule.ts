import { z } from "zod";
import { isComfortMetric } from "./air-limits";
import { AlertKind, AlertSeverity } from "./alert";
import type { Metric } from "./metric";
import { SpaceId, SpaceKind } from "./space";
import { type Text, text } from "./text";

/** What a rule may watch, its unit, and the metric it is read from. `load` is people in percent of the capacity. */
export const RULE_METRICS = {
  occupancy: { unit: "people", from: "occupancy" },
  load: { unit: "%", from: "occupancy" },
  co2: { unit: "ppm", from: "co2" },
  temperature: { unit: "°C", from: "temperature" },
  humidity: { unit: "%RH", from: "humidity" },
  pm25: { unit: "µg/m³", from: "pm25" },
  pm10: { unit: "µg/m³", from: "pm10" },
  voc: { unit: "", from: "voc" },
} as const satisfies Record<string, { unit: string; from: Metric }>;
export type RuleMetric = keyof typeof RULE_METRICS;

/** Rules that came with the product. The first ones judge what vendors report; the others watch a number. */
export const RULE_TEMPLATES = [
  "device-offline",
  "connector-offline",
  "floor-offline",
  "feed-silent",
  "room-equipment",
  "water",
  "wire",
  "gateway",
  "battery",
  "ghost",
  "over-capacity",
  "co2-high",
  "temperature-high",
  "temperature-low",
  "air-slow",
] as const;
export const RuleTemplate = z.enum(RULE_TEMPLATES);
export type RuleTemplate = z.infer<typeof RuleTemplate>;

/** Where a rule counts: all that is named must be so; what is left out does not matter. */
export const RuleScope = z.strictObject({
  /** In one of these, or one of these itself. */
  within: z.array(SpaceId).max(200).optional(),
  kinds: z.array(SpaceKind).max(6).optional(),
  typeIds: z.array(SpaceId).max(100).optional(),
  /** With at least one of these tags. */
  tags: z.array(z.string().trim().min(1).max(50)).max(50).optional(),
});
export type RuleScope = z.infer<typeof RuleScope>;

/** `working-hours` by the hours, holidays and zone of the place. */
export const RuleSchedule = z.enum(["always", "working-hours", "outside-working-hours"]);
export type RuleSchedule = z.infer<typeof RuleSchedule>;

const Minutes = z.number().int().min(0).max(10_080);

/** The number of a rule that watches one. */
export const RuleMeasure = z
  .strictObject({
    metric: z.enum(Object.keys(RULE_METRICS) as [RuleMetric, ...RuleMetric[]]),
    comparison: z.enum(["above", "below"]),
    /** It is wrong beyond this, and not at it. */
    threshold: z.number().min(-1_000).max(1_000_000),
    /** It is right again from here on; null is the threshold itself. */
    clearThreshold: z.number().min(-1_000).max(1_000_000).nullable(),
    /** How long it must be right before the alert is over. */
    clearMinutes: Minutes,
    /** Without any reading for so long, that is an alert of its own; null: never. */
    noDataMinutes: Minutes.min(5).nullable(),
    /**
     * Which of the place's four limits of the air counts instead of the threshold; absent: the threshold itself. It is
     * right again as far from the limit as it would be from the threshold.
     */
    followsLimit: z.number().int().min(1).max(4).optional(),
  })
  .refine(({ metric, followsLimit }) => followsLimit === undefined || isComfortMetric(metric), {
    message: "only CO₂, temperature and humidity have limits",
    path: ["followsLimit"],
  })
  .refine(
    ({ comparison, threshold, clearThreshold: clear }) =>
      clear === null || (comparison === "above" ? clear <= threshold : clear >= threshold),
    { message: "must be on the other side of the threshold", path: ["clearThreshold"] },
  );
export type RuleMeasure = z.infer<typeof RuleMeasure>;

const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}]*$/u, "must be one line of text");

const ruleFields = {
  name: Name,
  isEnabled: z.boolean(),
  severity: AlertSeverity,
  /** How long it must be so before it is an alert. */
  forMinutes: Minutes,
  schedule: RuleSchedule,
  scope: RuleScope,
};

/** `POST /api/alert-rules` and the body of a preview. */
export const RuleDraft = z.strictObject({ ...ruleFields, measure: RuleMeasure });
export type RuleDraft = z.infer<typeof RuleDraft>;

/** `PATCH /api/alert-rules/{id}`: only what is named changes; `measure` as a whole, of rules that have one. */
export const RuleChange = z
  .strictObject({ ...ruleFields, measure: RuleMeasure })
  .partial()
  .extend({ version: z.number().int() });
export type RuleChange = z.infer<typeof RuleChange>;

export const AlertRule = z.object({
  id: z.string(),
  /** Null for rules that people made. One with a template cannot be deleted, but switched off. */
  template: RuleTemplate.nullable(),
  /** What its alerts are called. */
  kind: AlertKind,
  ...ruleFields,
  /** Null for what vendors report themselves. */
  measure: RuleMeasure.nullable(),
  version: z.number(),
  /** Open alerts of it now, within the reader's sites. */
  open: z.number(),
});
export type AlertRule = z.infer<typeof AlertRule>;

/** A rule as the configuration file keeps it; ids of its scope hold within the file. */
export const ConfiguredRule = z.strictObject({
  /** Null for rules that people made. */
  template: RuleTemplate.nullable(),
  kind: AlertKind,
  ...ruleFields,
  measure: RuleMeasure.nullable(),
});
export type ConfiguredRule = z.infer<typeof ConfiguredRule>;

export const AlertRules = z.object({ items: z.array(AlertRule) });
export type AlertRules = z.infer<typeof AlertRules>;

/** `POST /api/alert-rules/preview`. */
export const RulePreviewRequest = z.strictObject({
  rule: RuleDraft,
  days: z.union([z.literal(7), z.literal(14), z.literal(30)]).default(14),
});

/** When a rule would have fired, from what is stored; nothing is sent. */
export const RulePreview = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  count: z.number(),
  /** Of them outside the working hours of their places. */
  outsideHours: z.number(),
  perWeek: z.number(),
  /** Spaces that were looked at, and how many have the metric. */
  spaces: z.number(),
  withData: z.number(),
  /** True: there were more spaces than are looked at for a preview. */
  isPartial: z.boolean(),
  /** The newest first, at most 200. */
  firings: z.array(
    z.object({
      space: z.object({ id: z.string(), name: z.string() }),
      since: z.iso.datetime(),
      firedAt: z.iso.datetime(),
      /** Null: it would still be so. */
      clearedAt: z.iso.datetime().nullable(),
      value: z.number(),
    }),
  ),
});
export type RulePreview = z.infer<typeof RulePreview>;

interface Seed extends Pick<AlertRule, "name" | "kind" | "severity" | "forMinutes" | "isEnabled"> {
  readonly measure?: RuleMeasure;
  readonly schedule?: RuleSchedule;
}

const above = (metric: RuleMetric, threshold: number, clearThreshold: number, clearMinutes: number): RuleMeasure => ({
  metric,
  comparison: "above",
  threshold,
  clearThreshold,
  clearMinutes,
  noDataMinutes: null,
});

/** As they come; people change them afterwards. */
export const RULE_SEEDS: Record<RuleTemplate, Seed> = {
  // DT itself waits a quarter of an hour before it says that a sensor is offline.
  "device-offline": reported(text("Device offline"), "device-offline", "warning"),
  "connector-offline": reported(text("Cloud Connector offline"), "connector-offline", "critical"),
  "floor-offline": reported(text("Most devices of a floor offline"), "floor-offline", "critical"),
  "feed-silent": reported(text("Vendor feed silent"), "feed-silent", "critical"),
  "room-equipment": reported(text("Zoom Room equipment"), "room-equipment", "warning"),
  water: reported(text("Water detected"), "water", "critical"),
  wire: reported(text("Probe wires"), "wire", "warning"),
  gateway: reported(text("Cloud Connector reports errors"), "gateway", "notice"),
  battery: reported(text("Battery low"), "battery", "notice"),
  ghost: { name: text("Booked and nobody came"), kind: "ghost", severity: "notice", forMinutes: 10, isEnabled: true },
  "over-capacity": {
    name: text("Over capacity"),
    kind: "over-capacity",
    severity: "warning",
    forMinutes: 5,
    isEnabled: true,
    measure: above("load", 100, 100, 2),
  },
  "co2-high": {
    name: text("CO₂ high"),
    kind: "environment",
    severity: "warning",
    forMinutes: 10,
    isEnabled: true,
    measure: above("co2", 1_200, 1_000, 5),
  },
  "temperature-high": {
    name: text("Too warm"),
    kind: "environment",
    severity: "notice",
    forMinutes: 30,
    isEnabled: false,
    measure: above("temperature", 26, 25.5, 10),
    schedule: "working-hours",
  },
  "temperature-low": {
    name: text("Too cold"),
    kind: "environment",
    severity: "notice",
    forMinutes: 30,
    isEnabled: false,
    measure: { ...above("temperature", 19, 19.5, 10), comparison: "below" },
    schedule: "working-hours",
  },
  "air-slow": { name: "Air clears slowly", kind: "hint", severity: "notice", forMinutes: 0, isEnabled: true },
};

const SEED_NAMES: ReadonlySet<string> = new Set(Object.values(RULE_SEEDS).map(({ name }) => name));

/** What a rule is called: as people called it, or in the reader's language as it came. */
export const ruleName = (name: string, t: Text): string => (SEED_NAMES.has(name) ? t(name) : name);

function reported(name: string, kind: AlertKind, severity: AlertSeverity): Seed {
  return { name, kind, severity, forMinutes: 0, isEnabled: true };
}
