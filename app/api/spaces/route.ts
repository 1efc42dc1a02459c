import { SpaceQuery } from "@/lib/core/space";
import { listSpaces } from "@/lib/db/space-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** The tree as a list, in pages; `kind` and `parentId` narrow it. */
export const GET = handle("space:read", ANYWHERE, async ({ request, actor }) =>
  json(await listSpaces(parseOrThrow(SpaceQuery, query(request)), actor.sites)),
);
