import type { VendorId } from "@/lib/core/observation";

const WORDS: Record<VendorId, { readonly name: string; readonly short: string }> = {
  butlr: { name: "Butlr", short: "Butlr" },
  disruptive: { name: "Disruptive Technologies", short: "DT" },
  zoom: { name: "Zoom", short: "Zoom" },
};

const wordsOf = (vendor: string) => (Object.hasOwn(WORDS, vendor) ? WORDS[vendor as VendorId] : null);

/** A vendor's name as it writes it. */
export const vendorName = (vendor: string): string => wordsOf(vendor)?.name ?? vendor;

/** The same where there is room for one word. */
export const vendorShort = (vendor: string): string => wordsOf(vendor)?.short ?? vendor;
