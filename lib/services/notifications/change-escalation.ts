import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import {
  type EscalationChange,
  type EscalationList,
  type EscalationPolicy,
  type EscalationStep,
  USUAL_STEPS,
} from "@/lib/core/notifications/escalation";
import { shown } from "@/lib/core/space-row";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { listChannels } from "@/lib/db/notifications/channel-repository";
import {
  deletePolicy,
  lockPolicy,
  type PolicyRow,
  putPolicy,
  readPolicies,
} from "@/lib/db/notifications/policy-repository";
import { readReaders } from "@/lib/db/notifications/reader-rows";
import { readSiteNames } from "@/lib/db/people-repository";
import { readersOf } from "@/lib/notifications/may-see";

/** Of sites without steps of their own, and of what stands in none. */
const EVERYWHERE = 0;

type Named = EscalationList["people"][number];

/** Whom alerts of the actor's sites tell, and who could be told. */
export async function readEscalation(actor: Actor, db: Database = database()): Promise<EscalationList> {
  const [policies, allSites, people, channels] = await Promise.all([
    readPolicies(db.read, actor.sites),
    readSiteNames(db),
    peopleFor(db.read, actor),
    listChannels(db),
  ]);
  const sites = allSites.filter(({ id }) => actor.sites === null || actor.sites.includes(Number(id)));
  const general = policies.find(({ siteId }) => siteId === EVERYWHERE);
  const own = policies.flatMap((policy) => {
    const site = sites.find(({ id }) => Number(id) === policy.siteId);
    return site ? [wire(policy, site)] : [];
  });
  const usual = { site: null, steps: [...USUAL_STEPS], version: 0, changedAt: null, changedBy: null };
  return {
    items: [general ? wire(general, null) : usual, ...own],
    sites,
    people,
    channels: channels.map(({ id, name, kind, isEnabled }) => ({ id, name, kind, isEnabled })),
  };
}

function wire({ steps, version, changedAt, changedBy }: PolicyRow, site: Named | null): EscalationPolicy {
  return { site, steps: [...steps], version, changedAt: changedAt.toISOString(), changedBy };
}

const MOST_PEOPLE = 1_000;

/** Who may see alerts in any of the actor's sites. */
async function peopleFor(client: Pick<PoolClient, "query">, { sites }: Actor): Promise<Named[]> {
  const readers = await readReaders(client);
  const known = new Set(sites === null ? readers : []);
  for (const siteId of sites ?? []) {
    for (const reader of await readersOf(readers, siteId, { read: client })) known.add(reader);
  }
  return readers
    .filter((reader) => known.has(reader))
    .slice(0, MOST_PEOPLE)
    .map(({ userId, name }) => ({ id: userId, name: shown(name) }));
}

/** Sets the steps of a site (null: the general ones), audited. Throws `conflict` for another version, `invalid` for whom nobody knows. */
export async function putEscalation(
  siteId: string | null,
  change: EscalationChange,
  actor: Actor,
  db: Database = database(),
): Promise<EscalationList> {
  await inTransaction(db.read, async (client) => {
    const id = siteId === null ? EVERYWHERE : Number(siteId);
    await requireSite(client, siteId);
    const before = await lockPolicy(client, id);
    requireVersion(before, change.version);
    await requireRecipients(client, change.steps, actor);
    await putPolicy(client, { siteId: id, steps: change.steps, changedBy: actor.name });
    await audit(client, actor, siteId, { action: "escalation.set", before: before?.steps, after: change.steps });
  });
  return readEscalation(actor, db);
}

/** The general steps (or the usual ones) count there again, audited. Throws `not-found`. */
export async function resetEscalation(
  siteId: string | null,
  actor: Actor,
  db: Database = database(),
): Promise<EscalationList> {
  await inTransaction(db.read, async (client) => {
    const id = siteId === null ? EVERYWHERE : Number(siteId);
    const before = await lockPolicy(client, id);
    if (!before) throw new AppError("not-found", "It has no steps of its own.");
    await deletePolicy(client, id);
    await audit(client, actor, siteId, { action: "escalation.reset", before: before.steps, after: null });
  });
  return readEscalation(actor, db);
}

async function requireSite(client: PoolClient, siteId: string | null): Promise<void> {
  if (siteId === null) return;
  const { rowCount } = await client.query("SELECT 1 FROM space WHERE id = $1 AND kind = 'site'", [siteId]);
  if (rowCount === 0) throw new AppError("invalid", "Only sites have steps of their own.");
}

function requireVersion(before: PolicyRow | null, version: number): void {
  if ((before?.version ?? 0) !== version)
    throw new AppError("conflict", "Somebody else has changed these steps. Look at them again first.");
}

async function requireRecipients(client: PoolClient, steps: readonly EscalationStep[], actor: Actor): Promise<void> {
  const people = new Set((await peopleFor(client, actor)).map(({ id }) => id));
  const channels = new Set((await listChannels({ read: client })).map(({ id }) => id));
  for (const recipient of steps.flatMap(({ to }) => to)) {
    if (recipient.to === "person" && !people.has(recipient.userId))
      throw new AppError("invalid", "One of the people is not there any more.");
    if (recipient.to === "channel" && !channels.has(recipient.channelId))
      throw new AppError("invalid", "One of the channels is not there any more.");
  }
}

async function audit(
  client: PoolClient,
  actor: Actor,
  siteId: string | null,
  { action, before, after }: { action: string; before: unknown; after: unknown },
): Promise<void> {
  await writeAudit(client, {
    actor,
    action,
    objectType: siteId === null ? "escalation" : "space",
    objectId: siteId ?? "general",
    siteId: siteId === null ? null : Number(siteId),
    before: before ? { steps: before } : null,
    after: after ? { steps: after } : null,
  });
}
