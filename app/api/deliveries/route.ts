import { DeliveryQuery } from "@/lib/core/delivery";
import { listDeliveries } from "@/lib/db/delivery-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** The delivery log, newest first, in pages; bodies are in each delivery's own answer. */
export const GET = handle("delivery:read", ANYWHERE, async ({ request }) =>
  json(await listDeliveries(parseOrThrow(DeliveryQuery, query(request)))),
);
