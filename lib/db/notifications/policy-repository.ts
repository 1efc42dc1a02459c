import "server-only";
import type { Pool, PoolClient } from "pg";
import { type EscalationStep, EscalationSteps, USUAL_STEPS } from "@/lib/core/notifications/escalation";

type Client = Pick<Pool | PoolClient, "query">;

/** The steps of a site; of site 0 those that count where a site has none. */
export interface PolicyRow {
  readonly siteId: number;
  readonly steps: readonly EscalationStep[];
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** Every set of steps that somebody made; `sites` leaves out those of others, but not the general ones. */
export async function readPolicies(client: Client, sites: readonly number[] | null = null): Promise<PolicyRow[]> {
  const { rows } = await client.query<Omit<PolicyRow, "steps"> & { steps: unknown }>({
    name: "escalation-policies",
    text: `SELECT site_id AS "siteId", steps, version, changed_at AS "changedAt", changed_by AS "changedBy"
           FROM escalation_policy WHERE site_id = 0 OR $1::int[] IS NULL OR site_id = ANY($1) ORDER BY site_id`,
    values: [sites],
  });
  return rows.map((row) => ({ ...row, steps: EscalationSteps.catch([...USUAL_STEPS]).parse(row.steps) }));
}

/** Which steps count at a site. */
export function stepsBySite(policies: readonly PolicyRow[]): (siteId: number) => readonly EscalationStep[] {
  const bySite = new Map(policies.map(({ siteId, steps }) => [siteId, steps]));
  return (siteId) => bySite.get(siteId) ?? bySite.get(0) ?? USUAL_STEPS;
}

/** Inside a transaction. The version before, 0 for none; locked until it ends. */
export async function lockPolicy(client: PoolClient, siteId: number): Promise<PolicyRow | null> {
  await client.query("SELECT pg_advisory_xact_lock(hashtext('escalation_policy'), $1)", [siteId]);
  return (await readPolicies(client, [siteId])).find((policy) => policy.siteId === siteId) ?? null;
}

/** Inside a transaction. */
export async function putPolicy(
  client: PoolClient,
  { siteId, steps, changedBy }: Pick<PolicyRow, "siteId" | "steps" | "changedBy">,
): Promise<void> {
  await client.query(
    `INSERT INTO escalation_policy AS p (site_id, steps, changed_by) VALUES ($1, $2, $3)
     ON CONFLICT (site_id) DO UPDATE SET steps = excluded.steps, changed_by = excluded.changed_by, changed_at = now(), version = p.version + 1`,
    [siteId, JSON.stringify(steps), changedBy],
  );
}

/** Inside a transaction: the general steps count there again. */
export async function deletePolicy(client: PoolClient, siteId: number): Promise<void> {
  await client.query("DELETE FROM escalation_policy WHERE site_id = $1", [siteId]);
}
