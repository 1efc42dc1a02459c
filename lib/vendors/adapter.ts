import type { Observation, SourceClaim, VendorId } from "@/lib/core/observation";

/** One POST as it came in. Header names are lower case; a header sent twice is joined by ", ". */
export interface RawDelivery {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** Why a sender was not believed. Only admins see it; the sender gets the same 401 each time. */
export type Disbelief =
  /** Nothing is configured for this vendor. */
  | "no-secret"
  /** The header or token that proves the sender is missing, or is not of the right shape. */
  | "no-proof"
  /** It does not match any secret. */
  | "wrong-secret"
  /** The secret is right, but it was made for another body. */
  | "other-body"
  /** The secret is right, but its time is too far from our clock. */
  | "wrong-time";

export type Authentication =
  /** `secret` is the one that matched. */
  | { readonly kind: "believed"; readonly secret: string }
  /** `skewS`: how far the sender's clock is from ours, seconds, when that is the reason; positive is behind ours. */
  | { readonly kind: "disbelieved"; readonly reason: Disbelief; readonly skewS?: number };

/** The reply to a challenge that asks whether this address is ours. */
export type Handshake = { readonly kind: "reply"; readonly body: object } | { readonly kind: "refused" };

export type Parsed =
  | {
      readonly kind: "observations";
      readonly eventType: string;
      /** When the event happened; null when it does not say. */
      readonly observedAtUs: number | null;
      /** Identity of the event across retries; null: the raw bytes are its identity. */
      readonly eventId: string | null;
      /** Every source the observations name is a step of one of these. */
      readonly claims: readonly SourceClaim[];
      readonly observations: readonly Observation[];
      /** What was left out of a good event, and why: paths and reasons. */
      readonly notes: readonly string[];
      /** One of several a second: only what it says is kept, not the event itself. */
      readonly isFleeting?: true;
    }
  /** Valid, not ours to handle: kept and answered 2xx, or they retry for days. */
  | {
      readonly kind: "unhandled";
      readonly eventType: string;
      readonly observedAtUs: number | null;
      readonly eventId: string | null;
    }
  /** Theirs, but unusable: quarantined with the paths that failed. */
  | { readonly kind: "malformed"; readonly eventType: string; readonly issues: readonly string[] }
  /** Signed by the vendor, for somebody else's account. */
  | { readonly kind: "other-tenant" }
  /** No event of this vendor at all. */
  | { readonly kind: "foreign" };

/** What becomes of one event type. Written out in docs/vendors/coverage.md, and held to by a test. */
export interface EventCoverage {
  readonly type: string;
  readonly stored: string;
  readonly shown: string;
}

export interface VendorAdapter {
  readonly id: VendorId;
  /** Every event type the vendor documents. */
  readonly coverage: readonly EventCoverage[];
  /** Do the raw bytes and headers prove the sender at this moment (ms)? Constant time; nothing configured proves nothing. */
  authenticate(delivery: RawDelivery, now: number): Authentication;
  /** Answers a challenge; null for an ordinary event. Only asked about authentic payloads. */
  handshake?(payload: unknown, secret: string): Handshake | null;
  /** Takes out what may not be stored and makes people unrecognisable. What is parsed, stored and replayed is the result. */
  redact?(payload: unknown): unknown;
  /** Pure: the same payload and clock (ms) always give the same answer. */
  parse(payload: unknown, now: number): Parsed;
}

/** What an adapter may do with words about people. */
export interface Privacy {
  /** The same for the same text, and unrecognisable without this installation's key. A pseudonym stays what it is. */
  pseudonym(text: string): string;
  /** Encrypted, or null when the installation drops such words. What is sealed already stays what it is. */
  seal(text: string): string | null;
}
