import type { z } from "zod";
import type { VisitFact } from "@/lib/core/observation";
import { type Handler, on, sourceOf, stepOf, type Told } from "./event";
import { Invitation, Visit } from "./schema";

const visit = (change: VisitFact["change"], schema: typeof Visit | typeof Invitation = Visit) =>
  on(schema, (object: z.output<typeof Visit>, { atUs }): Told => {
    const location = sourceOf("location", object.invite_location_id);
    const fact: VisitFact = {
      kind: "visit",
      location,
      change,
      invitationId: object.invitation_id ?? null,
      visitor: object.visitor_email,
      hostId: object.host_id,
      startsAtUs: object.start_time,
      endsAtUs: object.end_time,
      visitorName: object.visitor_name,
      hostName: object.host_name,
      observedAtUs: atUs,
    };
    return { claims: [[stepOf(location)]], observations: [fact] };
  });

export const VISITOR_EVENTS: ReadonlyMap<string, Handler> = new Map([
  ["visitor_management.invitation_created", visit("expected", Invitation)],
  ["visitor_management.invitation_updated", visit("expected", Invitation)],
  ["visitor_management.invitation_deleted", visit("cancelled")],
  ["visitor_management.checked_in", visit("checked-in")],
  ["visitor_management.checked_out", visit("checked-out")],
]);
