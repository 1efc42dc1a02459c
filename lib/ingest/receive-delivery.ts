import "server-only";
import { hash } from "node:crypto";
import type { Disbelief, Parsed, RawDelivery, VendorAdapter } from "@/lib/vendors/adapter";
import type { PendingDelivery } from "./apply-deliveries";
import type { Outcome } from "./outcome";
import { parseJson } from "./parse-json";

export interface IngestDeps {
  readonly findAdapter: (vendor: string) => VendorAdapter | undefined;
  /** Stores a delivery and answers after the commit. */
  readonly write: (delivery: PendingDelivery) => Promise<Outcome>;
  /** µs since the epoch, never the same twice. */
  readonly clock: () => number;
  readonly onRefused: (vendor: string, reason: Disbelief, skewS: number | null) => void;
}

/**
 * One POST from the door to its answer: authenticate over the raw bytes, then read, then store.
 * Both doors (the route handler and the fast door in front of Next) call exactly this.
 */
export async function receiveDelivery(vendor: string, delivery: RawDelivery, deps: IngestDeps): Promise<Outcome> {
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
  if (json.kind === "not-json") return { kind: "refused", reason: "not-an-event" };
  const handshake = adapter.handshake?.(json.value, sender.secret);
  if (handshake) return handshake.kind === "reply" ? { kind: "challenge", reply: handshake.body } : NOT_AN_EVENT;
  const payload = adapter.redact ? adapter.redact(json.value) : json.value;
  const parsed = adapter.parse(payload, now);
  if (parsed.kind === "foreign") return NOT_AN_EVENT;
  if (parsed.kind === "other-tenant") return { kind: "refused", reason: "other-tenant" };
  return deps.write({
    ...pendingDelivery(adapter.id, parsed, receivedAtUs),
    key: keyOf(parsed, delivery.body),
    // Bytes that were read as JSON are text that can be stored as it is.
    body: adapter.redact ? JSON.stringify(payload) : delivery.body,
  });
}

const NOT_AN_EVENT: Outcome = { kind: "refused", reason: "not-an-event" };

type Storable = Exclude<Parsed, { kind: "foreign" | "other-tenant" }>;

/** Identity of the event across retries: the vendor's own, else the bytes. */
function keyOf(parsed: Storable, body: Uint8Array): Buffer {
  const eventId = parsed.kind === "malformed" ? null : parsed.eventId;
  return hash("sha256", eventId ?? body, "buffer");
}

const OUTCOMES = { observations: "stored", unhandled: "unhandled", malformed: "quarantined" } as const;

/** What a parsed event becomes in the database, but for the identity and body of its POST. */
export function pendingDelivery(
  vendor: string,
  parsed: Storable,
  receivedAtUs: number,
): Omit<PendingDelivery, "key" | "body"> {
  const observations = parsed.kind === "observations" ? parsed.observations : [];
  return {
    vendor,
    eventType: parsed.eventType,
    outcome: OUTCOMES[parsed.kind],
    observedAtUs: parsed.kind === "malformed" ? null : parsed.observedAtUs,
    receivedAtUs,
    issues: parsed.kind === "malformed" ? parsed.issues : parsed.kind === "observations" ? parsed.notes : [],
    claims: parsed.kind === "observations" ? parsed.claims : [],
    observations,
    isFleeting: parsed.kind === "observations" && parsed.isFleeting === true,
  };
}
