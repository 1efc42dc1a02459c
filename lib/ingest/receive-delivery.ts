import "server-only";
import { createHash } from "node:crypto";
import type { Parsed, RawDelivery, VendorAdapter } from "@/lib/vendors/adapter";
import type { PendingDelivery } from "./apply-deliveries";
import type { Outcome } from "./outcome";
import { parseJson } from "./parse-json";

export interface IngestDeps {
  readonly findAdapter: (vendor: string) => VendorAdapter | undefined;
  /** Stores a delivery and answers after the commit. */
  readonly write: (delivery: PendingDelivery) => Promise<Outcome>;
  /** µs since the epoch, never the same twice. */
  readonly clock: () => number;
  readonly onRefused: (vendor: string, reason: string) => void;
}

/**
 * One POST from the door to its answer: authenticate over the raw bytes, then read, then store.
 * Both doors (the route handler and the fast door in front of Next) call exactly this.
 */
export async function receiveDelivery(vendor: string, delivery: RawDelivery, deps: IngestDeps): Promise<Outcome> {
  const adapter = deps.findAdapter(vendor);
  if (!adapter) return { kind: "refused", reason: "unknown-vendor" };
  if (!adapter.authenticate(delivery)) {
    deps.onRefused(adapter.id, "unauthenticated");
    return { kind: "refused", reason: "unauthenticated" };
  }
  const json = parseJson(delivery.body);
  if (json.kind !== "value")
    return { kind: "refused", reason: json.kind === "too-deep" ? "too-large" : "not-an-event" };
  const receivedAtUs = deps.clock();
  const parsed = adapter.parse(json.value, Math.floor(receivedAtUs / 1000));
  if (parsed.kind === "foreign") return { kind: "refused", reason: "not-an-event" };
  return deps.write(pendingDelivery(adapter.id, delivery.body, json.value, parsed, receivedAtUs));
}

function pendingDelivery(
  vendor: string,
  body: Uint8Array,
  payload: unknown,
  parsed: Exclude<Parsed, { kind: "foreign" }>,
  receivedAtUs: number,
): PendingDelivery {
  const observations = parsed.kind === "observations" ? parsed.observations : [];
  const observedAtUs = parsed.kind === "unhandled" ? parsed.observedAtUs : (observations[0]?.observedAtUs ?? null);
  return {
    vendor,
    key: createHash("sha256").update(body).digest(),
    eventType: parsed.eventType,
    outcome: parsed.kind === "observations" ? "stored" : parsed.kind === "malformed" ? "quarantined" : "unhandled",
    observedAtUs,
    receivedAtUs,
    issues: parsed.kind === "malformed" ? parsed.issues : [],
    // Written out again: Butlr bodies hold nothing personal, and JSON.stringify escapes what text cannot store.
    body: JSON.stringify(payload),
    observations,
  };
}
