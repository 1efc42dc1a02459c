import { ReportDraft } from "@/lib/core/reports/report";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { addReport } from "@/lib/services/reports/change-reports";
import { readReports } from "@/lib/services/reports/read-reports";

/** Figures that are mailed every week or month. */
export const GET = handle("report:write", ANYWHERE, async ({ actor }) => json(await readReports(actor)));

/** Makes a report of a place. */
export const POST = handle("report:write", ANYWHERE, async ({ request, actor }) =>
  json(await addReport(parseOrThrow(ReportDraft, await jsonBody(request)), actor)),
);
