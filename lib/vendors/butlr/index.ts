/**
 * Butlr: counts of people in rooms and zones (docs.butlr.io "Webhooks", read as stored copies in 2026;
 * seed documents "Room Occupancy" and "Zone Occupancy").
 *
 * - Proof of sender: a static header key and/or HTTP basic auth, set on their webhook. No signature, no challenge.
 * - Recomputed every minute over a rolling five minutes: the same minute comes again, sometimes with another count.
 *   Identity is (family, entity, timestamp); the event id is not. The winner is the latest computed, and the id is
 *   a KSUID whose first four bytes say when that was.
 * - Retries: up to three in 10 s, then dropped. Order is not guaranteed. One event per POST.
 * - `timestamp` is the moment of sensing in ms UTC, not minute-aligned except for `*_1MIN`.
 */

import type { RawDelivery, VendorAdapter } from "../adapter";
import { sameSecret } from "../same-secret";
import { parse } from "./parse";

export interface ButlrConfig {
  /** Every key that is good now; several while one is being replaced. */
  readonly keys: readonly string[];
  /** Lower-case name of the header that carries the key. */
  readonly header: string;
  readonly basicAuth: { readonly username: string; readonly password: string } | null;
}

export function authenticate(delivery: RawDelivery, config: ButlrConfig): boolean {
  const keys = config.keys.filter((key) => key.length > 0);
  if (keys.length === 0 && !config.basicAuth) return false;
  const given = delivery.headers[config.header] ?? "";
  // Every key is compared, so that the time does not tell which one was close.
  const keyIsGood = keys.length === 0 || keys.map((key) => sameSecret(given, key)).includes(true);
  return keyIsGood && (config.basicAuth === null || basicAuthIsGood(delivery, config.basicAuth));
}

function basicAuthIsGood(delivery: RawDelivery, expected: { username: string; password: string }): boolean {
  const wanted = Buffer.from(`${expected.username}:${expected.password}`).toString("base64");
  return sameSecret(delivery.headers.authorization ?? "", `Basic ${wanted}`);
}

export function butlr(config: ButlrConfig): VendorAdapter {
  return { id: "butlr", authenticate: (delivery) => authenticate(delivery, config), parse };
}
