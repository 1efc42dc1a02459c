import { z } from "zod";
import { AlertPage } from "@/lib/core/alert";
import { AlertDetail, Handover } from "@/lib/core/alert-detail";
import {
  AlertQuery,
  AlertsChanged,
  AssignRequest,
  BulkRequest,
  CommentRequest,
  HandoverQuery,
  ResolveRequest,
  SnoozeRequest,
} from "@/lib/core/alert-requests";
import { AlertRule, AlertRules, RuleChange, RuleDraft, RulePreview, RulePreviewRequest } from "@/lib/core/alert-rule";
import type { Operation, OperationGroup } from "./operation";

const action = (verb: string, summary: string, body?: z.ZodType): Operation => ({
  call: `post /api/alerts/{alertId}/${verb}`,
  summary,
  needs: "alert:write",
  ...(body && { body }),
  answer: AlertsChanged,
  problems: ["conflict"],
});

export const alertOperations: OperationGroup = {
  name: "Alerts",
  about:
    "What is wrong now, who has it, and what was done about it. What is done to an incident is done to what belongs to it.",
  operations: [
    {
      call: "get /api/alerts",
      summary: "Alerts, those with the most impact first, with counts by facet",
      needs: "alert:read",
      query: AlertQuery,
      answer: AlertPage,
      csv: true,
    },
    {
      call: "get /api/alerts/{alertId}",
      summary: "One alert with its timeline",
      needs: "alert:read",
      answer: AlertDetail,
    },
    action("acknowledge", "Acknowledge: somebody has it"),
    action("unacknowledge", "Take an acknowledgement back"),
    action("snooze", "Be quiet for a while", SnoozeRequest),
    action("unsnooze", "Take a snooze back"),
    action("assign", "Give it to somebody", AssignRequest),
    action("comment", "Comment", CommentRequest),
    action("resolve", "Resolve by hand", ResolveRequest),
    action("reopen", "Take a resolution by hand back"),
    {
      call: "post /api/alerts/bulk",
      summary: "One action on many alerts",
      needs: "alert:write",
      body: BulkRequest,
      answer: AlertsChanged,
    },
    {
      call: "get /api/alerts/assignees",
      summary: "Whom alerts can be given to",
      needs: "alert:write",
      answer: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
    },
    {
      call: "get /api/alerts/since",
      summary: "What happened since a moment, for whoever takes over",
      needs: "alert:read",
      query: HandoverQuery,
      answer: Handover,
    },
  ],
};

export const alertRuleOperations: OperationGroup = {
  name: "Alert rules",
  about: "When an alert is opened. Rules with a template came with the product: they can be changed and switched off.",
  operations: [
    {
      call: "get /api/alert-rules",
      summary: "The rules of the caller's sites",
      needs: "alert:read",
      answer: AlertRules,
    },
    {
      call: "post /api/alert-rules",
      summary: "Make a rule that watches a number",
      needs: "rule:write",
      body: RuleDraft,
      answer: AlertRule,
    },
    {
      call: "patch /api/alert-rules/{ruleId}",
      summary: "Change a rule",
      needs: "rule:write",
      body: RuleChange,
      answer: AlertRule,
      problems: ["conflict"],
    },
    {
      call: "delete /api/alert-rules/{ruleId}",
      summary: "Take a rule away",
      needs: "rule:write",
      answer: null,
      problems: ["conflict"],
    },
    {
      call: "post /api/alert-rules/preview",
      summary: "When a rule would have fired",
      needs: "rule:write",
      body: RulePreviewRequest,
      answer: RulePreview,
    },
  ],
};
