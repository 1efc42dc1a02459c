import type { VendorId } from "@/lib/core/observation";

/** How the proof of who sent it is wrong. */
export type ProofFlaw = "missing" | "wrong-secret" | "other-body" | "wrong-clock";

/** One POST: a vendor's body, byte for byte. */
export interface Post {
  readonly vendor: VendorId;
  readonly body: string;
  /** The proof is right when this is left out. */
  readonly flaw?: ProofFlaw;
}

/** One POST and when it leaves the vendor, ms. */
export interface PlannedPost extends Post {
  readonly dueAt: number;
}

/** From a moment until just before another, ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a vendor sends as time passes. The same minute always gives the same posts. */
export interface LiveFeed {
  /** Everything about the minute that begins at this moment (ms); some of it leaves later. */
  planMinute(minuteStart: number): PlannedPost[];
}

export interface Feed extends LiveFeed {
  /** The past, oldest first, without what only matters while it is new. The same span gives the same posts. */
  history(span: Span): Iterable<Post>;
}
