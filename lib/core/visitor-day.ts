import { z } from "zod";
import type { Span } from "./moment-or-day";
import { countVisitors, SiteVisitors } from "./site-visitors";
import type { Visit } from "./visits";

/** `GET /api/sites/{id}/visitors/day`, and the same with names under `/visitors/names`: today without a date. */
export const VisitorDayQuery = z.object({ date: z.iso.date().optional() });

/** `missed`: the day is over and they did not come. */
const VISIT_STATUSES = ["expected", "in", "out", "missed"] as const;

const moment = z.iso.datetime().nullable();

export const DayVisit = z.object({
  /** Tells visits apart, and says nothing of who it is. */
  key: z.string(),
  status: z.enum(VISIT_STATUSES),
  /** When they were to come and to go; null when nobody said. */
  startsAt: moment,
  endsAt: moment,
  checkedInAt: moment,
  checkedOutAt: moment,
  /** They are here though they were to be gone by now. */
  isOverdue: z.boolean(),
  /** Null without the right to names, or where they are not kept. */
  visitor: z.string().nullable(),
  host: z.string().nullable(),
});
export type DayVisit = z.infer<typeof DayVisit>;

const HalfHour = z.object({
  at: z.iso.datetime(),
  /** Who was to come in it, and who came. */
  expected: z.number(),
  arrived: z.number(),
});
type HalfHour = z.infer<typeof HalfHour>;

export const VisitorDay = z.object({
  date: z.iso.date(),
  timeZone: z.string(),
  /** Midnight to midnight there. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** The server's clock when it answered. */
  now: z.iso.datetime(),
  counts: SiteVisitors.extend({
    /** Of those who are in. */
    overdue: z.number(),
    /** On a day that is over: who did not come. */
    missed: z.number(),
  }),
  /** Every half hour of the day in order. */
  halfHours: z.array(HalfHour),
  /** In order of the time they were to come or came, at most `MOST_VISITS`. */
  visits: z.array(DayVisit),
  /** Visits of the day, listed or not. */
  total: z.number(),
});
export type VisitorDay = z.infer<typeof VisitorDay>;

const MOST_VISITS = 500;
const HALF_HOUR_MS = 30 * 60_000;

/** A visit with what tells it apart from others. */
export interface KeyedVisit extends Visit {
  readonly key: string;
}

/** What is asked about, ms. */
export interface DayAsked extends Span {
  readonly date: string;
  readonly timeZone: string;
  readonly now: number;
}

/** The visitors of a day of a site, as it is known now. Names pass through as they were given. */
export function tellVisitorDay(visits: readonly KeyedVisit[], { date, timeZone, from, to, now }: DayAsked): VisitorDay {
  const isToday = (at: number | null): at is number => at !== null && at >= from && at < to;
  const counted = countVisitors(visits, { from, to });
  const isOver = now >= to;
  const told = visits
    .filter((visit) => visit.status !== "cancelled")
    .filter(({ startsAt, saidAt, checkedInAt, checkedOutAt, status }) =>
      status === "expected" ? isToday(startsAt ?? saidAt) : isToday(checkedInAt) || isToday(checkedOutAt),
    )
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.key < b.key ? -1 : 1));
  const items = told.map((visit) => dayVisit(visit, isOver, now));
  return {
    ...{ date, timeZone, from: iso(from), to: iso(to), now: iso(now) },
    counts: {
      ...counted,
      expected: isOver ? 0 : counted.expected,
      missed: isOver ? counted.expected : 0,
      overdue: items.filter(({ isOverdue }) => isOverdue).length,
    },
    halfHours: halfHours(visits, { from, to }),
    visits: items.slice(0, MOST_VISITS),
    total: items.length,
  };
}

const orderOf = ({ startsAt, checkedInAt, saidAt }: Visit): number => startsAt ?? checkedInAt ?? saidAt;
const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

function dayVisit(visit: KeyedVisit, isOver: boolean, now: number): DayVisit {
  const { key, startsAt, endsAt, checkedInAt, checkedOutAt, visitorName, hostName } = visit;
  const status = visit.status === "cancelled" ? "missed" : visit.status;
  return {
    key,
    status: status === "expected" && isOver ? "missed" : status,
    ...{ startsAt: isoOrNull(startsAt), endsAt: isoOrNull(endsAt) },
    ...{ checkedInAt: isoOrNull(checkedInAt), checkedOutAt: status === "out" ? isoOrNull(checkedOutAt) : null },
    isOverdue: status === "in" && endsAt !== null && endsAt < now,
    ...{ visitor: visitorName, host: hostName },
  };
}

function halfHours(visits: readonly Visit[], { from, to }: Span): HalfHour[] {
  const halves = Array.from({ length: Math.ceil((to - from) / HALF_HOUR_MS) }, (_, i) => ({
    ...{ at: iso(from + i * HALF_HOUR_MS), expected: 0, arrived: 0 },
  }));
  const add = (at: number | null, what: "expected" | "arrived") => {
    const half = at === null ? undefined : halves[Math.floor((at - from) / HALF_HOUR_MS)];
    if (half) half[what]++;
  };
  for (const { status, startsAt, checkedInAt } of visits) {
    if (status === "cancelled") continue;
    add(startsAt, "expected");
    add(checkedInAt, "arrived");
  }
  return halves;
}
