import { z } from "zod";
import { OwnLimits } from "./air-limits";
import type { SpaceSnapshot } from "./floor";
import { Speaker } from "./fusion";
import { METRICS } from "./metric";
import { SpaceKind } from "./space";
import { type SourceRow, type SpaceRow, spaceSnapshot, type ValueRow } from "./space-row";
import { bandOf } from "./space-state";

const HOUR_MS = 60 * 60_000;
/** The longest stretch that is answered at once, ms. */
const PAST_SPAN_MS = 2 * HOUR_MS;

const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** `GET /api/floors/{id}/past`: `from` is included, `to` is not; two hours at most. */
export const PastQuery = z
  .object({ from: moment, to: moment })
  .refine(({ from, to }) => from < to, { message: "must be after from", path: ["to"] })
  .refine(({ from, to }) => to - from <= PAST_SPAN_MS, { message: "must be within two hours of from", path: ["to"] });
export type PastQuery = z.infer<typeof PastQuery>;

/** ms since the epoch; null for no end. */
const Ms = z.number();
const Stretch = z.object({ from: Ms, until: Ms.nullable() });

/** What one source said of one thing. Each value holds until the next. */
const PastLine = z.object({
  /** Code of lib/core/metric.ts. */
  metric: z.number(),
  /** The first: ms after `from` of the answer, negative when it is older; the others: ms after the one before. */
  after: z.array(z.number()),
  values: z.array(z.number()),
  /** Which of them the vendor was not sure of; left out when it was of all. */
  unsure: z.array(z.number()).optional(),
  /** Since when the first has said nobody, somebody or more than the capacity; null for the air and devices. */
  since: Ms.nullable(),
});
export type PastLine = z.infer<typeof PastLine>;

const PastSource = z.object({
  id: z.number(),
  vendor: z.string(),
  kind: z.string(),
  name: z.string(),
  expectedIntervalMs: z.number().nullable(),
  /** When it was assigned here. */
  assignedAt: Ms,
  /** When it stood here. */
  stay: Stretch,
  lines: z.array(PastLine),
  signals: z.array(
    z.object({
      code: z.string(),
      phase: z.enum(["raised", "cleared", "noted"]),
      severity: z.enum(["info", "minor", "major", "critical"]),
      text: z.string(),
      observedAt: Ms,
    }),
  ),
  bookings: z.array(
    z.object({
      startsAt: Ms.nullable(),
      endsAt: Ms.nullable(),
      checkedInAt: Ms.nullable(),
      checkedOutAt: Ms.nullable(),
      cancelledAt: Ms.nullable(),
    }),
  ),
});
export type PastSource = z.infer<typeof PastSource>;

const PastSpace = z.object({
  id: z.number(),
  kind: SpaceKind,
  parentId: z.number().nullable(),
  name: z.string(),
  type: z.string().nullable(),
  tags: z.array(z.string()).nullable(),
  limits: OwnLimits.optional(),
  capacity: z.number().nullable(),
  holdMinutes: z.number().nullable(),
  speakers: z.array(Speaker).nullable(),
  closings: z.array(Stretch.extend({ id: z.number(), name: z.string() })),
  breaks: z.array(Stretch),
  sources: z.array(PastSource),
});
export type PastSpace = z.infer<typeof PastSpace>;

/** What replays a floor between two moments, as it is known today: late and corrected values stand where they belong. */
export const FloorPast = z.object({
  floorId: z.string(),
  from: Ms,
  to: Ms,
  /** When it was read, by the server's clock. */
  readAt: Ms,
  spaces: z.array(PastSpace),
});
export type FloorPast = z.infer<typeof FloorPast>;

const COUNTS: readonly number[] = [METRICS.occupancy.code, METRICS.occupancySmoothed.code];

interface ReadLine {
  readonly metric: number;
  readonly at: Float64Array;
  readonly since: Float64Array;
  readonly line: PastLine;
}

/** Makes a function that says what the floor showed at a moment (ms) within the answer's span. */
export function pastReader(past: FloorPast): (at: number) => SpaceSnapshot[] {
  const lines = new Map(
    past.spaces.flatMap((space) =>
      space.sources.map((source) => [source, source.lines.map((line) => readLine(line, past.from, space.capacity))]),
    ) as [PastSource, ReadLine[]][],
  );
  return (at) => past.spaces.map((space) => spaceSnapshot(rowAt(space, at, lines), at, space.limits));
}

function readLine(line: PastLine, from: number, capacity: number | null): ReadLine {
  const at = new Float64Array(line.after.length);
  const since = new Float64Array(line.after.length);
  const isCount = COUNTS.includes(line.metric);
  const bandAt = (index: number) => {
    const value = line.values[index] ?? 0;
    return isCount ? bandOf(value, capacity) : value > 0 ? 1 : 0;
  };
  let time = from;
  for (const [index, after] of line.after.entries()) {
    time += after;
    at[index] = time;
    const isSame = index > 0 && bandAt(index) === bandAt(index - 1);
    since[index] = isSame ? (since[index - 1] ?? time) : index === 0 ? (line.since ?? time) : time;
  }
  return { metric: line.metric, at, since, line };
}

function rowAt(space: PastSpace, at: number, lines: ReadonlyMap<PastSource, readonly ReadLine[]>): SpaceRow {
  const { sources, closings, breaks, limits: _, ...rest } = space;
  return {
    ...rest,
    removed: false,
    sources: sources.filter(({ stay }) => isWithin(stay, at)).map((source) => sourceAt(source, at, lines)),
    closings: closings.filter(({ until }) => until === null || until > at),
    breaks,
    openAlerts: null, // a floor of the past shows what devices said then
  };
}

const isWithin = ({ from, until }: { from: number; until: number | null }, at: number) =>
  from <= at && (until === null || until > at);

function sourceAt(source: PastSource, at: number, lines: ReadonlyMap<PastSource, readonly ReadLine[]>): SourceRow {
  const { id, vendor, kind, name, expectedIntervalMs, assignedAt, signals, bookings } = source;
  return {
    ...{ id, vendor, kind, name, expectedIntervalMs, assignedAt },
    values: (lines.get(source) ?? []).flatMap((line) => valueAt(line, at, source.stay.from)),
    signals: signals.filter(({ observedAt }) => observedAt <= at),
    bookings: bookings.flatMap((booking) => bookingAt(booking, at)),
  };
}

function valueAt({ metric, at: times, since, line }: ReadLine, at: number, stayFrom: number): ValueRow[] {
  const index = lastUpTo(times, at);
  const observedAt = times[index];
  if (observedAt === undefined || observedAt < stayFrom) return [];
  return [
    {
      metric,
      value: line.values[index] ?? 0,
      observedAt,
      receivedAt: observedAt,
      since: since[index] ?? observedAt,
      uncertain: line.unsure?.includes(index) ?? false,
    },
  ];
}

/** The place of the last moment that is not after `at`; -1 for none. */
function lastUpTo(times: Float64Array, at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const AHEAD_MS = 24 * HOUR_MS;
const UNKNOWN_END_MS = 12 * HOUR_MS;

/** A booking as it was known then; nothing when it was over, cancelled or too far ahead. */
function bookingAt(booking: PastSource["bookings"][number], at: number) {
  const { cancelledAt, ...times } = booking;
  const upTo = (moment: number | null) => (moment !== null && moment <= at ? moment : null);
  const [checkedInAt, checkedOutAt] = [upTo(times.checkedInAt), upTo(times.checkedOutAt)];
  const start = times.startsAt ?? checkedInAt;
  const end = times.endsAt ?? (checkedInAt === null ? null : checkedInAt + UNKNOWN_END_MS);
  if (start === null || start > at + AHEAD_MS || (end !== null && end <= at) || upTo(cancelledAt) !== null) return [];
  return [{ startsAt: times.startsAt, endsAt: times.endsAt, checkedInAt, checkedOutAt }];
}

/** What happened on a floor, to be marked on the line of its day. */
