/**
 * Zoom: rooms, their appliances, desks ("workspaces") and visitors (developers.zoom.us "Webhooks" and
 * "Zoom Rooms / Workspaces / Visitor Management events", read as stored copies in 2026).
 *
 * - Proof of sender: HMAC-SHA256 over the raw body and a timestamp, keyed with the app's secret token. The same token
 *   answers the URL challenge, sent when the URL is saved and every 72 hours.
 * - Wants 200 or 204 within 3 s. Retries 5, 20 and 60 minutes later with the same body, re-signed: up to 85 minutes
 *   late. At least once, in no order; two subscriptions of one app send an event twice.
 * - No event id: the bytes of the body are the identity. `event_ts` is ms, or a date-time in five events.
 * - `reservation_update` has no final d. `id` is the room, the desk, the reservation or the location, by event.
 * - Alerts have no id either: a clear is matched by room, type and component. Kind 3 is never cleared.
 * - `sensor_value` is a string. No unit is documented: ppm, %RH and µg/m³ are taken for granted, °C or °F is a setting,
 *   a pressure is hPa or Pa by its size.
 * - A check-in is about a booking, not about people. Visitors checking in bring no invitation id.
 */

import type { VendorAdapter } from "../adapter";
import { COVERAGE } from "./coverage";
import { parse } from "./parse";
import { redact } from "./redact";
import type { ZoomConfig } from "./schema";
import { answerChallenge, verify } from "./verify";

export type { ZoomConfig } from "./schema";

export function zoom(config: ZoomConfig): VendorAdapter {
  return {
    id: "zoom",
    coverage: COVERAGE,
    authenticate: (delivery, now) => verify(delivery, config.secrets(), now),
    handshake: answerChallenge,
    redact: (payload) => redact(payload, config.privacy),
    parse: (payload, now) => parse(payload, now, config),
  };
}
