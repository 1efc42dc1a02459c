import "server-only";
import { env } from "@/lib/config/env";
import { database } from "@/lib/db/client";
import { publicOrigin } from "@/lib/http/public-origin";
import type { VendorsView } from "@/lib/services/vendors/read-vendors";
import { ingestDeps } from "./services";
import { vendorSecrets } from "./vendor-secrets";

/** What the vendors' pages and routes are made from, for the one who sent these headers. */
export function vendorsView(headers: Headers): VendorsView & { secrets: ReturnType<typeof vendorSecrets> } {
  const config = env();
  return {
    db: database(),
    secrets: vendorSecrets(),
    findAdapter: ingestDeps().findAdapter,
    config,
    origin: publicOrigin(headers, config.publicUrl),
  };
}
