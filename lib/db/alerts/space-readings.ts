import "server-only";
import type { PoolClient } from "pg";
import type { RuleState, Sample } from "@/lib/core/alerts/rule-step";
import { msOf } from "../moment-us";

/** A number of a space, as its sources told it in order; of two at one moment the later source's. */
export interface SpaceSeries {
  readonly spaceId: number;
  readonly metric: number;
  readonly samples: readonly Sample[];
}

/** From where on a space's metric is asked for, ms. */
export interface After {
  readonly spaceId: number;
  readonly metric: number;
  readonly after: number;
}

/**
 * OFFSET keeps the planner at one lookup by the whole key: once it knows the table it would rather read all that a source
 * ever said and throw away what is older, which doubled the cost of every event.
 */
const READ_SERIES = `
SELECT t.space_id AS "spaceId", t.metric,
       json_agg(json_build_object('at', ${msOf("r.observed_at")}, 'value', r.value) ORDER BY r.observed_at, r.source_id) AS samples
FROM json_to_recordset($1::json) AS t(space_id int, metric int, after timestamptz)
JOIN assignment a ON a.space_id = t.space_id AND a.ends_at IS NULL
CROSS JOIN LATERAL (
  SELECT r.observed_at, r.source_id, r.value FROM reading r
  WHERE r.source_id = a.source_id AND r.metric = t.metric AND r.observed_at > t.after AND r.observed_at >= a.starts_at
  OFFSET 0
) r
GROUP BY t.space_id, t.metric`;

/** What was measured in spaces since; spaces without any are left out. */
export async function readSeries(client: PoolClient, asked: readonly After[]): Promise<SpaceSeries[]> {
  if (asked.length === 0) return [];
  const rows = asked.map(({ spaceId, metric, after }) => ({ space_id: spaceId, metric, after: new Date(after) }));
  const answer = await client.query<SpaceSeries>({
    name: "alert-series",
    text: READ_SERIES,
    values: [JSON.stringify(rows)],
  });
  return answer.rows;
}

/** Which of these spaces measure which metrics now, for how many people they are, and who measures. */
export interface Measuring {
  readonly spaceId: number;
  readonly metric: number;
  readonly capacity: number | null;
  readonly sourceId: number;
  readonly vendor: string;
  /** Expected interval of the source, ms; null when silence is normal. */
  readonly intervalMs: number | null;
}

const READ_MEASURING = `
SELECT DISTINCT ON (a.space_id, v.metric) a.space_id AS "spaceId", v.metric, o.id AS "sourceId", o.vendor,
       o.expected_interval_ms AS "intervalMs", coalesce(s.capacity, y.capacity) AS capacity
FROM assignment a JOIN source_value v ON v.source_id = a.source_id AND v.observed_at >= a.starts_at
JOIN source o ON o.id = a.source_id JOIN space s ON s.id = a.space_id LEFT JOIN space_type y ON y.id = s.type_id
WHERE a.space_id = ANY($1::int[]) AND a.ends_at IS NULL AND v.metric = ANY($2::int[])
ORDER BY a.space_id, v.metric, v.observed_at DESC, o.id`;

export async function readMeasuring(
  client: PoolClient,
  spaceIds: readonly number[],
  metrics: readonly number[],
): Promise<Measuring[]> {
  if (spaceIds.length === 0 || metrics.length === 0) return [];
  const { rows } = await client.query<Measuring>({
    name: "alert-measuring",
    text: READ_MEASURING,
    values: [spaceIds, metrics],
  });
  return rows;
}

/** `rule:space` of a state. */
export const stateKey = (ruleId: number, spaceId: number): string => `${ruleId}:${spaceId}`;

export async function readRuleStates(
  client: PoolClient,
  spaceIds: readonly number[],
): Promise<ReadonlyMap<string, RuleState>> {
  const { rows } = await client.query<{ rule_id: number; space_id: number; state: RuleState }>({
    name: "alert-rule-states",
    text: `SELECT s.rule_id, s.space_id, s.state FROM alert_rule r JOIN alert_rule_state s ON s.rule_id = r.id
      WHERE s.space_id = ANY($1::int[])`,
    values: [spaceIds],
  });
  return new Map(rows.map((row) => [stateKey(row.rule_id, row.space_id), row.state]));
}

export async function writeRuleStates(
  client: PoolClient,
  states: readonly { readonly ruleId: number; readonly spaceId: number; readonly state: RuleState }[],
): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map(({ ruleId, spaceId, state }) => ({ rule_id: ruleId, space_id: spaceId, state }));
  await client.query({
    name: "write-rule-states",
    text: `INSERT INTO alert_rule_state (rule_id, space_id, state)
      SELECT rule_id, space_id, state FROM json_to_recordset($1::json) AS t(rule_id int, space_id int, state jsonb)
      ORDER BY rule_id, space_id
      ON CONFLICT (rule_id, space_id) DO UPDATE SET state = EXCLUDED.state`,
    values: [JSON.stringify(rows)],
  });
}
