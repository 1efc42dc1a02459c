import { TouchQuery } from "@/lib/core/source";
import { readTouches } from "@/lib/db/touch-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { sourceReach } from "@/lib/services/sources/source-reach";

/** Which devices somebody has touched since: asked once a second by whoever listens. */
export const GET = handle("source:assign", ANYWHERE, async ({ request, actor }) => {
  const { after } = parseOrThrow(TouchQuery, query(request));
  return json(await readTouches(after ?? null, sourceReach(actor)));
});
