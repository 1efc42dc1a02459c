import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { feeds } from "@/lib/runtime/feeds";

/** How each vendor's feed does: last event, rate, lag, what was refused, and whether it is silent. */
export const GET = handle("feed:read", ANYWHERE, async () => json(await feeds()));
