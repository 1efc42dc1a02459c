import type { DeliveryOutcome } from "@/lib/core/delivery";
import type { VendorId } from "@/lib/core/observation";

/** What of the delivery log is looked at; null is "any". */
export interface DeliveryFilter {
  readonly vendor: VendorId | null;
  readonly outcome: DeliveryOutcome | null;
  readonly type: string | null;
  /** Either so long until now, ms, or a span of its own. */
  readonly lastMs: number | null;
  /** ISO 8601. */
  readonly from: string | null;
  readonly to: string | null;
}

/** The query of a filter as of a moment (ms). */
export function deliverySearch(filter: DeliveryFilter, at: number): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.vendor) search.set("vendor", filter.vendor);
  if (filter.outcome) search.set("outcome", filter.outcome);
  if (filter.type) search.set("type", filter.type);
  const from = filter.lastMs === null ? filter.from : new Date(at - filter.lastMs).toISOString();
  if (from) search.set("from", from);
  if (filter.lastMs === null && filter.to) search.set("to", filter.to);
  return search;
}

/** The same, without what came after that moment. */
export function searchUntil(search: URLSearchParams, at: number): URLSearchParams {
  const until = new URLSearchParams(search);
  const to = until.get("to");
  if (to === null || Date.parse(to) > at) until.set("to", new Date(at).toISOString());
  return until;
}
