import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { prisma } from "@/lib/db/client";
import { REQUEST_PATH_HEADER } from "@/lib/http/security-headers";
import type { Actor } from "./actor";
import { hasUsers } from "./create-first-admin";
import { nextPath } from "./next-path";
import { actorFromHeaders } from "./session";

/** For page loaders: the person looking, or off to the wizard or the sign-in page. */
export async function requireUser(): Promise<Actor> {
  const sent = await headers();
  const actor = await actorFromHeaders(sent);
  // Pages are for people: what a token may read is in the API.
  if (actor?.scopes === null) return actor;
  if (!(await hasUsers(prisma()))) redirect("/setup");
  const back = nextPath(sent.get(REQUEST_PATH_HEADER));
  redirect(back === "/" ? "/login" : `/login?next=${encodeURIComponent(back)}`);
}
