import { listFloors } from "@/lib/db/floor-repository";
import { handle, json } from "@/lib/http/handle";

/** Every floor with its building, site and people now. */
export const GET = handle("floor:read", async () => json({ items: await listFloors() }));
