import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { PeopleList } from "@/lib/core/person";
import { writeLook } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { readPeople, readSiteNames } from "@/lib/db/people-repository";

/** Everybody, and the sites they can be limited to. That somebody looked is noted. */
export async function listPeople(actor: Actor, db: Database): Promise<PeopleList> {
  await writeLook(db.read, { actor, action: "user.view", objectType: "user", objectId: "everybody" });
  const [items, sites] = await Promise.all([readPeople(db), readSiteNames(db)]);
  return { items, sites, now: new Date().toISOString() };
}
