import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { listPlans } from "@/lib/services/plans/list-plans";

/** Every floor with the state of its plan. */
export const GET = handle("plan:write", ANYWHERE, async ({ actor }) => json({ items: await listPlans(actor.sites) }));
