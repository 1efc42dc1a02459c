import { z } from "zod";
import type { Privacy } from "../adapter";
import { Id, Name, OptionalId, TypeName } from "../schema-parts";
import { Moment, OptionalMoment } from "./moment";

export interface ZoomConfig {
  /** Every secret token that is good now; several while one is being replaced. */
  readonly secrets: () => readonly string[];
  /** The only account whose events are ours; null takes any that is signed. */
  readonly accountId: string | null;
  /** What the rooms' appliances report; Zoom does not say. */
  readonly temperatureUnit: "C" | "F";
  readonly privacy: Privacy;
}

/** What every Zoom event has, unknown ones too. */
export const Envelope = z.looseObject({ event: TypeName, event_ts: OptionalMoment });

/** Whose event it is. */
export const Tenant = z.looseObject({ payload: z.looseObject({ account_id: z.string() }) });

/** Sealed text, or null. It grows when it is sealed, so it is never cut: what is longer than any title is left out. */
const SealedText = z
  .string()
  .nullish()
  .transform((text) => (text && text.length <= 4_096 ? text : null));

export const Room = z.looseObject({ id: Id, room_name: Name });

export const Alert = z.looseObject({
  id: Id,
  room_name: Name,
  issue: Name,
  alert_type: z.number(),
  component: z.number(),
  alert_kind: z.number(),
  alert_time: OptionalMoment,
});

export const SensorData = z.looseObject({
  id: Id,
  room_name: Name,
  device_id: Id,
  sensor_data: z.array(z.unknown()),
});

export const CheckIn = z.looseObject({ id: Id, room_name: Name, event_id: OptionalId });

export const Signage = z.looseObject({
  room_id: Id,
  app_name: Name,
  start_time: OptionalMoment,
  end_time: OptionalMoment,
});

export const MeetingAttempt = z.looseObject({ room_id: Id, meeting_source_type: Name, join_time: OptionalMoment });

export const Location = z.looseObject({ id: Id, name: Name, parent_location_id: OptionalId, type: Name });

export const Workspace = z.looseObject({ id: Id, workspace_name: Name });

export const Reservation = z
  .looseObject({
    id: Id,
    workspace_id: Id,
    start_time: Moment,
    end_time: Moment,
    topic: SealedText,
    reserve_for: SealedText,
    assignment_checkin: z.boolean().nullish(),
  })
  .refine((r) => r.end_time >= r.start_time, { path: ["end_time"], message: "is before start_time" });

export const Assignment = z.looseObject({ workspace_id: Id, workspace_name: Name });

export const Questionnaire = z.looseObject({ desk_id: Id, workspace_name: Name });

export const Visit = z.looseObject({
  invitation_id: OptionalId,
  visitor_email: Id,
  visitor_name: SealedText,
  start_time: OptionalMoment,
  end_time: OptionalMoment,
  invite_location_id: Id,
  host_id: Id,
  host_name: SealedText,
});

export const Invitation = Visit.extend({ invitation_id: Id });
