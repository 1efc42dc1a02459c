import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { listAssignees } from "@/lib/services/alerts/read-alerts";

/** Whom alerts of the caller's sites can be given to. */
export const GET = handle("alert:write", ANYWHERE, async ({ actor }) => json({ items: await listAssignees(actor) }));
