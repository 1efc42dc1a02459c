import "server-only";
import type { FloorPast, PastLine, PastSource, PastSpace } from "@/lib/core/floor-past";
import { Speaker } from "@/lib/core/fusion";
import { maintenanceSpans, type WeeklyTimes } from "@/lib/core/maintenance";
import { shown } from "@/lib/core/space-row";
import { WEEKDAYS } from "@/lib/core/working-hours";
import { database } from "./client";
import type { Database } from "./database";
import { READ_PAST } from "./floor-past-sql";
import { readFloorRows } from "./floor-repository";
import { parseId } from "./parse-id";

type StayList = [number, number, string, string, string, number | null, number, number, number | null];
type SaidList = [source: number, metric: number, at: number, value: number, unsure: number];
type SignalList = [
  number,
  string,
  PastSource["signals"][number]["phase"],
  PastSource["signals"][number]["severity"],
  string,
  number,
];
type BookingList = [number, number | null, number | null, number | null, number | null, number | null];
type WindowList = [number, number, string, number, number | null, number | null, WeeklyTimes | null];

interface Lists {
  now: Date;
  zone: string | null;
  stays: StayList[] | null;
  said: SaidList[] | null;
  since: [source: number, metric: number, since: number][] | null;
  signals: SignalList[] | null;
  bookings: BookingList[] | null;
  windows: WindowList[] | null;
  lunches: [space: number, { from: string; until: string }][] | null;
}

interface Span {
  /** ms */
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 24 * 60 * 60_000;
/** As far ahead as a live floor knows of maintenance. */
const AHEAD_MS = 8 * DAY_MS;

/** What replays a floor between two moments; null when there is no such floor. */
export async function readFloorPast(
  floorId: string,
  { from, to }: Span,
  db: Database = database(),
): Promise<FloorPast | null> {
  const id = parseId(floorId);
  const read = id === null ? null : await readPastOf(id, null, { from, to }, db);
  return read && { floorId, from, to, readAt: read.readAt, spaces: read.spaces };
}

/** The past of a floor, or of one space on it, with the zone of its site. */
export async function readPastOf(id: number, spaceId: number | null, { from, to }: Span, db: Database) {
  const values = [id, new Date(from), new Date(to), spaceId];
  const [floor, past] = await Promise.all([
    readFloorRows(id, db),
    db.read.query<Lists>({ name: "read-past", text: READ_PAST, values }),
  ]);
  const lists = past.rows[0];
  if (!floor || !lists) return null;
  const sources = sourcesBySpace(lists, from);
  const zone = lists.zone ?? "UTC";
  const told = { closings: grouped(lists.windows), lunches: grouped(lists.lunches) };
  const rows = floor.rows.filter(({ row }) => spaceId === null || row.id === spaceId);
  const spaces = rows.map(({ row, limits }): PastSpace => {
    const { id: ownId, kind, parentId, name, type, tags, capacity, holdMinutes, speakers } = row;
    return {
      ...{ id: ownId, kind, parentId, name: shown(name), type, tags, capacity, holdMinutes },
      ...(limits ? { limits } : {}),
      speakers: speakers?.map((speaker) => Speaker.parse(speaker)) ?? null,
      closings: (told.closings.get(ownId) ?? []).flatMap((window) => closingsOf(window, zone, { from, to })),
      breaks: (told.lunches.get(ownId) ?? []).flatMap(([, lunch]) => breaksOf(lunch, zone, { from, to })),
      sources: sources.get(ownId) ?? [],
    };
  });
  return { readAt: lists.now.getTime(), spaces, timeZone: zone };
}

function sourcesBySpace(lists: Lists, from: number): Map<number, PastSource[]> {
  const lines = linesBySource(lists, from);
  const signals = grouped(lists.signals);
  const bookings = grouped(lists.bookings);
  const made = (lists.stays ?? []).map((stay): [number, PastSource] => {
    const [spaceId, id, vendor, kind, name, expectedIntervalMs, assignedAt, startsAt, until] = stay;
    const source: PastSource = {
      ...{ id, vendor, kind, name: shown(name), expectedIntervalMs, assignedAt },
      stay: { from: startsAt, until },
      lines: lines.get(id) ?? [],
      signals: (signals.get(id) ?? []).map(([, code, phase, severity, text, observedAt]) => ({
        ...{ code, phase, severity, text: shown(text), observedAt },
      })),
      bookings: (bookings.get(id) ?? []).map(([, starts, endsAt, checkedInAt, checkedOutAt, cancelledAt]) => ({
        ...{ startsAt: starts, endsAt, checkedInAt, checkedOutAt, cancelledAt },
      })),
    };
    return [spaceId, source];
  });
  const bySpace = Map.groupBy(made, ([spaceId]) => spaceId);
  return new Map([...bySpace].map(([spaceId, list]) => [spaceId, list.map(([, source]) => source)]));
}

function linesBySource({ said, since }: Lists, from: number): Map<number, PastLine[]> {
  const key = (source: number, metric: number) => `${source}/${metric}`;
  const sinces = new Map((since ?? []).map(([source, metric, at]) => [key(source, metric), at]));
  const bySource = new Map<number, PastLine[]>();
  let current = null as { source: number; line: PastLine; last: number } | null;
  for (const [source, metric, at, value, unsure] of said ?? []) {
    if (current?.source !== source || current.line.metric !== metric) {
      const line: PastLine = { metric, after: [], values: [], since: sinces.get(key(source, metric)) ?? null };
      current = { source, line, last: from };
      bySource.set(source, [...(bySource.get(source) ?? []), line]);
    }
    current.line.after.push(at - current.last);
    current.line.values.push(value);
    if (unsure > 0) current.line.unsure = [...(current.line.unsure ?? []), current.line.values.length - 1];
    current.last = at;
  }
  return bySource;
}

function grouped<L extends [number, ...unknown[]]>(lists: readonly L[] | null): Map<number, L[]> {
  return Map.groupBy(lists ?? [], ([id]) => id);
}

function closingsOf([, id, name, startsAt, endsAt, endedAt, weekly]: WindowList, timeZone: string, { from, to }: Span) {
  const window = { startsAt, endsAt, endedAt, weekly, timeZone };
  return maintenanceSpans(window, from, to + AHEAD_MS).map((span) => ({ id, name: shown(name), ...span }));
}

function breaksOf(lunch: { from: string; until: string }, timeZone: string, { from, to }: Span) {
  const weekly = { weekdays: [...WEEKDAYS], from: lunch.from, until: lunch.until };
  return maintenanceSpans({ startsAt: 0, endsAt: null, endedAt: null, weekly, timeZone }, from, to + DAY_MS);
}
