import "server-only";
import type { PeopleList } from "@/lib/core/person";
import type { Database } from "@/lib/db/database";
import { readPeople, readSiteNames } from "@/lib/db/people-repository";

/** Everybody, and the sites they can be limited to. */
export async function listPeople(db: Database): Promise<PeopleList> {
  const [items, sites] = await Promise.all([readPeople(db), readSiteNames(db)]);
  return { items, sites, now: new Date().toISOString() };
}
