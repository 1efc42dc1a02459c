import { listFloors } from "@/lib/db/floor-repository";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";

/** Every floor with its building, site and people now. */
export const GET = handle("floor:read", ANYWHERE, async ({ actor }) => json({ items: await listFloors(actor.sites) }));
