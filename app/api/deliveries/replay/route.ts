import { ReplayRequest } from "@/lib/core/delivery";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { replayDeps } from "@/lib/runtime/services";
import { replayDeliveries } from "@/lib/services/deliveries/replay-deliveries";

/** Judges deliveries anew: those that are named, or the oldest 1,000 that match. */
export const POST = handle("delivery:replay", ANYWHERE, async ({ request, actor }) =>
  json(await replayDeliveries(parseOrThrow(ReplayRequest, await jsonBody(request)), actor, replayDeps())),
);
