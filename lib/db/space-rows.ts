import "server-only";
import type { Pool } from "pg";
import type { AlertSeverity } from "@/lib/core/alert";
import type { IncidentSignal } from "@/lib/core/incident";
import type { WeeklyTimes } from "@/lib/core/maintenance";
import { maintenanceSpans, spansAhead } from "@/lib/core/maintenance";
import type { SpaceKind } from "@/lib/core/space";
import type { BookingRow, ClosingRow, SourceRow, SpaceRow, ValueRow } from "@/lib/core/space-row";
import { WEEKDAYS } from "@/lib/core/working-hours";

type SpaceList = [
  floorId: number | null,
  id: number,
  kind: SpaceKind,
  parentId: number | null,
  name: string,
  type: string | null,
  capacity: number | null,
  holdMinutes: number | null,
  removed: boolean,
  speakers: string[] | null,
  tags: string[] | null,
];
type SourceList = [number, number, string, string, string, number, number | null];
type ValueList = [number, number, number, number, number, number, number];
type SignalList = [number, string, IncidentSignal["phase"], IncidentSignal["severity"], string, number];
type BookingList = [number, number | null, number | null, number | null, number | null];
type WindowList = [number, number, string, number, number | null, number | null, WeeklyTimes | null, string | null];
type AlertList = [number, string, AlertSeverity, number];
type BreakList = [number, { from: string; until: string }, string | null];

interface Lists {
  now: Date;
  spaces: SpaceList[] | null;
  sources: SourceList[] | null;
  values: ValueList[] | null;
  signals: SignalList[] | null;
  bookings: BookingList[] | null;
  windows: WindowList[] | null;
  breaks: BreakList[] | null;
  alerts: AlertList[] | null;
}

/** A space with the floor it is on; null for none. */
export type PlacedRow = SpaceRow & { readonly floorId: number | null };

const MOST_CLOSINGS = 4;

export interface SpacesQuery {
  /** Of the prepared statement; null for one that is seldom asked. */
  readonly name: string | null;
  readonly text: string;
  readonly values: unknown[];
}

/** The rows of a `readSpaces` statement, the moment (ms) they are as of, and its other columns. */
export async function readSpaceRows<Also extends object = object>(
  { name, text, values }: SpacesQuery,
  db: { readonly read: Pick<Pool, "query"> },
): Promise<{ now: number; rows: PlacedRow[]; also: Also | null }> {
  const { rows } = await db.read.query<Lists & Also>({ ...(name === null ? {} : { name }), text, values });
  const lists = rows[0];
  if (!lists) return { now: Date.now(), rows: [], also: null };
  return { now: lists.now.getTime(), rows: assembled(lists), also: lists };
}

function assembled(lists: Lists): PlacedRow[] {
  const now = lists.now.getTime();
  const sources = sourcesBySpace(lists);
  const closings = grouped(lists.windows, (window) => closingsOf(window, now));
  const alerts = new Map((lists.alerts ?? []).map(([space, id, severity, count]) => [space, { id, severity, count }]));
  const breaks = grouped(lists.breaks, (list) => breaksOf(list, now));
  return (lists.spaces ?? []).map(
    ([floorId, id, kind, parentId, name, type, capacity, holdMinutes, removed, speakers, tags]) => ({
      ...{ floorId, id, kind, parentId, name, type, capacity, holdMinutes, removed, speakers, tags },
      sources: sources.get(id) ?? [],
      closings: (closings.get(id) ?? []).sort((a, b) => a.from - b.from).slice(0, MOST_CLOSINGS),
      breaks: breaks.get(id) ?? [],
      openAlerts: alerts.get(id) ?? null,
    }),
  );
}

function sourcesBySpace(lists: Lists): Map<number, SourceRow[]> {
  const values = grouped(lists.values, ([, metric, value, observedAt, receivedAt, since, uncertain]): ValueRow[] => [
    { metric, value, observedAt, receivedAt, since, uncertain: uncertain > 0 },
  ]);
  const signals = grouped(lists.signals, ([, code, phase, severity, text, observedAt]): IncidentSignal[] => [
    { code, phase, severity, text, observedAt },
  ]);
  const bookings = grouped(lists.bookings, ([, startsAt, endsAt, checkedInAt, checkedOutAt]): BookingRow[] => [
    { startsAt, endsAt, checkedInAt, checkedOutAt },
  ]);
  return grouped(lists.sources, ([, id, vendor, kind, name, assignedAt, expectedIntervalMs]): SourceRow[] => [
    {
      ...{ id, vendor, kind, name, assignedAt, expectedIntervalMs },
      values: values.get(id) ?? [],
      signals: signals.get(id) ?? [],
      bookings: bookings.get(id) ?? [],
    },
  ]);
}

/** Lists by the id they begin with. */
function grouped<L extends [number, ...unknown[]], T>(
  lists: readonly L[] | null,
  make: (list: L) => T[],
): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const list of lists ?? []) {
    const known = map.get(list[0]);
    if (known) known.push(...make(list));
    else map.set(list[0], make(list));
  }
  return map;
}

function closingsOf([, id, name, startsAt, endsAt, endedAt, weekly, zone]: WindowList, now: number): ClosingRow[] {
  const window = { startsAt, endsAt, endedAt, weekly, timeZone: zone ?? "UTC" };
  return spansAhead(window, now).map(({ from, until }) => ({ id, name, from, until }));
}

/** Lunch, today and as many days ahead as a page may stay open without news. */
function breaksOf([, { from, until }, zone]: BreakList, now: number) {
  const daily = { weekdays: [...WEEKDAYS], from, until };
  const window = { startsAt: 0, endsAt: null, endedAt: null, weekly: daily, timeZone: zone ?? "UTC" };
  return maintenanceSpans(window, now, now + 2 * 24 * 60 * 60_000);
}
