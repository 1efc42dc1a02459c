import type { Privacy } from "../adapter";

type Treatment = (value: unknown, privacy: Privacy) => unknown;

/** Deeper than the receiver takes; beyond it nothing is kept. */
const DEEPEST = 64;

const text =
  (treat: (text: string, privacy: Privacy) => string | null): Treatment =>
  (value, privacy) => {
    if (typeof value !== "string") return null;
    return value === "" ? "" : treat(value, privacy);
  };
const pseudonym = text((value, privacy) => privacy.pseudonym(value));
const seal = text((value, privacy) => privacy.seal(value));
/** A query carries passcodes and tokens. */
const withoutQuery = text((value) => value.replace(/[?#].*$/s, ""));

/** By field name, lower case. The second half is of events this adapter does not read but stores. */
const ANYWHERE: ReadonlyMap<string, Treatment> = new Map([
  ["operator", pseudonym],
  ["visitor_email", pseudonym],
  ["host_email", pseudonym],
  ["user_email", pseudonym],
  ["visitor_name", seal],
  ["host_name", seal],
  ["user_name", seal],
  ["topic", seal],
  ["reserve_for", seal],
  ["join_url", withoutQuery],
  ["start_url", withoutQuery],
  ["first_name", seal],
  ["last_name", seal],
  ["display_name", seal],
  ["phone_number", seal],
]);

/** Of a Zoom Room these are the room's own addresses; everywhere else a person's. */
const OUTSIDE_ROOM_EVENTS: ReadonlyMap<string, Treatment> = new Map([
  ...ANYWHERE,
  ["email", pseudonym],
  ["calendar_id", pseudonym],
  ["calendar_name", pseudonym],
]);

/** Secrets, and answers that may be about health: not kept at all. */
const REMOVED = /passcode|password|^pwd$|^questionnaire_response/;

/**
 * The event without secrets and without recognisable people, by the names of its fields, so that events nobody has
 * heard of are covered too. Of its own result it leaves everything as it is.
 */
export function redact(payload: unknown, privacy: Privacy): unknown {
  const treatments = isRoomEvent(payload) ? ANYWHERE : OUTSIDE_ROOM_EVENTS;
  const walk = (value: unknown, depth: number): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (depth === DEEPEST) return null;
    if (Array.isArray(value)) return value.map((item) => walk(item, depth + 1));
    const kept = Object.entries(value).filter(([key]) => !REMOVED.test(key.toLowerCase()));
    const field = (key: string, inner: unknown) => {
      const treat = treatments.get(key.toLowerCase());
      return treat ? treat(inner, privacy) : walk(inner, depth + 1);
    };
    // fromEntries defines properties: a key __proto__ stays a key.
    return Object.fromEntries(kept.map(([key, inner]) => [key, field(key, inner)]));
  };
  return walk(payload, 0);
}

function isRoomEvent(payload: unknown): boolean {
  if (typeof payload !== "object" || payload === null || !("event" in payload)) return false;
  return typeof payload.event === "string" && payload.event.startsWith("zoomroom.");
}
