import { z } from "zod";
import { FloorFrame, FloorSnapshot, MetricValue, SpaceRemoved, SpaceSnapshot, SpaceSource } from "./floor";

const PackedValue = MetricValue.extend({
  /** Left out when it arrived within two seconds. */
  receivedAt: MetricValue.shape.receivedAt.optional(),
  /** Left out when it is the space's. */
  since: MetricValue.shape.since.optional(),
});
type PackedValue = z.infer<typeof PackedValue>;

const PackedSource = z.object({
  /** Left out when it is the only one, and one of its values names it. */
  id: SpaceSource.shape.id.optional(),
  vendor: SpaceSource.shape.vendor,
  kind: SpaceSource.shape.kind,
  /** Left out when it is the space's. */
  name: SpaceSource.shape.name.optional(),
  /** Left out once it has said something. */
  assignedAt: SpaceSource.shape.assignedAt.optional(),
  /** Left out, as all below, when it is null. */
  expectedIntervalMs: SpaceSource.shape.expectedIntervalMs.optional(),
  senses: SpaceSource.shape.senses,
  /** Left out when it is the moment of its newest value. */
  lastReadingAt: SpaceSource.shape.lastReadingAt.optional(),
  online: SpaceSource.shape.online.optional(),
  offlineAt: SpaceSource.shape.offlineAt.optional(),
  battery: SpaceSource.shape.battery.optional(),
  signal: SpaceSource.shape.signal.optional(),
});
type PackedSource = z.infer<typeof PackedSource>;

const MetricName = SpaceSnapshot.shape.metrics.def.keyType;

/** A space as floors carry it: what the rest of it says already is left out. */
export const PackedSpace = SpaceSnapshot.extend({
  metrics: z.partialRecord(MetricName, PackedValue),
  /** Left out when there are none. */
  others: z.array(PackedValue.extend({ metric: MetricName })).optional(),
  sources: z.array(PackedSource),
  /** Left out when there are none. */
  bookings: SpaceSnapshot.shape.bookings.optional(),
});
export type PackedSpace = z.infer<typeof PackedSpace>;

const Unpacked = PackedSpace.transform(unpackSpace);

/** What `GET /api/floors/{id}/snapshot` answers. */
export const PackedFloor = FloorSnapshot.extend({ spaces: z.array(PackedSpace) });
/** Reads that answer. */
export const FloorFromWire = FloorSnapshot.extend({ spaces: z.array(Unpacked) });
/** Reads a frame of the feed. */
export const FrameFromWire = FloorFrame.extend({ changes: z.array(z.union([SpaceRemoved, Unpacked])) });
export type PackedFrame = z.input<typeof FrameFromWire>;

const SOON_MS = 2_000;

const toTheSecond = (iso: string) => `${iso.slice(0, 19)}Z`;

/** What travels of a space: times that matter to the minute are told to the second. */
export function packSpace(space: SpaceSnapshot): PackedSpace {
  const { metrics, others, sources, bookings, since, ...rest } = space;
  const packed: PackedSpace["metrics"] = {};
  for (const [metric, value] of Object.entries(metrics)) {
    packed[metric as keyof typeof metrics] = packValue(value, since);
  }
  return {
    ...rest,
    since: since && toTheSecond(since),
    metrics: packed,
    ...(others.length > 0
      ? { others: others.map((other) => ({ ...packValue(other, since), metric: other.metric })) }
      : {}),
    sources: sources.map((source) => packSource(source, space)),
    ...(bookings.length > 0 ? { bookings } : {}),
  };
}

function packValue(value: MetricValue, since: string | null): PackedValue {
  const { observedAt, receivedAt } = value;
  const late = Date.parse(receivedAt) - Date.parse(observedAt);
  return {
    value: value.value,
    observedAt,
    ...(late >= 0 && late < SOON_MS ? {} : { receivedAt: late < 0 ? receivedAt : toTheSecond(receivedAt) }),
    ...(value.since === since ? {} : { since: toTheSecond(value.since) }),
    source: value.source,
    ...(value.uncertain ? { uncertain: true } : {}),
  };
}

function packSource(source: SpaceSource, space: SpaceSnapshot): PackedSource {
  const { id, vendor, kind, name, assignedAt, expectedIntervalMs, senses, online, offlineAt, battery, signal } = source;
  const newest = newestOf(id, space);
  return {
    ...(id === onlySourceOf(space) ? {} : { id }),
    ...{ vendor, kind, senses },
    ...(name === space.name ? {} : { name }),
    ...(newest !== null || assignedAt === null ? {} : { assignedAt: toTheSecond(assignedAt) }),
    ...(expectedIntervalMs === null ? {} : { expectedIntervalMs }),
    ...(source.lastReadingAt === newest ? {} : { lastReadingAt: source.lastReadingAt }),
    ...(online === null ? {} : { online }),
    ...(offlineAt === null ? {} : { offlineAt }),
    ...(battery === null ? {} : { battery }),
    ...(signal === null ? {} : { signal }),
  };
}

/** The one source that all values name; undefined for several or none. */
function onlySourceOf({ metrics, others = [], sources }: Pick<PackedSpace, "metrics" | "others" | "sources">) {
  if (sources.length !== 1) return undefined;
  const named = new Set([...Object.values(metrics), ...others].map(({ source }) => source));
  return named.size === 1 ? [...named][0] : undefined;
}

/** The moment of the newest value that a source tells of the space; null for none. */
function newestOf(source: string | undefined, space: Pick<PackedSpace, "metrics" | "others">): string | null {
  let newest: string | null = null;
  for (const value of [...Object.values(space.metrics), ...(space.others ?? [])]) {
    if (value.source === source && (newest === null || value.observedAt > newest)) newest = value.observedAt;
  }
  return newest;
}

function unpackSpace(packed: PackedSpace): SpaceSnapshot {
  const { others = [], bookings = [] } = packed;
  const metrics: SpaceSnapshot["metrics"] = {};
  for (const [metric, value] of Object.entries(packed.metrics)) {
    metrics[metric as keyof typeof metrics] = unpackValue(value, packed.since);
  }
  return {
    ...packed,
    metrics,
    others: others.map((other) => ({ ...unpackValue(other, packed.since), metric: other.metric })),
    sources: packed.sources.map((source) => unpackSource(source, packed)),
    bookings,
  };
}

const unpackValue = (value: PackedValue, since: string | null): MetricValue => ({
  ...value,
  receivedAt: value.receivedAt ?? value.observedAt,
  since: value.since ?? since ?? value.observedAt,
});

const unpackSource = (source: PackedSource, space: PackedSpace): SpaceSource => ({
  ...source,
  id: source.id ?? onlySourceOf(space) ?? "",
  name: source.name ?? space.name,
  assignedAt: source.assignedAt ?? null,
  expectedIntervalMs: source.expectedIntervalMs ?? null,
  lastReadingAt:
    source.lastReadingAt === undefined ? newestOf(source.id ?? onlySourceOf(space), space) : source.lastReadingAt,
  online: source.online ?? null,
  offlineAt: source.offlineAt ?? null,
  battery: source.battery ?? null,
  signal: source.signal ?? null,
});

/** A floor as it is answered. */
export const packFloor = (floor: FloorSnapshot): z.infer<typeof PackedFloor> => ({
  ...floor,
  spaces: floor.spaces.map(packSpace),
});

/** A frame as it is sent. */
export const packFrame = (frame: FloorFrame): PackedFrame => ({
  ...frame,
  changes: frame.changes.map((change) => ("removed" in change ? change : packSpace(change))),
});
