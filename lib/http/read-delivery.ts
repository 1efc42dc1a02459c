import type { IncomingMessage } from "node:http";
import type { RawDelivery } from "@/lib/vendors/adapter";

/** No vendor's event comes near this. */
const MAX_DELIVERY_BYTES = 1 << 20;
/** What a sender of too much may still pour before the line is cut; thrown away as it comes. */
const MAX_DRAIN_BYTES = 16 << 20;

export type ReadDelivery =
  | { readonly kind: "delivery"; readonly delivery: RawDelivery }
  | { readonly kind: "refused"; readonly reason: "method" | "not-json" | "too-large" };

interface Head {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What can be refused before a byte of the body is read. */
function refusal({ method, headers }: Head): ReadDelivery | null {
  if (method !== "POST") return { kind: "refused", reason: "method" };
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(type)) return { kind: "refused", reason: "not-json" };
  const encoding = headers["content-encoding"] ?? "identity";
  return encoding.toLowerCase() === "identity" ? null : { kind: "refused", reason: "not-json" };
}

async function read(head: Head, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<ReadDelivery> {
  const refused = refusal(head);
  if (refused) return refused;
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size <= MAX_DELIVERY_BYTES) kept.push(chunk);
    else kept.length = 0;
    if (size > MAX_DRAIN_BYTES) break;
  }
  if (size > MAX_DELIVERY_BYTES) return { kind: "refused", reason: "too-large" };
  const body = kept.length === 1 && kept[0] ? kept[0] : Buffer.concat(kept);
  return { kind: "delivery", delivery: { headers: head.headers, body } };
}

/** The documented door: a Request of the route handler. */
export function readDelivery(request: Request): Promise<ReadDelivery> {
  return read({ method: request.method, headers: Object.fromEntries(request.headers) }, request.body ?? []);
}

/** The fast door: Node's own request. */
export function readNodeDelivery(request: IncomingMessage): Promise<ReadDelivery> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return read({ method: request.method ?? "", headers }, request);
}
