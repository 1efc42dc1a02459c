import type { VendorId } from "@/lib/core/observation";
import type { Privacy, VendorAdapter } from "./adapter";
import { type ButlrConfig, butlr } from "./butlr";
import { disruptive } from "./disruptive";
import { type ZoomConfig, zoom } from "./zoom";

export interface VendorConfig {
  /** Every secret of a vendor that is good now. */
  readonly secretsOf: (vendor: VendorId) => readonly string[];
  readonly privacy: Privacy;
  readonly butlr: Omit<ButlrConfig, "secrets">;
  readonly zoom: Omit<ZoomConfig, "secrets" | "privacy">;
}

export type FindAdapter = (vendor: string) => VendorAdapter | undefined;

/** The one list of vendors. */
export function createAdapters(config: VendorConfig): FindAdapter {
  const secrets = (vendor: VendorId) => () => config.secretsOf(vendor);
  const adapters: Record<VendorId, VendorAdapter> = {
    butlr: butlr({ ...config.butlr, secrets: secrets("butlr") }),
    disruptive: disruptive({ secrets: secrets("disruptive") }),
    zoom: zoom({ ...config.zoom, secrets: secrets("zoom"), privacy: config.privacy }),
  };
  const byId = new Map<string, VendorAdapter>(Object.entries(adapters));
  return (vendor) => byId.get(vendor);
}
