import { handle, json } from "@/lib/http/handle";
import { feeds } from "@/lib/runtime/feeds";

/** How each vendor's feed does: last event, rate, lag, what was refused, and whether it is silent. */
export const GET = handle("feed:read", async () => json(await feeds()));
