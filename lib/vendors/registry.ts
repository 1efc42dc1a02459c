import type { VendorId } from "@/lib/core/observation";
import type { Privacy, VendorAdapter } from "./adapter";
import { type ButlrConfig, butlr } from "./butlr";

export interface VendorConfig {
  /** Every secret of a vendor that is good now. */
  readonly secretsOf: (vendor: VendorId) => readonly string[];
  readonly privacy: Privacy;
  readonly butlr: Omit<ButlrConfig, "secrets">;
}

/** The one list of vendors. */
export function createAdapters(config: VendorConfig): (vendor: string) => VendorAdapter | undefined {
  const secrets = (vendor: VendorId) => () => config.secretsOf(vendor);
  const adapters = new Map<string, VendorAdapter>([
    ["butlr" satisfies VendorId, butlr({ ...config.butlr, secrets: secrets("butlr") })],
  ]);
  return (vendor) => adapters.get(vendor);
}
