import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { readAlertReach } from "@/lib/auth/alert-reach";
import { isAllowed } from "@/lib/auth/authorize";
import type { Alert } from "@/lib/core/alert";
import type { Handover } from "@/lib/core/alert-detail";
import type { HandoverQuery } from "@/lib/core/alert-requests";
import { auditSaying, auditWords } from "@/lib/core/audit-words";
import { readChangedSince } from "@/lib/db/alerts/handover";
import { listChanges } from "@/lib/db/audit-log-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";

const MOST = 200;

/** What happened since a moment, as far as the actor may see it. */
export async function readHandover(
  { at, site }: z.output<typeof HandoverQuery>,
  actor: Actor,
  { now = Date.now(), db = database() }: { now?: number; db?: Database } = {},
): Promise<Handover> {
  const since = new Date(at);
  const alerts = await readChangedSince(db.read, {
    since,
    site: site ? Number(site) : null,
    reach: await readAlertReach(actor, db),
    most: MOST,
  });
  const open = alerts.open.filter(({ suppressedBy }) => suppressedBy === null);
  const isNew = (alert: Alert) => Date.parse(alert.openedAt) >= since.getTime();
  return {
    at: since.toISOString(),
    now: new Date(now).toISOString(),
    opened: open.filter(isNew),
    cleared: alerts.resolved,
    stillOpen: open.filter((alert) => !isNew(alert)),
    silentDevices: alerts.silent.map(({ id, source, space, since: silentSince }) => ({
      id: source?.id ?? id,
      name: source?.name ?? "",
      space: space && { id: space.id, name: space.name },
      since: silentSince,
    })),
    ghostRooms: alerts.ghosts.flatMap(({ space, since: from }) =>
      space ? [{ id: space.id, name: space.name, since: from }] : [],
    ),
    changes: await changesSince(since, site, actor, db),
  };
}

async function changesSince(
  from: Date,
  site: string | undefined,
  actor: Actor,
  db: Database,
): Promise<Handover["changes"]> {
  if (!isAllowed(actor, "audit:read")) return [];
  const { items, spaces } = await listChanges({ from, siteId: site, most: MOST }, actor.sites, db);
  return items.map((item) => ({
    at: item.at,
    who: item.actor.name,
    words: auditSaying(item, spaces),
    action: auditWords(item, spaces),
    object: item.object.name ?? "",
  }));
}
