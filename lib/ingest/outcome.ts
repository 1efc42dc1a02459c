/** Every way a delivery can end. The status codes are those of docs/vendors and lib/http/webhook-answer.ts. */
export type Outcome =
  /** 200: on disk. `changed` counts the facts that are new or corrected. */
  | { readonly kind: "stored"; readonly changed: number }
  /** 200: this POST was here before, or all it says is known already or known better. */
  | { readonly kind: "duplicate" }
  /** 200: kept, but a type we do not handle. */
  | { readonly kind: "unhandled"; readonly eventType: string }
  /** 200: theirs but unusable; kept whole with the paths that failed, and replayable. */
  | { readonly kind: "quarantined"; readonly issues: readonly string[] }
  /** 200: the vendor asked whether this address is ours; nothing was stored. */
  | { readonly kind: "challenge"; readonly reply: object }
  | { readonly kind: "refused"; readonly reason: Refusal }
  /** 503: nothing was kept, send it again. */
  | { readonly kind: "unavailable"; readonly retryAfterS: number };

export type Refusal =
  | "not-an-event" // 400
  | "unauthenticated" // 401
  | "other-tenant" // 403
  | "unknown-vendor" // 404
  | "method" // 405
  | "too-large" // 413
  | "not-json"; // 415

/** How a delivery that reached the database ended there. */
export type Written = Extract<Outcome, { kind: "stored" | "duplicate" | "unhandled" | "quarantined" }>;
