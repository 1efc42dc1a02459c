import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { prisma } from "@/lib/db/client";
import { REQUEST_PATH_HEADER } from "@/lib/http/security-headers";
import type { Actor } from "./actor";
import { hasUsers } from "./create-first-admin";
import { nextPath } from "./next-path";
import { actorFromHeaders } from "./session";

/** For page loaders: the person looking, or off to where they set up what is asked of them, the wizard or the sign-in. */
export async function requireUser(): Promise<Actor> {
  const person = await requirePerson();
  if (person.lacksSecondFactor) redirect(withNext("/second-factor", await pathAsked()));
  return person;
}

/** Who looks at a page, asked once for all of its parts; null for nobody. What a token may read is in the API. */
export const personLooking = cache(async (): Promise<Actor | null> => {
  const actor = await actorFromHeaders(await headers());
  return actor?.scopes === null ? actor : null;
});

/** The same, for the one page of people who have to set up a second factor first. */
export async function requirePerson(): Promise<Actor> {
  const person = await personLooking();
  if (person) return person;
  if (!(await hasUsers(prisma()))) redirect("/setup");
  redirect(withNext("/login", await pathAsked()));
}

const pathAsked = async (): Promise<string> => nextPath((await headers()).get(REQUEST_PATH_HEADER));

const withNext = (path: string, next: string): string =>
  next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`;
