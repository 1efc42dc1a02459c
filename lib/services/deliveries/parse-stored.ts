import "server-only";
import type { StoredDelivery } from "@/lib/db/delivery-repository";
import { parseJson } from "@/lib/ingest/parse-json";
import type { Parsed, VendorAdapter } from "@/lib/vendors/adapter";

/** What a vendor's adapter of today reads in a delivery of the log, by the clock of its arrival; null when there is no such adapter. */
export function parseStored(
  delivery: Pick<StoredDelivery, "vendor" | "body" | "receivedAtUs">,
  findAdapter: (vendor: string) => VendorAdapter | undefined,
): Parsed | null {
  const adapter = findAdapter(delivery.vendor);
  const json = parseJson(Buffer.from(delivery.body));
  if (!adapter || json.kind !== "value") return null;
  return adapter.parse(json.value, Math.floor(delivery.receivedAtUs / 1000));
}
