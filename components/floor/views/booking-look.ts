import { clockTime } from "@/components/state/state-words";
import { bookingState } from "@/lib/core/booking";
import { type SpaceBooking, type SpaceSnapshot, spaceFacts } from "@/lib/core/floor";
import type { Text } from "@/lib/core/text";
import type { SpaceFace } from "../space-face";
import { type LegendLine, type Look, type Mark, NO_SENSOR_PAINT } from "./look";
import { stateMark } from "./state-look";

const KINDS = ["used", "booked", "ghost", "soon", "later", "open", "none"] as const;
type Kind = (typeof KINDS)[number];

const SOON_MS = 60 * 60_000;

const MARKS: Record<Kind, Mark> = {
  used: stateMark("occupied"),
  booked: stateMark("held"),
  ghost: stateMark("ghost"),
  soon: stateMark("away"),
  later: { ...stateMark("free"), icon: stateMark("held").icon },
  open: stateMark("free"),
  none: { paint: NO_SENSOR_PAINT, icon: stateMark("unmonitored").icon },
};

function kindWords(kind: Kind, t: Text): string {
  const words: Record<Kind, string> = {
    used: t("Checked in"),
    booked: t("Booked now"),
    ghost: t("No show"),
    soon: t("Within the hour"),
    later: t("Later"),
    open: t("Nothing booked"),
    none: t("Not bookable"),
  };
  return words[kind];
}

/** Bookings: what is running, or what comes next. */
export function bookingLook(face: SpaceFace, t: Text): Look {
  const { space, minute, timeZone } = face;
  const found = bookingNow(face);
  const clock = (time: string | null | undefined) => (time ? clockTime(Date.parse(time), timeZone, minute, t) : "");
  const isToCome = found.kind === "soon" || found.kind === "later";
  const starts = clock(found.booking?.startsAt);
  const ends = clock(found.booking?.endsAt);
  const headline = isToCome ? t("From {time}", { time: starts }) : kindWords(found.kind, t);
  const detail = ends ? t("until {time}", { time: ends }) : "";
  return {
    key: found.kind,
    ...MARKS[found.kind],
    headline,
    detail,
    value: headline,
    note: detail,
    sentence: [space.name, isToCome ? t("booked from {time}", { time: starts }) : headline, detail]
      .filter(Boolean)
      .join(", "),
    air: [],
    trouble: null,
    rank: found.booking?.startsAt ? -Date.parse(found.booking.startsAt) : null,
  };
}

/** Rooms and workspaces of a calendar; others have none that we know of. */
const isBookable = ({ sources, bookings }: SpaceSnapshot) =>
  bookings.length > 0 || sources.some(({ vendor, kind }) => vendor === "zoom" && kind !== "device");

function bookingNow({ space, state, heldBy, minute }: SpaceFace): { kind: Kind; booking?: SpaceBooking | undefined } {
  if (!isBookable(space)) return { kind: "none" };
  if (state === "ghost" && heldBy !== null) return { kind: "ghost", booking: space.bookings[heldBy] };
  const states = spaceFacts(space).bookings.map((booking) => bookingState(booking, minute));
  const running = states.findIndex((one) => one === "checked-in" || one === "running");
  if (running >= 0) {
    return { kind: states[running] === "running" ? "booked" : "used", booking: space.bookings[running] };
  }
  const next = space.bookings[states.indexOf("upcoming")];
  if (!next?.startsAt) return { kind: "open" };
  return { kind: Date.parse(next.startsAt) - minute < SOON_MS ? "soon" : "later", booking: next };
}

export const bookingLegend = (t: Text): LegendLine[] =>
  KINDS.map((kind) => ({ key: kind, word: kindWords(kind, t), ...MARKS[kind] }));
