import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { sendReportNow } from "@/lib/services/reports/send-report";

/** Sends the newest period to who asks and answers what the mail server said. */
export const POST = handle<{ reportId: string }>("report:write", ANYWHERE, async ({ params, actor }) =>
  json(await sendReportNow(params.reportId, actor)),
);
