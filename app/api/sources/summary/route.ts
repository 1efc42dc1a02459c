import { summariseSources } from "@/lib/db/source-repository";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { sourceReach } from "@/lib/services/sources/source-reach";

/** How many sources stand somewhere, wait, and are ignored. */
export const GET = handle("source:read", ANYWHERE, async ({ actor }) =>
  json(await summariseSources(sourceReach(actor))),
);
