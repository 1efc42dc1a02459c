import { z } from "zod";
import { HistoryHead } from "../space-metrics";

/**
 * How booked time was used. Minutes; only time that counts (working hours, or every hour) and that is over. The four
 * quarters are of time in which sensors could tell: what nobody could see is `bookedUnseen` or missing coverage, never
 * "not used".
 */
export const BookedUse = z.object({
  bookedUsed: z.number(),
  /** Booked, and nobody was in: no-shows, and what bookings left over. */
  bookedEmpty: z.number(),
  openUsed: z.number(),
  openEmpty: z.number(),
  /** Booked, and no healthy sensor could tell. */
  bookedUnseen: z.number(),
  /** Booked by nobody, and no healthy sensor could tell. */
  openUnseen: z.number(),
  /** The part of `bookedEmpty` that belongs to no-shows. */
  ghost: z.number(),
  /** Booked time that a check-out or a release gave back before its end. */
  recovered: z.number(),
  /** Part of all this time in which sensors could tell, 0–1. */
  coverage: z.number(),
  /** The same of booked time alone; 0 when nothing was booked. */
  bookedCoverage: z.number(),
  /** Bookings that began in the period, each by what became of it. */
  bookings: z.number(),
  /** Somebody checked in: never a no-show, whatever sensors saw. */
  checkedIn: z.number(),
  /** Nobody checked in, but somebody was in. */
  cameAnyway: z.number(),
  noShows: z.number(),
  /** Nobody checked in, and sensors could not tell. */
  unknown: z.number(),
  /** Less than ten minutes old: too early to say. */
  running: z.number(),
  /** Taken back within ten minutes, before anybody came. */
  givenBack: z.number(),
  /** Of all bookings those that were taken back after their start. */
  released: z.number(),
});
export type BookedUse = z.infer<typeof BookedUse>;

/** One hour of the week. */
export const GhostCell = z.object({
  /** 1 Monday to 7 Sunday. */
  weekday: z.number(),
  hour: z.number(),
  /** Part of the booked time seen in which no-shows left the place empty, %; null when none was seen. */
  value: z.number().nullable(),
  /** Part of the booked time in which sensors could tell, 0–1. */
  coverage: z.number(),
  /** Days with bookings in this hour. */
  days: z.number(),
});
export type GhostCell = z.infer<typeof GhostCell>;

export const NoShow = z.object({
  space: z.object({ id: z.string(), name: z.string() }),
  startsAt: z.iso.datetime({ offset: true }),
  /** When it ended, was released, or, while it runs, now. */
  endsAt: z.iso.datetime({ offset: true }),
  /** It was taken back before its end. */
  isReleased: z.boolean(),
  /** Minutes booked and empty. */
  empty: z.number(),
});
export type NoShow = z.infer<typeof NoShow>;

/** Who booked what nobody came to: how many, never who. Null where organisers are not kept or cannot be read. */
export const Organisers = z
  .object({
    /** With two no-shows or more. */
    recurring: z.number(),
    /** No-shows that are theirs. */
    noShows: z.number(),
    /** No-shows whose organiser is known. */
    of: z.number(),
  })
  .nullable();
export type Organisers = z.infer<typeof Organisers>;

export const BookedSpace = BookedUse.extend({
  id: z.string(),
  name: z.string(),
  type: z.string().nullable(),
  floor: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type BookedSpace = z.infer<typeof BookedSpace>;

/** `GET /api/history/bookings`: `spaces` of the head are those that can be booked. */
export const BookedHistory = HistoryHead.extend({
  /** Spaces nothing says bookings of: they are left out. */
  notBookable: z.number(),
  group: BookedUse,
  organisers: Organisers,
  items: z.array(BookedSpace),
  /** The hours of the week in which anything was booked. */
  cells: z.array(GhostCell),
  /** The newest first. */
  noShows: z.array(NoShow),
});
export type BookedHistory = z.infer<typeof BookedHistory>;

/** No-shows that are listed at most; their number is always the true one. */
export const MOST_NO_SHOWS = 200;
