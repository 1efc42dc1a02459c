import { EscalationChange } from "@/lib/core/notifications/escalation";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { inSite } from "@/lib/http/where";
import { putEscalation, resetEscalation } from "@/lib/services/notifications/change-escalation";

/** Gives a site steps of its own. */
export const PUT = handle<{ siteId: string }>("rule:write", inSite, async ({ request, params, actor }) =>
  json(await putEscalation(params.siteId, parseOrThrow(EscalationChange, await jsonBody(request)), actor)),
);

/** The general steps count there again. */
export const DELETE = handle<{ siteId: string }>("rule:write", inSite, async ({ params, actor }) =>
  json(await resetEscalation(params.siteId, actor)),
);
