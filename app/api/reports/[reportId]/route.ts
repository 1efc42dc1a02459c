import { ReportChange } from "@/lib/core/reports/report";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { changeReport, removeReport } from "@/lib/services/reports/change-reports";

export const PATCH = handle<{ reportId: string }>("report:write", ANYWHERE, async ({ request, params, actor }) =>
  json(await changeReport(params.reportId, parseOrThrow(ReportChange, await jsonBody(request)), actor)),
);

export const DELETE = handle<{ reportId: string }>("report:write", ANYWHERE, async ({ params, actor }) =>
  json(await removeReport(params.reportId, actor)),
);
