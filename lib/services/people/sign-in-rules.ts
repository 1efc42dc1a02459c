import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { isAsked, SecondFactorRule, type SignInRules } from "@/lib/core/second-factor-rule";
import { writeAudit } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { lockSetting, readSetting, writeSetting } from "@/lib/db/setting-repository";
import { personOrThrow } from "./change-person";

const ruleOf = (value: unknown): SecondFactorRule => SecondFactorRule.catch("nobody").parse(value);

/** What signing in asks for. */
export async function readSignInRules(db: Database): Promise<SignInRules> {
  return { secondFactor: ruleOf(await readSetting("secondFactor", db.read)) };
}

/**
 * Changes of whom a second factor is asked; true at once, also for those who are signed in. Audited. Throws `conflict`
 * when it would be asked of oneself and one has none.
 */
export async function setSignInRules(rules: SignInRules, actor: Actor, db: Database): Promise<SignInRules> {
  const { signsInWith, hasSecondFactor } = await personOrThrow(db, actor.userId);
  if (signsInWith === "password" && !hasSecondFactor && isAsked(rules.secondFactor, actor.role))
    throw new AppError("conflict", "Set up your own second factor first, in your account.");
  await inTransaction(db.read, async (client) => {
    await lockSetting(client, "secondFactor");
    const before = { secondFactor: ruleOf(await readSetting("secondFactor", client)) };
    if (before.secondFactor === rules.secondFactor) return;
    await writeSetting("secondFactor", rules.secondFactor, client);
    await writeAudit(client, {
      ...{ actor, action: "setting.second-factor", objectType: "setting", objectId: "secondFactor" },
      ...{ before, after: rules },
    });
  });
  return readSignInRules(db);
}
