import "server-only";
import type { PoolClient } from "pg";
import type { AlertKind, AlertSeverity } from "@/lib/core/alert";
import {
  RULE_SEEDS,
  RULE_TEMPLATES,
  type RuleMeasure,
  RuleMeasure as RuleMeasureSchema,
  RuleSchedule,
  RuleScope,
  type RuleTemplate,
} from "@/lib/core/alert-rule";

/** A rule as it is stored. */
export interface StoredRule {
  readonly id: number;
  readonly template: RuleTemplate | null;
  readonly name: string;
  readonly kind: AlertKind;
  readonly isEnabled: boolean;
  readonly severity: AlertSeverity;
  readonly forMinutes: number;
  readonly schedule: RuleSchedule;
  readonly scope: RuleScope;
  readonly measure: RuleMeasure | null;
  readonly version: number;
}

interface RuleRow {
  id: number;
  template: RuleTemplate | null;
  name: string;
  kind: AlertKind;
  is_enabled: boolean;
  severity: AlertSeverity;
  metric: string | null;
  comparison: string | null;
  threshold: number | null;
  for_minutes: number;
  clear_threshold: number | null;
  clear_minutes: number;
  no_data_minutes: number | null;
  follows_limit: number | null;
  schedule: string;
  scope: unknown;
  version: number;
}

const COLUMNS = `id, template, name, kind, is_enabled, severity, metric, comparison, threshold, for_minutes,
  clear_threshold, clear_minutes, no_data_minutes, follows_limit, schedule, scope, version`;

/** Rules in the order they were made; with `id` that one, locked. */
export async function readRules(client: Pick<PoolClient, "query">, id: number | null = null): Promise<StoredRule[]> {
  const { rows } =
    id === null
      ? await client.query<RuleRow>({ name: "alert-rules", text: `SELECT ${COLUMNS} FROM alert_rule ORDER BY id` })
      : await client.query<RuleRow>(`SELECT ${COLUMNS} FROM alert_rule WHERE id = $1 FOR UPDATE`, [id]);
  return rows.map(storedRule);
}

function storedRule(row: RuleRow): StoredRule {
  const measure = RuleMeasureSchema.safeParse({
    metric: row.metric,
    comparison: row.comparison,
    threshold: row.threshold,
    clearThreshold: row.clear_threshold,
    clearMinutes: row.clear_minutes,
    noDataMinutes: row.no_data_minutes,
    followsLimit: row.follows_limit ?? undefined,
  });
  return {
    id: row.id,
    template: row.template,
    name: row.name,
    kind: row.kind,
    isEnabled: row.is_enabled,
    severity: row.severity,
    forMinutes: row.for_minutes,
    schedule: RuleSchedule.catch("always").parse(row.schedule),
    scope: RuleScope.catch({}).parse(row.scope),
    measure: measure.success ? measure.data : null,
    version: row.version,
  };
}

/** The columns of a rule that people may change. */
export function ruleColumns(rule: Omit<StoredRule, "id" | "template" | "version">) {
  const { measure } = rule;
  return {
    name: rule.name,
    kind: rule.kind,
    is_enabled: rule.isEnabled,
    severity: rule.severity,
    metric: measure?.metric ?? null,
    comparison: measure?.comparison ?? null,
    threshold: measure?.threshold ?? null,
    for_minutes: rule.forMinutes,
    clear_threshold: measure?.clearThreshold ?? null,
    clear_minutes: measure?.clearMinutes ?? 0,
    no_data_minutes: measure?.noDataMinutes ?? null,
    follows_limit: measure?.followsLimit ?? null,
    schedule: rule.schedule,
    scope: rule.scope,
  };
}

/** Puts the rules that come with the product there, once; what people changed stays. */
export async function seedRules(client: Pick<PoolClient, "query">): Promise<void> {
  const rows = RULE_TEMPLATES.map((template) => {
    const { measure = null, schedule = "always", ...seed } = RULE_SEEDS[template];
    return { template, ...ruleColumns({ ...seed, measure, schedule, scope: {} }) };
  });
  await client.query(
    `INSERT INTO alert_rule (template, name, kind, is_enabled, severity, metric, comparison, threshold, for_minutes,
       clear_threshold, clear_minutes, no_data_minutes, follows_limit, schedule, scope)
     SELECT template, name, kind, is_enabled, severity, metric, comparison, threshold, for_minutes,
       clear_threshold, clear_minutes, no_data_minutes, follows_limit, schedule, scope
     FROM json_populate_recordset(NULL::alert_rule, $1::json) ON CONFLICT (template) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
