import { z } from "zod";
import { METRICS, type Metric } from "./metric";
import { SpaceKind } from "./space";
import { SPACE_STATES, type SpaceVerdict, spaceState } from "./space-state";

/** The newest reading of one metric in a space. Times are ISO 8601, UTC. */
export const MetricValue = z.object({
  value: z.number(),
  observedAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  /** Since when it has said nobody, somebody, or more than the capacity. */
  since: z.iso.datetime(),
  /** Id of the source that said so. */
  source: z.string(),
});
export type MetricValue = z.infer<typeof MetricValue>;

/** A source that feeds a space. */
export const SpaceSource = z.object({
  id: z.string(),
  vendor: z.string(),
  kind: z.string(),
  name: z.string(),
  assignedAt: z.iso.datetime(),
  /** ms; null when silence is normal. */
  expectedIntervalMs: z.number().nullable(),
  lastReadingAt: z.iso.datetime().nullable(),
});
export type SpaceSource = z.infer<typeof SpaceSource>;

/** One space as snapshots and frames carry it. `state` is as of the moment it was sent; `verdictAt` keeps it true later. */
export const SpaceSnapshot = z.object({
  id: z.string(),
  kind: SpaceKind,
  parentId: z.string().nullable(),
  name: z.string(),
  type: z.string().nullable(),
  capacity: z.number().nullable(),
  state: z.enum(SPACE_STATES),
  since: z.iso.datetime().nullable(),
  metrics: z.partialRecord(z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]), MetricValue),
  sources: z.array(SpaceSource),
});
export type SpaceSnapshot = z.infer<typeof SpaceSnapshot>;

/** A space that is no longer on the floor. */
const SpaceRemoved = z.object({ id: z.string(), removed: z.literal(true) });

export const FloorHead = z.object({
  id: z.string(),
  name: z.string(),
  building: z.object({ id: z.string(), name: z.string() }),
  site: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
});
export type FloorHead = z.infer<typeof FloorHead>;

/** `GET /api/floors/{id}/snapshot`: everything a floor shows, as of `offset`. */
export const FloorSnapshot = z.object({
  floor: FloorHead,
  epoch: z.string(),
  offset: z.number(),
  /** The server's clock when it answered. */
  now: z.iso.datetime(),
  spaces: z.array(SpaceSnapshot),
});
export type FloorSnapshot = z.infer<typeof FloorSnapshot>;

/** What changed on a floor between two offsets. */
export const FloorFrame = z.object({
  floorId: z.string(),
  epoch: z.string(),
  from: z.number(),
  to: z.number(),
  changes: z.array(z.union([SpaceRemoved, SpaceSnapshot])),
});
export type FloorFrame = z.infer<typeof FloorFrame>;

/** One line of the site → building → floor switcher. */
export const FloorSummary = FloorHead.extend({
  /** People on the floor's rooms and zones that have a fresh count; null when none has. */
  people: z.number().nullable(),
  spaces: z.number(),
});
export type FloorSummary = z.infer<typeof FloorSummary>;

/** The state of a space at a moment (ms), from what its snapshot carries. */
export function verdictAt(space: Pick<SpaceSnapshot, "capacity" | "metrics" | "sources">, now: number): SpaceVerdict {
  const intervals = new Map(space.sources.map((s) => [s.id, s.expectedIntervalMs]));
  return spaceState(
    {
      capacity: space.capacity,
      sources: space.sources.map((s) => ({
        assignedAt: Date.parse(s.assignedAt),
        expectedIntervalMs: s.expectedIntervalMs,
      })),
      readings: Object.entries(space.metrics).map(([metric, m]) => ({
        metric: metric as Metric,
        value: m.value,
        observedAt: Math.min(Date.parse(m.observedAt), Date.parse(m.receivedAt)),
        bandSince: Date.parse(m.since),
        expectedIntervalMs: intervals.get(m.source) ?? null,
      })),
    },
    now,
  );
}
