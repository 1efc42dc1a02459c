import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { startState } from "@/lib/runtime/start-state";

/** How far the first set-up has come. */
export const GET = handle("site:create", ANYWHERE, async () => json(await startState()));
