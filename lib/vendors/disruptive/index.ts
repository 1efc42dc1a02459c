/**
 * Disruptive Technologies (DT): small sensors heard by Cloud Connectors; a Data Connector per project POSTs their events
 * (docs.developer.disruptive-technologies.com "Receiving events", "Events"; vendor examples and captures, read in 2026).
 *
 * - Proof of sender: `X-Dt-Signature`, a JWT (HS256) whose claims hash the raw body and expire after an hour. It is sent
 *   only when a signature secret is set on the connector; without one nothing is believed. No challenge.
 * - Retries: whatever is not 2xx within 10 s, up to 12 h; after about 5 days of failure the connector is disabled. So an
 *   unusable or unknown event must be answered 2xx.
 * - At least once and in no order; `:sync` sends the last event of each type again. `eventId` is the identity,
 *   `event.timestamp` (RFC 3339, µs: two events may share a millisecond) the order. `updateTime` is never compared.
 * - Heartbeats every 2.5 to 60 minutes. Silence between two changes of motion, contact or presence means nothing;
 *   `connectionStatus` OFFLINE is the word that a device is gone.
 * - temperature and humidity bring `samples`, newest first, with estimated times, and are backfilled for hours in reverse
 *   order after an outage. objectPresentCount and touchCount are lifetime totals. Never a count of people.
 * - networkStatus comes once per Cloud Connector that heard the heartbeat.
 */

import type { VendorAdapter } from "../adapter";
import { COVERAGE } from "./coverage";
import { parse } from "./parse";
import { type DisruptiveConfig, verify } from "./verify";

export type { DisruptiveConfig } from "./verify";

export function disruptive(config: DisruptiveConfig): VendorAdapter {
  return {
    id: "disruptive",
    coverage: COVERAGE,
    authenticate: (delivery, now) => verify(delivery, config, now),
    parse,
  };
}
