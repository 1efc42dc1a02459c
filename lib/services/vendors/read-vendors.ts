import "server-only";
import type { Env } from "@/lib/config/env";
import { VENDORS, type VendorId } from "@/lib/core/observation";
import type { VendorDetail, VendorList, VendorSummary } from "@/lib/core/vendor";
import type { Database } from "@/lib/db/database";
import { type LastEvent, readLastEvent } from "@/lib/db/last-event-repository";
import { listRefusals } from "@/lib/db/vendor-refusal-repository";
import { listVendorSecrets } from "@/lib/db/vendor-secret-repository";
import type { VendorSecrets } from "@/lib/runtime/vendor-secrets";
import type { VendorAdapter } from "@/lib/vendors/adapter";
import { describeSample } from "./describe-sample";

export interface VendorsView {
  readonly db: Database;
  readonly secrets: Pick<VendorSecrets, "isReadable">;
  readonly findAdapter: (vendor: string) => VendorAdapter | undefined;
  readonly config: Pick<Env, "butlr" | "disruptive" | "zoom">;
  /** Where this installation is reached: "https://occupancy.example.com". */
  readonly origin: string;
}

/** Every vendor, connected or not: what to give them, which secrets are set, and how it goes. */
export async function listVendors(view: VendorsView): Promise<VendorList> {
  const items = await readSummaries(VENDORS, view);
  return { now: new Date().toISOString(), items: items.map(({ summary }) => summary) };
}

/** One vendor, with what its last event became. */
export async function readVendor(vendor: VendorId, view: VendorsView): Promise<VendorDetail> {
  const [found] = await readSummaries([vendor], view);
  if (!found) throw new Error("One vendor in, one out");
  const adapter = view.findAdapter(vendor);
  const sample = found.lastEvent && adapter ? describeSample(found.lastEvent, adapter) : null;
  return { ...found.summary, now: new Date().toISOString(), sample };
}

async function readSummaries(vendors: readonly VendorId[], { db, secrets, config, origin }: VendorsView) {
  const [stored, refusals, lastEvents] = await Promise.all([
    listVendorSecrets(db),
    listRefusals(db),
    Promise.all(vendors.map((vendor) => readLastEvent(db, vendor))),
  ]);
  return vendors.map((vendor, i) => {
    const lastEvent = lastEvents[i] ?? null;
    const summary: VendorSummary = {
      vendor,
      webhookUrl: `${origin}/api/webhooks/${vendor}`,
      ...proofOf(vendor, config),
      secrets: stored
        .filter((secret) => secret.vendor === vendor)
        .map((secret) => ({
          slot: secret.slot,
          setAt: secret.setAt.toISOString(),
          setBy: secret.setBy,
          isReadable: secrets.isReadable(secret),
        })),
      lastEvent: lastEvent && eventOf(lastEvent),
      refusals: refusals.filter((refusal) => refusal.vendor === vendor).map(({ vendor: _, ...refusal }) => refusal),
    };
    return { summary, lastEvent };
  });
}

const eventOf = ({ eventType, outcome, receivedAt, observedAt }: LastEvent) => ({
  eventType,
  outcome,
  receivedAt,
  observedAt,
});

type Proof = Pick<VendorSummary, "environment" | "header" | "hasBasicAuth">;

/** How each vendor proves itself, and what the environment says about it. */
function proofOf(vendor: VendorId, { butlr, disruptive, zoom }: VendorsView["config"]): Proof {
  const environment = (variable: string, secrets: readonly string[]) => ({ variable, count: secrets.length });
  switch (vendor) {
    case "butlr":
      return {
        environment: environment("BUTLR_WEBHOOK_KEY", butlr.keys),
        header: butlr.header,
        hasBasicAuth: butlr.basicAuth !== null,
      };
    case "disruptive":
      return {
        environment: environment("DT_SIGNATURE_SECRET", disruptive.secrets),
        header: "X-Dt-Signature",
        hasBasicAuth: false,
      };
    case "zoom":
      return {
        environment: environment("ZOOM_WEBHOOK_SECRET_TOKEN", zoom.secrets),
        header: "x-zm-signature",
        hasBasicAuth: false,
      };
  }
}
