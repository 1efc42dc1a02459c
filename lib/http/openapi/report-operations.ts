import { ChannelTest } from "@/lib/core/notifications/channel";
import { Report, ReportChange, ReportDraft, ReportList } from "@/lib/core/reports/report";
import type { OperationGroup } from "./operation";

export const reportOperations: OperationGroup = {
  name: "Reports",
  about:
    "Figures of a place, mailed every week or on the first of each month at 07:00 by the clock of its site. " +
    "A period is mailed once to each recipient, and says what its owner may see.",
  operations: [
    {
      call: "get /api/reports",
      summary: "One's own reports; who looks after notifications sees those about their sites, too",
      needs: "report:write",
      answer: ReportList,
    },
    {
      call: "post /api/reports",
      summary: "Makes a report of a site, building or floor; only admins name other addresses",
      needs: "report:write",
      body: ReportDraft,
      answer: Report,
      problems: ["conflict"],
    },
    {
      call: "patch /api/reports/{reportId}",
      summary: "Changes, pauses or resumes a report, or takes back that it was removed",
      needs: "report:write",
      body: ReportChange,
      answer: Report,
      problems: ["conflict"],
    },
    {
      call: "delete /api/reports/{reportId}",
      summary: "Removes a report; it can be taken back for 30 days",
      needs: "report:write",
      answer: Report,
    },
    {
      call: "post /api/reports/{reportId}/send",
      summary: "Mails the newest period to who asks and answers what the mail server said",
      needs: "report:write",
      answer: ChannelTest,
      problems: ["conflict"],
    },
  ],
};
