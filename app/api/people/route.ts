import { database } from "@/lib/db/client";
import { handle, json } from "@/lib/http/handle";
import { ANYWHERE } from "@/lib/http/where";
import { listPeople } from "@/lib/services/people/list-people";

/** Everybody who has an account. */
export const GET = handle("user:read", ANYWHERE, async ({ actor }) => json(await listPeople(actor, database())));
