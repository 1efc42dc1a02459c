import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { ingestDeps } from "@/lib/runtime/services";
import { readDeliveryDetail } from "@/lib/services/deliveries/read-delivery-detail";

/** One delivery with its redacted body, and what became of it. */
export const GET = handle<{ deliveryId: string }>("delivery:read", ANYWHERE, async ({ params }) =>
  json(await readDeliveryDetail(params.deliveryId, ingestDeps().findAdapter)),
);
