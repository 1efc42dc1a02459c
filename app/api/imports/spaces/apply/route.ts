import { ImportApply } from "@/lib/core/imports/import-report";
import { handle, json, parseOrThrow, query } from "@/lib/http/handle";
import { fileBody } from "@/lib/http/read-file";
import { ANYWHERE } from "@/lib/http/where";
import { committedHere } from "@/lib/runtime/services";
import { applyImport } from "@/lib/services/imports/import-spaces";

/** Does what the preview with `?fingerprint=` said, all at once; 409 when the same file would do anything else by now. */
export const POST = handle("space:write", ANYWHERE, async ({ request, actor }) => {
  const { fingerprint } = parseOrThrow(ImportApply, query(request));
  const { result, floorIds } = await applyImport(await fileBody(request, 10), fingerprint, actor);
  committedHere(floorIds);
  return json(result);
});
