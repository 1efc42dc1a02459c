import { z } from "zod";
import { SpaceTrouble } from "./floor";
import { METRICS, type Metric } from "./metric";
import { VENDORS } from "./observation";
import { Suggestion } from "./suggestion";

const MetricName = z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]);

/** `GET /api/sources`: `cursor` is the last answer's `next`. */
export const SourceQuery = z.object({
  /** "false": only what waits for an admin to say where it stands, each with `waiting`. */
  assigned: z.enum(["true", "false"]).optional(),
  /** "true": only those nobody wants to be asked about; "false": only the others. */
  ignored: z.enum(["true", "false"]).optional(),
  vendor: z.enum(VENDORS).optional(),
  kind: z.string().max(64).optional(),
  /** A part of the name, the vendor's id or the name of the space. */
  q: z.string().trim().max(100).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type SourceQuery = z.infer<typeof SourceQuery>;

/** The last day of a source's main metric in equal steps; null where nothing was said. */
const Sparkline = z.object({
  metric: MetricName,
  /** Of the first step. */
  from: z.iso.datetime(),
  stepMs: z.number(),
  points: z.array(z.number().nullable()),
});
export type Sparkline = z.infer<typeof Sparkline>;

/** What helps to say where a source stands. */
const SourceWaiting = z.object({
  /** Null when nothing speaks clearly enough for any place. */
  suggestion: Suggestion.nullable(),
  sparkline: Sparkline.nullable(),
  /** What it said so far, and will be the history of its place; `isMore`: not counted further. */
  events: z.object({ count: z.number(), isMore: z.boolean(), since: z.iso.datetime().nullable() }),
});
export type SourceWaiting = z.infer<typeof SourceWaiting>;

/** What a vendor talks about, with everything it last said. Times are ISO 8601, UTC. */
export const Source = z.object({
  id: z.string(),
  vendor: z.enum(VENDORS),
  /** The vendor's own word: room, zone, sensor, device, workspace, location … */
  kind: z.string(),
  externalId: z.string(),
  name: z.string().nullable(),
  /** The space it is mapped to, and the floor that space is on. */
  space: z
    .object({ id: z.string(), name: z.string(), floor: z.object({ id: z.string(), name: z.string() }).nullable() })
    .nullable(),
  /** Since when it stands there (1970: whatever it ever said is of that space), and who said so; null: its vendor. */
  assignment: z.object({ id: z.string(), since: z.iso.datetime(), by: z.string().nullable() }).nullable(),
  ignoredAt: z.iso.datetime().nullable(),
  firstSeenAt: z.iso.datetime(),
  /** Of its newest reading. */
  lastReadingAt: z.iso.datetime().nullable(),
  values: z.partialRecord(MetricName, z.object({ value: z.number(), observedAt: z.iso.datetime() })),
  /** Words about it, each the latest: model, type, `label:…`, signage … */
  facts: z.record(z.string(), z.unknown()),
  troubles: z.array(SpaceTrouble),
  /** Only in lists of `assigned=false`. */
  waiting: SourceWaiting.optional(),
});
export type Source = z.infer<typeof Source>;

/** A page of `GET /api/sources`. */
export const SourcePage = z.object({ items: z.array(Source), next: z.string().nullable() });
export type SourcePage = z.infer<typeof SourcePage>;

/** `GET /api/sources/summary`: parts of things (appliances of a Zoom Room) count with the thing. */
export const SourceSummary = z.object({ assigned: z.number(), waiting: z.number(), ignored: z.number() });
export type SourceSummary = z.infer<typeof SourceSummary>;

const DAY_MS = 86_400_000;
const MOST_DAYS = 92;
const COUNTED = Object.entries(METRICS)
  .filter(([, { says }]) => says === "flow" || says === "total")
  .map(([name]) => name) as [Metric, ...Metric[]];

/** `GET /api/sources/{id}/totals`: how many per hour or day of the site's clock. */
export const TotalsQuery = z
  .object({
    metric: z.enum(COUNTED),
    from: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    to: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    bucket: z.enum(["hour", "day"]).default("hour"),
  })
  .refine(({ from, to }) => from < to, { message: "must be after from", path: ["to"] })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= MOST_DAYS * DAY_MS, {
    message: `may be at most ${MOST_DAYS} days after from`,
    path: ["to"],
  });
export type TotalsQuery = z.infer<typeof TotalsQuery>;

/** One bucket; `total` is null where nothing at all was reported: no data is not nobody. */
export const SourceTotals = z.object({
  sourceId: z.string(),
  metric: z.string(),
  timeZone: z.string(),
  buckets: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime(), total: z.number().nullable() })),
});
export type SourceTotals = z.infer<typeof SourceTotals>;

/** `POST /api/sources/{id}/assign`: where it stands from now on; null takes it out. */
export const SourceAssignment = z.strictObject({ spaceId: z.string().nullable() });
export type SourceAssignment = z.infer<typeof SourceAssignment>;

/** `POST /api/sources/assign`: many at once, each for itself. */
export const SourceAssignments = z.strictObject({
  items: z
    .array(z.strictObject({ sourceId: z.string(), spaceId: z.string().nullable() }))
    .min(1)
    .max(500),
});
export type SourceAssignments = z.infer<typeof SourceAssignments>;

/** What became of each, in order. */
export const SourceAssigned = z.object({
  items: z.array(
    z.object({
      sourceId: z.string(),
      /** `not-found`: there is no such source or space, or not for you. */
      outcome: z.enum(["assigned", "unchanged", "not-found"]),
      /** To undo it by; null when nothing was assigned. */
      assignmentId: z.string().nullable(),
    }),
  ),
});
export type SourceAssigned = z.infer<typeof SourceAssigned>;

/**
 * `POST /api/sources/{id}/undo`: the source's last assignment becomes as if it had never been made (`start`), or never
 * been ended (`end`). Refused with `conflict` when something else happened since.
 */
export const AssignmentUndo = z.strictObject({ assignmentId: z.string(), undo: z.enum(["start", "end"]) });
export type AssignmentUndo = z.infer<typeof AssignmentUndo>;

/** One time a source stood somewhere. */
export const SourceStay = z.object({
  id: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  vendor: z.enum(VENDORS),
  space: z.object({ id: z.string(), name: z.string(), floor: z.string().nullable() }),
  /** 1970: from its very first word on. */
  from: z.iso.datetime(),
  /** Null: it stands there now. */
  to: z.iso.datetime().nullable(),
  /** When that was said, and by whom; null: by its vendor. */
  at: z.iso.datetime(),
  by: z.string().nullable(),
  /** The source it took over from. */
  replaces: z.object({ id: z.string(), name: z.string() }).nullable(),
  events: z.object({ count: z.number(), isMore: z.boolean() }).optional(),
});
export type SourceStay = z.infer<typeof SourceStay>;

/** `GET /api/sources/{id}/assignments` and `GET /api/assignments`: the newest first. */
export const SourceStays = z.object({ items: z.array(SourceStay) });
export type SourceStays = z.infer<typeof SourceStays>;

/** `GET /api/assignments`: what people have mapped since a moment and still stands, at most 100. */
export const StaysQuery = z.object({
  since: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});

/** `POST /api/sources/{id}/replace`: from that moment on the new device speaks where this one did. */
export const SourceReplacement = z.strictObject({
  newSourceId: z.string(),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
export type SourceReplacement = z.infer<typeof SourceReplacement>;

/** `GET /api/sources/touched`: `after` is the last answer's `until`; without it, from now on. */
export const TouchQuery = z.object({
  after: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
});

/** Devices whose touch came in since, the newest last. */
export const Touches = z.object({
  until: z.iso.datetime(),
  items: z.array(
    z.object({
      sourceId: z.string(),
      name: z.string(),
      vendor: z.enum(VENDORS),
      at: z.iso.datetime(),
      space: z.object({ id: z.string(), name: z.string() }).nullable(),
      isIgnored: z.boolean(),
    }),
  ),
});
export type Touches = z.infer<typeof Touches>;

/** What a replacement answers: to be undone at the new source by this. */
export const SourceReplaced = z.object({ assignmentId: z.string() });
