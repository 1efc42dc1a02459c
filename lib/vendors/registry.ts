import type { VendorId } from "@/lib/core/observation";
import type { VendorAdapter } from "./adapter";
import { type ButlrConfig, butlr } from "./butlr";

export interface VendorConfig {
  readonly butlr: ButlrConfig;
}

/** The one list of vendors. */
export function createAdapters(config: VendorConfig): (vendor: string) => VendorAdapter | undefined {
  const adapters = new Map<string, VendorAdapter>([["butlr" satisfies VendorId, butlr(config.butlr)]]);
  return (vendor) => adapters.get(vendor);
}
