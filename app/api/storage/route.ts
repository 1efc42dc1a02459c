import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { readStorage } from "@/lib/services/storage/read-storage";

/** What lies in the database, how old it is, and what goes next. */
export const GET = handle("settings:read", ANYWHERE, async () => json(await readStorage()));
