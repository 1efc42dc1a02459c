import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { lookAtAlerts } from "@/lib/services/alerts/look-at-alerts";

/** Says that one looks at the alerts; answers since when they are new to who asks. */
export const POST = handle("account:write", ANYWHERE, async ({ actor }) => json(await lookAtAlerts(actor, Date.now())));
