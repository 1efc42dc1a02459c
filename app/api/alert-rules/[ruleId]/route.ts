import { RuleChange } from "@/lib/core/alert-rule";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { changeRule, removeRule } from "@/lib/services/alert-rules/change-rules";

/** Changes a rule; the body names the version it was read at. */
export const PATCH = handle<{ ruleId: string }>("rule:write", ANYWHERE, async ({ request, params, actor }) =>
  json(await changeRule(params.ruleId, parseOrThrow(RuleChange, await jsonBody(request)), actor)),
);

/** Takes a rule away that people made. */
export const DELETE = handle<{ ruleId: string }>("rule:write", ANYWHERE, async ({ params, actor }) => {
  await removeRule(params.ruleId, actor);
  return new Response(null, { status: 204 });
});
