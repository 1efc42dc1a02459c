import { RulePreviewRequest } from "@/lib/core/alert-rule";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { previewRule } from "@/lib/services/alert-rules/preview-rule";

/** When a rule would have fired in the last days. Nothing is kept. */
export const POST = handle("rule:write", ANYWHERE, async ({ request, actor }) =>
  json(await previewRule(parseOrThrow(RulePreviewRequest, await jsonBody(request)), actor)),
);
