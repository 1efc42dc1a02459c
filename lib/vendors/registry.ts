import type { VendorId } from "@/lib/core/observation";
import type { VendorAdapter } from "./adapter";
import { type ButlrConfig, butlr } from "./butlr";
import { type DisruptiveConfig, disruptive } from "./disruptive";
import { type ZoomConfig, zoom } from "./zoom";

export interface VendorConfig {
  readonly butlr: ButlrConfig;
  readonly disruptive: DisruptiveConfig;
  readonly zoom: ZoomConfig;
}

/** The one list of vendors. */
export function createAdapters(config: VendorConfig): (vendor: string) => VendorAdapter | undefined {
  const adapters: Record<VendorId, VendorAdapter> = {
    butlr: butlr(config.butlr),
    disruptive: disruptive(config.disruptive),
    zoom: zoom(config.zoom),
  };
  const byId = new Map<string, VendorAdapter>(Object.entries(adapters));
  return (vendor) => byId.get(vendor);
}
