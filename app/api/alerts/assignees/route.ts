import { listAssignees } from "@/lib/db/assignee-repository";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** Who alerts can be given to: people who may work on them, of the sites of who asks. */
export const GET = handle("alert:write", ANYWHERE, async ({ actor }) => json(await listAssignees(actor.sites)));
