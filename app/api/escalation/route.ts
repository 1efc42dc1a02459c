import { EscalationChange } from "@/lib/core/notifications/escalation";
import { handle, json, jsonBody, parseOrThrow } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { putEscalation, readEscalation, resetEscalation } from "@/lib/services/notifications/change-escalation";

/** Whom alerts tell in the caller's sites. */
export const GET = handle("rule:write", ANYWHERE, async ({ actor }) => json(await readEscalation(actor)));

/** Sets the steps of sites without their own. */
export const PUT = handle("settings:write", ANYWHERE, async ({ request, actor }) =>
  json(await putEscalation(null, parseOrThrow(EscalationChange, await jsonBody(request)), actor)),
);

/** Goes back to the usual steps. */
export const DELETE = handle("settings:write", ANYWHERE, async ({ actor }) => json(await resetEscalation(null, actor)));
