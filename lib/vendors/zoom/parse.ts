import type { Parsed } from "../adapter";
import { FROM_THE_FUTURE, FUTURE_MS, issuesOf } from "../schema-parts";
import { ALERT_EVENTS } from "./alerts";
import type { Handler } from "./event";
import { LOCATION_EVENTS } from "./locations";
import { ROOM_EVENTS } from "./rooms";
import { Envelope, Tenant, type ZoomConfig } from "./schema";
import { SENSOR_EVENTS } from "./sensors";
import { VISITOR_EVENTS } from "./visitors";
import { WORKSPACE_EVENTS } from "./workspaces";

const ENVELOPE_KEYS = ["event", "payload", "event_ts"];

const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ...ROOM_EVENTS,
  ...ALERT_EVENTS,
  ...SENSOR_EVENTS,
  ...LOCATION_EVENTS,
  ...WORKSPACE_EVENTS,
  ...VISITOR_EVENTS,
]);

/** Reads what `redact` left of an event. `now` is in ms. */
export function parse(
  payload: unknown,
  now: number,
  config: Pick<ZoomConfig, "accountId" | "temperatureUnit">,
): Parsed {
  if (!isEnvelope(payload)) return { kind: "foreign" };
  if (isOfAnotherTenant(payload, config.accountId)) return { kind: "other-tenant" };
  const envelope = Envelope.safeParse(payload);
  if (!envelope.success) return { kind: "malformed", eventType: "", issues: issuesOf(envelope.error) };
  const { event: eventType, event_ts: observedAtUs } = envelope.data;
  const latestUs = (now + FUTURE_MS) * 1000;
  if (observedAtUs !== null && observedAtUs > latestUs) {
    return { kind: "malformed", eventType, issues: [`event_ts: ${FROM_THE_FUTURE}`] };
  }
  const handler = HANDLERS.get(eventType);
  if (!handler) return { kind: "unhandled", eventType, observedAtUs, eventId: null };
  const atUs = observedAtUs ?? Math.trunc(now) * 1000;
  const told = handler(payload, { atUs, latestUs, temperatureUnit: config.temperatureUnit });
  if ("issues" in told) return { kind: "malformed", eventType, issues: told.issues };
  const { claims, observations, notes = [] } = told;
  return { kind: "observations", eventType, observedAtUs, eventId: null, claims, observations, notes };
}

function isEnvelope(payload: unknown): payload is object {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return false;
  return ENVELOPE_KEYS.some((key) => Object.hasOwn(payload, key));
}

function isOfAnotherTenant(payload: object, accountId: string | null): boolean {
  const tenant = accountId === null ? null : Tenant.safeParse(payload);
  return tenant?.success === true && tenant.data.payload.account_id !== accountId;
}
