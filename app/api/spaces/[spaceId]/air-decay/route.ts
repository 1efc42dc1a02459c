import { handle, json } from "@/lib/http/handle";
import { inSpace } from "@/lib/http/where";
import { readAirDecay } from "@/lib/services/air/read-air-decay";

/** How long the air of a space took to clear once nobody was in. */
export const GET = handle<{ spaceId: string }>("space:read", inSpace, async ({ params }) =>
  json(await readAirDecay(params.spaceId)),
);
