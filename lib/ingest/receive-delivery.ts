import "server-only";
import { hash } from "node:crypto";
import type { Disbelief, Parsed, RawDelivery, VendorAdapter } from "@/lib/vendors/adapter";
import type { PendingDelivery } from "./apply-deliveries";
import type { Outcome } from "./outcome";
import { parseJson } from "./parse-json";

export interface IngestDeps {
  readonly findAdapter: (vendor: string) => VendorAdapter | undefined;
  /** Stores a delivery and calls `answer` once, after the commit; it may not throw. */
  readonly store: (delivery: PendingDelivery, answer: (outcome: Outcome) => void) => void;
  /** µs since the epoch, never the same twice. */
  readonly clock: () => number;
  readonly onRefused: (vendor: string, reason: Disbelief, skewS: number | null) => void;
}

/** One POST from the door to its answer. */
export function receiveDelivery(vendor: string, delivery: RawDelivery, deps: IngestDeps): Promise<Outcome> {
  return new Promise((resolve) => takeDelivery(vendor, delivery, deps, resolve));
}

/**
 * The same without a promise, which the fast door would feel: authenticate over the raw bytes, then read, then store.
 * Both doors (the route handler and the fast door in front of Next) call exactly this. What it throws is a fault of ours.
 */
export function takeDelivery(
  vendor: string,
  delivery: RawDelivery,
  deps: IngestDeps,
  answer: (outcome: Outcome) => void,
): void {
  const taken = judge(vendor, delivery, deps);
  if ("kind" in taken) answer(taken);
  else deps.store(taken, answer);
}

/** What is to be stored, or why nothing is. */
function judge(vendor: string, delivery: RawDelivery, deps: IngestDeps): PendingDelivery | Outcome {
  const adapter = deps.findAdapter(vendor);
  if (!adapter) return { kind: "refused", reason: "unknown-vendor" };
  const receivedAtUs = deps.clock();
  const now = Math.floor(receivedAtUs / 1000);
  const sender = adapter.authenticate(delivery, now);
  if (sender.kind === "disbelieved") {
    deps.onRefused(adapter.id, sender.reason, sender.skewS ?? null);
    return { kind: "refused", reason: "unauthenticated" };
  }
  const json = parseJson(delivery.body);
  if (json.kind === "too-deep") return { kind: "refused", reason: "too-large" };
  if (json.kind === "not-json") return NOT_AN_EVENT;
  const handshake = adapter.handshake?.(json.value, sender.secret);
  if (handshake) return handshake.kind === "reply" ? { kind: "challenge", reply: handshake.body } : NOT_AN_EVENT;
  const payload = adapter.redact ? adapter.redact(json.value) : json.value;
  const parsed = adapter.parse(payload, now);
  if (parsed.kind === "foreign") return NOT_AN_EVENT;
  if (parsed.kind === "other-tenant") return { kind: "refused", reason: "other-tenant" };
  // Bytes that were read as JSON are text that can be stored as it is.
  const body = adapter.redact ? JSON.stringify(payload) : delivery.body;
  return pendingDelivery(adapter.id, parsed, receivedAtUs, { key: keyOf(parsed, delivery.body), body });
}

const NOT_AN_EVENT: Outcome = { kind: "refused", reason: "not-an-event" };

type Storable = Exclude<Parsed, { kind: "foreign" | "other-tenant" }>;

/** Identity of the event across retries: the vendor's own, else the bytes. */
function keyOf(parsed: Storable, body: Uint8Array): Buffer {
  const eventId = parsed.kind === "malformed" ? null : parsed.eventId;
  return hash("sha256", eventId ?? body, "buffer");
}

const OUTCOMES = { observations: "stored", unhandled: "unhandled", malformed: "quarantined" } as const;

type Identified = Pick<PendingDelivery, "key" | "body" | "eventDay" | "isReplay">;

/** What a parsed event becomes in the database, with the identity and body of its POST. */
export function pendingDelivery(
  vendor: string,
  parsed: Storable,
  receivedAtUs: number,
  { key, body, eventDay, isReplay = false }: Identified,
): PendingDelivery {
  const isEvent = parsed.kind === "observations";
  return {
    vendor,
    key,
    eventType: parsed.eventType,
    outcome: OUTCOMES[parsed.kind],
    observedAtUs: parsed.kind === "malformed" ? null : parsed.observedAtUs,
    receivedAtUs,
    issues: parsed.kind === "malformed" ? parsed.issues : isEvent ? parsed.notes : [],
    body,
    claims: isEvent ? parsed.claims : [],
    observations: isEvent ? parsed.observations : [],
    isFleeting: isEvent && parsed.isFleeting === true,
    isReplay,
    ...(eventDay !== undefined && { eventDay }),
  };
}
