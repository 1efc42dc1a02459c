import { handle, json } from "@/lib/http/handle";
import { download, fileBody } from "@/lib/http/read-file";
import { ANYWHERE } from "@/lib/http/where";
import { importTemplate } from "@/lib/services/imports/export-spaces";
import { previewImport } from "@/lib/services/imports/import-spaces";

/** The columns of an import, with rows that show how they are filled in. */
export const GET = handle("space:write", ANYWHERE, async () =>
  download(importTemplate(), { name: "spaces-template.csv", type: "text/csv; charset=utf-8" }),
);

/** What importing the CSV or .xlsx file in the body would do, row by row. Changes nothing. */
export const POST = handle("space:write", ANYWHERE, async ({ request, actor }) =>
  json(await previewImport(await fileBody(request, 10), actor)),
);
