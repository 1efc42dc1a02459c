import type { VendorEvent, VendorRefusal, VendorSummary } from "./vendor";

/** How it goes with a vendor, at one glance. */
export type VendorLight =
  /** No secret is set: nothing of theirs would be believed. */
  | { readonly kind: "off" }
  /** Secrets are set, and none of them can be opened here. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "waiting" }
  /** The last thing they sent was not believed. */
  | { readonly kind: "refused"; readonly refusal: VendorRefusal }
  /** The last event was theirs, but could not be used. */
  | { readonly kind: "unusable"; readonly event: VendorEvent }
  /** Connected once, and nothing for a day. */
  | { readonly kind: "silent"; readonly event: VendorEvent }
  | { readonly kind: "connected"; readonly event: VendorEvent };

type Facts = Pick<VendorSummary, "environment" | "hasBasicAuth" | "secrets" | "lastEvent" | "refusals">;

const SILENT_MS = 24 * 60 * 60_000;

/** Is there anything a sender could prove itself with? */
export function hasProof(vendor: Pick<Facts, "environment" | "hasBasicAuth" | "secrets">): boolean {
  return vendor.environment.count > 0 || vendor.hasBasicAuth || vendor.secrets.some((secret) => secret.isReadable);
}

/** The newest of what happened decides; a refusal counts until an event or a change of the secrets follows it. */
export function vendorLight(vendor: Facts, now: number): VendorLight {
  const isConfigured = hasProof(vendor);
  const event = vendor.lastEvent;
  const answeredAt = Math.max(0, ...[event?.receivedAt, ...vendor.secrets.map((s) => s.setAt)].map(moment));
  const refusal = vendor.refusals.find(
    ({ at, reason }) => moment(at) > answeredAt && (reason === "no-secret") === !isConfigured,
  );
  if (!isConfigured && vendor.secrets.length > 0) return { kind: "unreadable" };
  if (refusal) return { kind: "refused", refusal };
  if (!isConfigured) return { kind: "off" };
  if (!event) return { kind: "waiting" };
  if (event.outcome === "quarantined") return { kind: "unusable", event };
  return { kind: now - moment(event.receivedAt) > SILENT_MS ? "silent" : "connected", event };
}

const moment = (at: string | undefined): number => (at === undefined ? 0 : Date.parse(at));
