/**
 * Butlr: counts of people on floors, in rooms and zones, motion, traffic and positions (docs.butlr.io "Webhooks",
 * read as stored copies in 2026; seed documents "Room Occupancy" and "Zone Occupancy").
 *
 * - Proof of sender: a static header key and/or HTTP basic auth, set on their webhook. No signature, no challenge.
 * - Recomputed every minute over a rolling five minutes: the same minute comes again, sometimes with another count.
 *   Identity is (family, entity, timestamp); the event id is not. The winner is the latest computed, and the id is
 *   a KSUID whose first four bytes say when that was.
 * - Retries: up to three in 10 s, then dropped. Order is not guaranteed. One event per POST.
 * - Motion comes on change only and has no `data`; traffic counts who passed since the event before; detections come
 *   one to three times a second per sensor. What is in SENSOR_HEALTH and HIVE_HEALTH is documented nowhere.
 * - `timestamp` is the moment of sensing in ms UTC, not minute-aligned except for `*_1MIN`.
 */

import type { VendorAdapter } from "../adapter";
import { COVERAGE } from "./coverage";
import { parse } from "./parse";
import { type ButlrConfig, verify } from "./verify";

export type { ButlrConfig } from "./verify";

export function butlr(config: ButlrConfig): VendorAdapter {
  return { id: "butlr", coverage: COVERAGE, authenticate: (delivery) => verify(delivery, config), parse };
}
