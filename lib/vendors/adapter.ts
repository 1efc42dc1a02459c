import type { Observation, VendorId } from "@/lib/core/observation";

/** One POST as it came in. Header names are lower case; a header sent twice is joined by ", ". */
export interface RawDelivery {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export type Parsed =
  | { readonly kind: "observations"; readonly eventType: string; readonly observations: readonly Observation[] }
  /** Valid, not ours to handle: kept and answered 2xx, or they retry for days. */
  | { readonly kind: "unhandled"; readonly eventType: string; readonly observedAtUs: number | null }
  /** Theirs, but unusable: quarantined with the paths that failed. */
  | { readonly kind: "malformed"; readonly eventType: string; readonly issues: readonly string[] }
  /** No event of this vendor at all. */
  | { readonly kind: "foreign" };

export interface VendorAdapter {
  readonly id: VendorId;
  /** True when the raw bytes and headers prove the sender. Constant time; nothing configured proves nothing. */
  authenticate(delivery: RawDelivery): boolean;
  /** Pure: the same payload and clock (ms) always give the same answer. */
  parse(payload: unknown, now: number): Parsed;
}
