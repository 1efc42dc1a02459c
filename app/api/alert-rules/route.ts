import { RuleDraft } from "@/lib/core/alert-rule";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { createRule, listRules } from "@/lib/services/alert-rules/change-rules";

/** The rules that count in the caller's sites. */
export const GET = handle("alert:read", ANYWHERE, async ({ actor }) => json(await listRules(actor)));

/** Makes a rule that watches a number. */
export const POST = handle("rule:write", ANYWHERE, async ({ request, actor }) =>
  json(await createRule(parseOrThrow(RuleDraft, await jsonBody(request)), actor)),
);
