import { readStart } from "@/lib/db/start-repository";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { simulatorState } from "@/lib/runtime/simulator-process";

/** How far the first set-up has come. */
export const GET = handle("site:create", ANYWHERE, async () =>
  json({ ...(await readStart()), simulator: simulatorState() }),
);
