import { MINUTE_MS } from "./minutes";
import { seededInteger, seededRandom } from "./seeded-random";
import type { World } from "./world";
import { type ZoomWorkspace, zoomId } from "./zoom-estate";
import { dateTime, type ZoomEvent } from "./zoom-events";

/** What becomes of one desk's booking on one day. Moments are ms. */
interface DeskDay {
  readonly bookingId: string;
  readonly bookedAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** When the day before turned out longer or shorter; null when it did not. */
  readonly changedAt: number | null;
  readonly cancelledAt: number | null;
  readonly comesAt: number | null;
  readonly leavesAt: number | null;
  readonly answersQuestions: boolean;
}

const time = (hour: number, minute = 0) => (hour * 60 + minute) * MINUTE_MS;
const LOOKS_EVERY_MS = 5 * MINUTE_MS;
const BOOKED_BY_USERS = 0.85;
const BOOKED_FOR_NOTHING = 0.15;
const ANSWERS_CHANCE = 0.3;

/** The bookings of desks, as people make, change, keep and forget them. Remembers the days it has planned. */
export function deskBookings(world: World): (workspace: ZoomWorkspace, index: number, minute: number) => ZoomEvent[] {
  const days = new Map<string, DeskDay | null>();
  return (workspace, index, minute) => {
    const dayStart = minute - world.clock(minute).minute * MINUTE_MS;
    const key = `${workspace.id}/${dayStart}`;
    const known = days.get(key);
    const day = known === undefined ? planDay(world, workspace, index, dayStart) : known;
    if (known === undefined) days.set(key, day);
    return day ? eventsOf(workspace, day, minute) : [];
  };
}

/** The first desk's booking is always cancelled, the second one's always changed. */
function planDay(world: World, { id, spaceId }: ZoomWorkspace, index: number, dayStart: number): DeskDay | null {
  const chance = (what: string) => seededRandom(what, id, dayStart);
  const seen = presence(world, spaceId, dayStart);
  const isCancelled = index === 0;
  const isChanged = index === 1;
  const isBooked = chance("booked") < (seen ? BOOKED_BY_USERS : BOOKED_FOR_NOTHING);
  if (!isBooked && !isCancelled && !isChanged) return null;
  const kept = isCancelled ? null : seen;
  return {
    bookingId: zoomId(`reservation/${id}/${dayStart}`),
    bookedAt: dayStart + time(6, 30) + seededInteger(0, 60, "books", id, dayStart) * MINUTE_MS,
    startsAt: dayStart + time(9),
    endsAt: dayStart + time(17),
    changedAt: isChanged ? dayStart + time(7, 40) : null,
    cancelledAt: isCancelled ? dayStart + time(8, 30) : null,
    comesAt: kept?.from ?? null,
    leavesAt: kept?.to ?? null,
    answersQuestions: isChanged || chance("answers") < ANSWERS_CHANCE,
  };
}

/** From when until when somebody comes and goes, or null. */
function presence({ countAt }: World, spaceId: string, dayStart: number): { from: number; to: number } | null {
  let from: number | null = null;
  let to = 0;
  for (let at = dayStart + time(7, 50); at < dayStart + time(19); at += LOOKS_EVERY_MS) {
    if (countAt(spaceId, at) === 0) continue;
    from ??= at;
    to = at + LOOKS_EVERY_MS;
  }
  return from === null ? null : { from, to };
}

function eventsOf(workspace: ZoomWorkspace, day: DeskDay, minute: number): ZoomEvent[] {
  const at = minute + seededInteger(1_000, 55_000, "desk", workspace.id, minute);
  const tell = (when: number | null, event: string, object: object): ZoomEvent[] =>
    when === minute ? [{ event: `workspace.${event}`, at, object }] : [];
  const booking = reservation(workspace, day, minute);
  const answersAt = (moment: number | null, after: number) =>
    day.answersQuestions && moment !== null ? moment + after * MINUTE_MS : null;
  const answers = questionnaire(workspace, day);
  return [
    ...tell(day.bookedAt, "reservation_created", { ...booking, assignment_checkin: false }),
    ...tell(answersAt(day.bookedAt, 1), "reservation_questionnaire_response_created", answers),
    ...tell(answersAt(day.changedAt, 1), "reservation_questionnaire_response_updated", answers),
    ...tell(day.changedAt, "reservation_update", booking),
    ...tell(day.cancelledAt, "reservation_deleted", booking),
    ...tell(answersAt(day.comesAt, 0), "pre_check_in_questionnaire_response_created", answers),
    ...tell(day.comesAt, "reservation_checked_in", booking),
    ...tell(day.leavesAt, "reservation_checked_out", booking),
  ];
}

function reservation({ id }: ZoomWorkspace, day: DeskDay, minute: number): object {
  const isShorter = day.changedAt !== null && minute >= day.changedAt;
  return {
    id: day.bookingId,
    workspace_id: id,
    end_time: dateTime(isShorter ? day.endsAt - 2 * 60 * MINUTE_MS : day.endsAt),
    start_time: dateTime(day.startsAt),
    topic: "Desk for the day",
    reserve_for: zoomId(`user/${id}`),
  };
}

function questionnaire({ id, name }: ZoomWorkspace, day: DeskDay): object {
  const question = {
    question_id: zoomId("question"),
    title: "Do you need a second screen?",
    type: "single-choice",
    reply_id: zoomId(`reply/${day.bookingId}`),
    options: [{ option_id: "yes", text: "Yes" }],
  };
  return {
    start_time: dateTime(day.startsAt),
    event_id: day.bookingId,
    user_name: "Uma Ulfsdatter",
    desk_id: id,
    workspace_name: name,
    location_id: zoomId("l2"),
    questionnaire_response: [
      { id: zoomId("questionnaire"), title: "Before you come", subject: "Your desk", list: [question] },
    ],
  };
}
