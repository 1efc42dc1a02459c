import { AuditPage, AuditQuery } from "@/lib/core/audit";
import type { OperationGroup } from "./operation";

export const auditOperations: OperationGroup = {
  name: "Audit",
  about: "Who did what, from where, before and after.",
  operations: [
    {
      call: "get /api/audit",
      summary: "The audit log of the caller's sites, the newest first",
      needs: "audit:read",
      query: AuditQuery,
      answer: AuditPage,
      csv: true,
    },
  ],
};
