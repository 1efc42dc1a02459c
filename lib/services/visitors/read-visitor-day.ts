import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { shown } from "@/lib/core/space-row";
import { type KeyedVisit, tellVisitorDay, type VisitorDay } from "@/lib/core/visitor-day";
import type { Visit } from "@/lib/core/visits";
import { writeLook } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { readSiteDay, readVisits } from "@/lib/db/visitor-repository";
import type { PersonalWords } from "@/lib/secrets/privacy";

interface Deps {
  readonly db?: Database;
  /** ms */
  readonly now?: number;
}

/** The visitors of a day (yyyy-mm-dd; today without) of a site: when and how many, never who. Throws `not-found`. */
export async function readVisitorDay(
  siteId: string,
  date: string | undefined,
  { db = database(), now = Date.now() }: Deps = {},
): Promise<VisitorDay> {
  const day = await readSiteDay(siteId, date ?? null, now, db);
  const visits = await readVisits(day, false, db);
  return tellVisitorDay(visits.map(keyed), { ...day, now });
}

interface NamedDeps extends Deps {
  readonly actor: Actor;
  readonly open: PersonalWords;
}

/** The same with names, where they are kept. That somebody looked is noted. */
export async function readNamedVisitorDay(
  siteId: string,
  date: string | undefined,
  { actor, open, db = database(), now = Date.now() }: NamedDeps,
): Promise<VisitorDay> {
  const day = await readSiteDay(siteId, date ?? null, now, db);
  const about = { objectType: "site", objectId: String(day.siteId), siteId: day.siteId };
  await writeLook(db.read, { actor, action: "visitor.view", ...about, after: { date: day.date } });
  const visits = await readVisits(day, true, db);
  const named = (sealed: string | null) => {
    const name = sealed === null ? null : open(sealed);
    return name === null ? null : shown(name);
  };
  const told = visits.map((visit) => ({
    ...keyed(visit),
    visitorName: named(visit.visitorName),
    hostName: named(visit.hostName),
  }));
  return tellVisitorDay(told, { ...day, now });
}

/** Nothing of who it is can be read from a key, and no two visits of one person share one. */
function keyed(visit: Visit): KeyedVisit {
  const { visitor, hostId, invitationId, saidAt } = visit;
  const identity = JSON.stringify([visitor, hostId, invitationId, saidAt]);
  return { ...visit, key: createHash("sha256").update(identity).digest("base64url").slice(0, 16) };
}
