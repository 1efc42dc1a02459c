import { handle, json } from "@/lib/http/handle";
import { fileBody } from "@/lib/http/read-file";
import { ANYWHERE } from "@/lib/http/where";
import { readPlanFile } from "@/lib/services/imports/read-plan-file";

/** What the IMDF archive or GeoJSON file in the body holds, drawn as plans. Changes nothing. */
export const POST = handle("plan:write", ANYWHERE, async ({ request }) =>
  json(await readPlanFile(await fileBody(request, 20))),
);
