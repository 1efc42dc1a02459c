import "server-only";
import type { PoolClient } from "pg";
import { causeOf } from "@/lib/core/alerts/cause";
import type { Condition, Suppression } from "@/lib/core/alerts/condition";
import { massOutage, TOGETHER_MS } from "@/lib/core/alerts/incidents";
import { addEvents, type NewEvent, openAlerts, readAlertStates, readOpenCauses } from "@/lib/db/alerts/alert-states";
import {
  adopt,
  closeFamilies,
  type FloorOutage,
  holdOpen,
  type Joined,
  joinConnectors,
  joinFeeds,
  readOutages,
} from "@/lib/db/alerts/families";
import { readWays } from "@/lib/db/alerts/way-up";
import type { Judging } from "./judge-sources";
import { ruleAt } from "./judge-sources";
import { type Looked, look, nothingLooked } from "./looked";

/** Puts what has one cause under one incident, and ends incidents that are over. Answers the ids that changed. */
export async function judgeFamilies(judging: Judging, looked: Looked): Promise<string[]> {
  const { client, now } = judging;
  await holdOpen(client, looked.held, new Date(now));
  const joined = [...(await joinConnectors(client)), ...(await joinFeeds(client))];
  const changed = new Set<string>(looked.held);
  for (const outage of await readOutages(client, [...looked.offlineFloors])) {
    joined.push(...(await judgeFloor(judging, outage)));
  }
  await noteJoined(client, joined, now);
  for (const { id, parentId, formerId } of joined)
    for (const one of [id, parentId, formerId]) if (one) changed.add(one);
  for (const id of await end(client, now)) changed.add(id);
  return [...changed];
}

async function judgeFloor(judging: Judging, outage: FloorOutage): Promise<Joined[]> {
  const { client } = judging;
  const { incident, silent } = outage;
  const late = incident ? silent.filter(({ since }) => Math.abs(since - incident.lastSince) <= TOGETHER_MS) : [];
  if (incident && late.length > 0) return under(client, incident.id, late);
  const mass = incident ? null : massOutage(silent, outage.devices);
  const parentId = mass ? await openFloorIncident(judging, outage, mass.startedAt) : null;
  return mass && parentId ? under(client, parentId, mass.members) : [];
}

async function under(client: PoolClient, parentId: string, members: readonly { id: string }[]): Promise<Joined[]> {
  const ids = members.map(({ id }) => id);
  await adopt(client, ids, parentId);
  return ids.map((id) => ({ id, parentId, formerId: null }));
}

async function openFloorIncident(judging: Judging, outage: FloorOutage, startedAt: number): Promise<string | null> {
  const { client, rules, now } = judging;
  const rule = ruleAt(rules, "floor-offline", null, now);
  if (!rule) return null;
  const { floorId, siteId } = outage;
  const condition: Condition = {
    cause: causeOf.floor(floorId, startedAt),
    kind: "floor-offline",
    code: "offline",
    severity: rule.severity,
    since: startedAt,
    lastAt: startedAt,
    count: 1,
    firesAt: now,
    text: null,
    value: null,
    threshold: null,
    ruleId: rule.id,
    sourceId: null,
    vendor: null,
    place: { spaceId: floorId, floorId, siteId: siteId === 0 ? null : siteId },
    suppression: await quietOn(judging, floorId),
  };
  const looked = nothingLooked();
  look(undefined, condition, now, looked);
  const [id] = await openAlerts(client, looked.opening, new Date(now));
  // It has no trouble of its own: it is over when what belongs to it is.
  if (id !== undefined) await holdOpen(client, [id], new Date(now));
  return id ?? null;
}

/** A floor's incident is kept quiet where its devices are. */
async function quietOn({ client, suppressionOf, hasWindows }: Judging, floorId: number): Promise<Suppression | null> {
  if (!hasWindows) return null;
  const way = (await readWays(client, [floorId])).get(floorId) ?? null;
  return suppressionOf(way, null, "floor-offline") ?? suppressionOf(way, null, "device-offline");
}

/** Windows begin and end: says of each floor's open incident whether it is kept quiet now. */
export async function quietFloors(judging: Judging, looked: Looked): Promise<void> {
  const causes = await readOpenCauses(judging.client, "floor:");
  if (causes.length === 0) return;
  const states = await readAlertStates(judging.client, { sourceIds: [], spaceIds: [], causes });
  for (const incident of states.values()) {
    if (incident.resolvedAt !== null || incident.place.floorId === null) continue;
    const suppression = await quietOn(judging, incident.place.floorId);
    const changes = looked.changing.length;
    look(incident, { ...incident, firesAt: incident.since, suppression }, judging.now, looked);
    // It has no trouble of its own, still.
    if (looked.changing.length > changes) looked.held.push(incident.id);
  }
}

async function noteJoined(client: PoolClient, joined: readonly Joined[], now: number): Promise<void> {
  const byParent = Map.groupBy(joined, ({ parentId }) => parentId);
  const events: NewEvent[] = [...byParent].map(([parentId, members]) => ({
    alertId: parentId,
    kind: "joined",
    at: now,
    data: { count: members.length },
  }));
  await addEvents(client, events);
}

async function end(client: PoolClient, now: number): Promise<string[]> {
  const { parted, closed } = await closeFamilies(client, new Date(now));
  const left = Map.groupBy(parted, ({ parentId }) => parentId);
  await addEvents(client, [
    ...[...left].map(
      ([alertId, members]): NewEvent => ({
        alertId,
        kind: "left",
        at: now,
        data: { count: members.length },
      }),
    ),
    ...closed.map((alertId): NewEvent => ({ alertId, kind: "resolved", at: now, data: { reason: "cleared" } })),
  ]);
  return [...parted.flatMap(({ id, parentId }) => [id, parentId]), ...closed];
}
