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
  if (method === "POST" && headers["content-type"] === "application/json" && !headers["content-encoding"]) return null;
  if (method !== "POST") return { kind: "refused", reason: "method" };
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^application\/([a-z0-9.-]+\+)?json$/.test(type)) return { kind: "refused", reason: "not-json" };
  const encoding = headers["content-encoding"] ?? "identity";
  return encoding.toLowerCase() === "identity" ? null : { kind: "refused", reason: "not-json" };
}

/** What has come so far; too much is dropped as it comes, never buffered. */
class BodyReader {
  private kept: Uint8Array[] = [];
  private size = 0;

  /** False when the sender pours on without end and the line should be cut. */
  take(chunk: Uint8Array): boolean {
    this.size += chunk.byteLength;
    if (this.size <= MAX_DELIVERY_BYTES) this.kept.push(chunk);
    else this.kept = [];
    return this.size <= MAX_DRAIN_BYTES;
  }

  end(headers: Head["headers"]): ReadDelivery {
    if (this.size > MAX_DELIVERY_BYTES) return { kind: "refused", reason: "too-large" };
    const [first] = this.kept;
    const body = this.kept.length === 1 && first ? first : Buffer.concat(this.kept);
    return { kind: "delivery", delivery: { headers, body } };
  }
}

/** The documented door: a Request of the route handler. */
export async function readDelivery(request: Request): Promise<ReadDelivery> {
  const head = { method: request.method, headers: Object.fromEntries(request.headers) };
  const refused = refusal(head);
  if (refused) return refused;
  const reader = new BodyReader();
  for await (const chunk of request.body ?? []) if (!reader.take(chunk)) break;
  return reader.end(head.headers);
}

/**
 * The fast door: Node's own request, by its events (an async iterator costs a third of the door, a promise a twentieth).
 * Calls `done` once; `failed` when the line breaks.
 */
export function readNodeDelivery(
  request: IncomingMessage,
  failed: (error: unknown) => void,
  done: (read: ReadDelivery) => void,
): void {
  const headers = nodeHeaders(request);
  const refused = refusal({ method: request.method ?? "", headers });
  if (refused) {
    done(refused);
    return;
  }
  const reader = new BodyReader();
  let isDone = false;
  const finish = () => {
    if (isDone) return;
    isDone = true;
    done(reader.end(headers));
  };
  request.on("data", (chunk: Uint8Array) => {
    if (!reader.take(chunk)) finish();
  });
  request.on("end", finish);
  request.on("error", (error) => {
    if (!isDone) failed(error);
    isDone = true;
  });
}

/** Only Set-Cookie comes as a list, and no vendor sends one. */
function nodeHeaders(request: IncomingMessage): Head["headers"] {
  return request.headers as Record<string, string | undefined>;
}
