import { ImportUndo } from "@/lib/core/imports/import-report";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { undoImport } from "@/lib/services/imports/undo-import";

/** Archives what an import made, all at once: the `roots` of its result. What it changed stays changed. */
export const POST = handle("space:write", ANYWHERE, async ({ request, actor }) => {
  const { roots } = parseOrThrow(ImportUndo, await jsonBody(request, 4));
  const { archived, floorIds } = await undoImport(roots, actor);
  committedHere(floorIds);
  return json({ archived });
});
