import { ReplayRequest } from "@/lib/core/delivery";
import { handle, json, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { replayDeps } from "@/lib/runtime/services";
import { replayDeliveries } from "@/lib/services/deliveries/replay-deliveries";

/** Judges one delivery anew, with what its vendor's adapter can read today. */
export const POST = handle<{ deliveryId: string }>("delivery:replay", ANYWHERE, async ({ params, actor }) => {
  const request = parseOrThrow(ReplayRequest, { ids: [params.deliveryId] });
  return json(await replayDeliveries(request, actor, replayDeps()));
});
