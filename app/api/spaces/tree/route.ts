import { TreeQuery } from "@/lib/core/space-tree";
import { readTree } from "@/lib/db/space-tree-repository";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** The tree as admins work on it, in pages ordered by id. */
export const GET = handle("space:write", ANYWHERE, async ({ request, actor }) =>
  json(await readTree(parseOrThrow(TreeQuery, query(request)), actor.sites)),
);
