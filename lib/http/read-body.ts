import "server-only";

/** What a sender of too much may still pour, thrown away as it comes: a line left half read hangs the next request on it. */
const MAX_DRAIN_BYTES = 64 << 20;

/** The whole body, or null when it is longer than allowed; no more than that is ever kept. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > maxBytes + MAX_DRAIN_BYTES) break;
  }
  if (size > maxBytes) return null;
  return new Uint8Array(Buffer.concat(chunks));
}
