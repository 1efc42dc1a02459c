import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Actor } from "@/lib/auth/actor";
import { readAlertReach } from "@/lib/auth/alert-reach";
import type { AlertKind } from "@/lib/core/alert";
import type { AlertRule, AlertRules, RuleChange, RuleDraft, RuleMeasure } from "@/lib/core/alert-rule";
import { AppError } from "@/lib/core/errors";
import { readRules, type StoredRule } from "@/lib/db/alerts/rule-rows";
import { countOpenByRule, deleteRule, insertRule, updateRule } from "@/lib/db/alerts/rule-writes";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { requireScope, visibleScopes } from "./rule-scope";

const nothingThere = () => new AppError("not-found", "There is no such rule.");

/** The rules that count in the actor's sites, those that came with the product first. */
export async function listRules(actor: Actor, db: Database = database()): Promise<AlertRules> {
  return { items: await shownRules(db.read, await readRules(db.read), actor) };
}

async function shownRules(
  client: Pick<Pool | PoolClient, "query">,
  rules: readonly StoredRule[],
  actor: Actor,
): Promise<AlertRule[]> {
  const open = await countOpenByRule(client, await readAlertReach(actor, { read: client }));
  const visible = await visibleScopes(
    client,
    rules.map(({ scope }) => scope),
    actor,
  );
  return rules
    .filter((_, i) => visible[i])
    .map((rule) => ({ ...rule, id: String(rule.id), open: open.get(rule.id) ?? 0 }))
    .sort((a, b) => Number(a.template === null) - Number(b.template === null) || Number(a.id) - Number(b.id));
}

/** What alerts of people's own rules are called, from what they watch. */
const kindOf = ({ metric }: RuleMeasure): AlertKind =>
  metric === "load" || metric === "occupancy" ? "over-capacity" : "environment";

/** Makes a rule; audited. Throws `not-found` or `forbidden` for places that are not the actor's. */
export async function createRule(draft: RuleDraft, actor: Actor, db: Database = database()): Promise<AlertRule> {
  return inTransaction(db.read, async (client) => {
    const sites = await requireScope(client, draft.scope, actor);
    const id = await insertRule(client, { ...draft, kind: kindOf(draft.measure) });
    await audit(client, actor, { verb: "create", id, sites, after: draft });
    return only(client, id, actor);
  });
}

/** Changes a rule; audited. Throws `conflict` when somebody else changed it meanwhile. */
export async function changeRule(
  ruleId: string,
  { version, ...change }: RuleChange,
  actor: Actor,
  db: Database = database(),
): Promise<AlertRule> {
  return inTransaction(db.read, async (client) => {
    const before = await locked(client, ruleId, actor);
    if (before.version !== version) throw new AppError("conflict", "Somebody else changed it. Load it again.");
    if (change.measure && before.measure === null)
      throw new AppError("invalid", "This rule watches no number.", {
        issues: [{ path: "measure", message: "is none" }],
      });
    const said = Object.entries(change).filter(([, value]) => value !== undefined);
    const after = { ...before, ...(Object.fromEntries(said) as Partial<StoredRule>) };
    const sites = await requireScope(client, after.scope, actor);
    const kind = after.template === null && after.measure ? kindOf(after.measure) : after.kind;
    await updateRule(client, before.id, { ...after, kind });
    await audit(client, actor, { verb: "update", id: before.id, sites, before: told(before), after: told(after) });
    return only(client, before.id, actor);
  });
}

/** Takes a rule away that people made; its open alerts end. Audited. Throws `conflict` for one that came with the product. */
export async function removeRule(ruleId: string, actor: Actor, db: Database = database()): Promise<void> {
  await inTransaction(db.read, async (client) => {
    const before = await locked(client, ruleId, actor);
    if (before.template !== null) throw new AppError("conflict", "It came with the product. Switch it off instead.");
    const sites = await requireScope(client, before.scope, actor);
    await deleteRule(client, before.id);
    await audit(client, actor, { verb: "delete", id: before.id, sites, before: told(before) });
  });
}

async function locked(client: PoolClient, ruleId: string, actor: Actor): Promise<StoredRule> {
  const [rule] = /^[1-9]\d{0,8}$/.test(ruleId) ? await readRules(client, Number(ruleId)) : [];
  if (!rule) throw nothingThere();
  const [isVisible] = await visibleScopes(client, [rule.scope], actor);
  if (!isVisible) throw nothingThere();
  await requireScope(client, rule.scope, actor);
  return rule;
}

async function only(client: PoolClient, id: number, actor: Actor): Promise<AlertRule> {
  const [rule] = await shownRules(client, await readRules(client, id), actor);
  if (!rule) throw nothingThere();
  return rule;
}

const told = ({ id: _, version: __, kind: ___, ...rule }: StoredRule) => rule;

interface Said {
  readonly verb: string;
  readonly id: number;
  readonly sites: readonly number[] | null;
  readonly before?: object;
  readonly after?: object;
}

const audit = (client: PoolClient, actor: Actor, { verb, id, sites, before, after }: Said) =>
  writeAudit(client, {
    actor,
    action: `alert-rule.${verb}`,
    objectType: "alert-rule",
    objectId: String(id),
    siteId: sites?.length === 1 ? (sites[0] ?? null) : null,
    before,
    after,
  });
