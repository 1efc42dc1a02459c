import { readDelivery } from "@/lib/http/read-delivery";
import { webhookAnswer } from "@/lib/http/webhook-answer";
import { receiveDelivery } from "@/lib/ingest/receive-delivery";
import { ingestDeps } from "@/lib/runtime/services";

/** The documented door for vendors. Our own server takes the same requests earlier, by lib/http/fast-door.ts. */
async function receive(request: Request, { params }: { params: Promise<{ vendor: string }> }) {
  const { vendor } = await params;
  const read = await readDelivery(request);
  const outcome = read.kind === "refused" ? read : await receiveDelivery(vendor, read.delivery, ingestDeps());
  const { status, headers, body } = webhookAnswer(outcome);
  return new Response(request.method === "HEAD" ? null : body, { status, headers });
}

export {
  receive as DELETE,
  receive as GET,
  receive as HEAD,
  receive as OPTIONS,
  receive as PATCH,
  receive as POST,
  receive as PUT,
};
