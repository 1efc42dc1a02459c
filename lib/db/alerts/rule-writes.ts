import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Reach } from "./alert-filter";
import { ruleColumns, type StoredRule } from "./rule-rows";

type Fields = Omit<StoredRule, "id" | "template" | "version">;

/** A rule of people's own; answers its id. */
export async function insertRule(client: PoolClient, rule: Fields): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO alert_rule (name, kind, is_enabled, severity, metric, comparison, threshold, for_minutes, clear_threshold,
       clear_minutes, no_data_minutes, follows_limit, schedule, scope)
     SELECT name, kind, is_enabled, severity, metric, comparison, threshold, for_minutes, clear_threshold, clear_minutes,
       no_data_minutes, follows_limit, schedule, scope FROM json_populate_record(NULL::alert_rule, $1::json) RETURNING id`,
    [JSON.stringify(ruleColumns(rule))],
  );
  return rows[0]?.id as number; // an INSERT without conflicts answers its row
}

/** Changes a rule. What it knew of spaces is forgotten: it looks at them anew. */
export async function updateRule(client: PoolClient, id: number, rule: Fields): Promise<void> {
  await client.query(
    `UPDATE alert_rule r SET name = n.name, kind = n.kind, is_enabled = n.is_enabled, severity = n.severity,
       metric = n.metric, comparison = n.comparison, threshold = n.threshold, for_minutes = n.for_minutes,
       clear_threshold = n.clear_threshold, clear_minutes = n.clear_minutes, no_data_minutes = n.no_data_minutes,
       follows_limit = n.follows_limit, schedule = n.schedule, scope = n.scope, version = r.version + 1, updated_at = now()
     FROM json_populate_record(NULL::alert_rule, $2::json) n WHERE r.id = $1`,
    [id, JSON.stringify(ruleColumns(rule))],
  );
  await client.query("DELETE FROM alert_rule_state WHERE rule_id = $1", [id]);
}

export async function deleteRule(client: PoolClient, id: number): Promise<void> {
  await client.query("DELETE FROM alert_rule_state WHERE rule_id = $1", [id]);
  await client.query("DELETE FROM alert_rule WHERE id = $1", [id]);
}

/** Open alerts of each rule within reach. */
export async function countOpenByRule(
  client: Pick<Pool | PoolClient, "query">,
  reach: Reach,
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ rule_id: number; count: number }>(
    `SELECT rule_id, count(*)::int AS count FROM alert
     WHERE resolved_at IS NULL AND rule_id IS NOT NULL AND ($1::int[] IS NULL OR site_id = ANY($1)) GROUP BY rule_id`,
    [reach],
  );
  return new Map(rows.map(({ rule_id, count }) => [rule_id, count]));
}
