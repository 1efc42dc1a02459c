import type { BookingFact } from "@/lib/core/observation";
import { factOf, type Handler, on, sourceOf, stepOf } from "./event";
import { iso } from "./moment";
import { Assignment, Questionnaire, Reservation, Workspace } from "./schema";

const workspace = (removed: boolean | null) =>
  on(Workspace, (object, { atUs }) => {
    const source = sourceOf("workspace", object.id);
    const facts = removed === null ? [] : [factOf(source, "removed", removed, atUs)];
    return { claims: [[stepOf(source, object.workspace_name)]], observations: facts };
  });

/** Every reservation event repeats the whole reservation, so each also sets it: any of them may be the first to arrive. */
const reservation = (type?: "checked-in" | "checked-out" | "cancelled") =>
  on(Reservation, (object, { atUs }) => {
    const source = sourceOf("workspace", object.workspace_id);
    const say = (change: BookingFact["change"]): BookingFact => ({
      kind: "booking",
      source,
      bookingId: object.id,
      observedAtUs: atUs,
      change,
    });
    const set = say({
      type: "set",
      startsAtUs: object.start_time,
      endsAtUs: object.end_time,
      topic: object.topic,
      reservedFor: object.reserve_for,
    });
    const then = type ?? (object.assignment_checkin === true ? "checked-in" : null);
    return { claims: [[stepOf(source)]], observations: then === null ? [set] : [set, say({ type: then })] };
  });

const assignment = (assigned: boolean) =>
  on(Assignment, (object, { atUs }) => {
    const source = sourceOf("workspace", object.workspace_id);
    const fact = factOf(source, "assigned", assigned, atUs);
    return { claims: [[stepOf(source, object.workspace_name)]], observations: [fact] };
  });

const questionnaire = on(Questionnaire, (object, { atUs }) => {
  const source = sourceOf("workspace", object.desk_id);
  const fact = factOf(source, "questionnaire", { answeredAt: iso(atUs) }, atUs);
  return { claims: [[stepOf(source, object.workspace_name)]], observations: [fact] };
});

export const WORKSPACE_EVENTS: ReadonlyMap<string, Handler> = new Map([
  ["workspace.created", workspace(false)],
  ["workspace.updated", workspace(null)],
  ["workspace.deleted", workspace(true)],
  ["workspace.reservation_created", reservation()],
  ["workspace.reservation_update", reservation()],
  ["workspace.reservation_deleted", reservation("cancelled")],
  ["workspace.reservation_checked_in", reservation("checked-in")],
  ["workspace.reservation_checked_out", reservation("checked-out")],
  ["workspace.user_assigned", assignment(true)],
  ["workspace.user_unassigned", assignment(false)],
  ["workspace.reservation_questionnaire_response_created", questionnaire],
  ["workspace.reservation_questionnaire_response_updated", questionnaire],
  ["workspace.pre_check_in_questionnaire_response_created", questionnaire],
]);
