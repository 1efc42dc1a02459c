import "server-only";
import { randomBytes } from "node:crypto";
import type { PoolClient } from "pg";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { tokenHash } from "@/lib/auth/token-hash";
import { AppError } from "@/lib/core/errors";
import type { InviteDraft, InviteLink, InviteSummary } from "@/lib/core/invite";
import { writeAudit } from "@/lib/db/audit-repository";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";
import { hasPersonWith, insertInvite, renewInvite as renew, revokeInvite as revoke } from "@/lib/db/invite-repository";
import { parseId } from "@/lib/db/parse-id";
import { assertSites } from "@/lib/db/person-write";
import { accessRow } from "../people/site-ids";

/** 256 random bits: nobody guesses one, and a fast hash is enough to keep. */
const newCode = () => randomBytes(32).toString("base64url");

const linkOf = (origin: string, code: string): string => new URL(`/invite?code=${code}`, origin).href;

/**
 * An invitation and its link, which is told this once. Earlier ones to the same address are dead. Throws `conflict`
 * when there is an account with this address, and `invalid` for unknown sites.
 */
export async function createInvite(
  { email: given, access, days }: z.output<typeof InviteDraft>,
  actor: Actor,
  { db, origin }: { db: Database; origin: string },
): Promise<InviteLink> {
  const code = newCode();
  const email = given.toLowerCase();
  const { role, sites } = accessRow(access);
  const invite = await inTransaction(db.read, async (client) => {
    if (await hasPersonWith(client, email)) throw new AppError("conflict", "There is an account with this address.");
    await assertSites(client, sites ?? []);
    const made = await insertInvite(client, {
      email,
      role,
      sites,
      days,
      tokenHash: tokenHash(code),
      invitedBy: actor.userId,
    });
    await audit(client, "invite.create", made, actor);
    return made;
  });
  return { invite, link: linkOf(origin, code) };
}

/** Another link for an invitation; the old one is dead. Throws `not-found`. */
export async function renewInvite(
  inviteId: string,
  actor: Actor,
  { db, origin }: { db: Database; origin: string },
): Promise<InviteLink> {
  const code = newCode();
  const invite = await inTransaction(db.read, async (client) => {
    const made = await renew(client, idOrThrow(inviteId), tokenHash(code), actor.userId);
    if (!made) throw noSuchInvite();
    await audit(client, "invite.renew", made, actor);
    return made;
  });
  return { invite, link: linkOf(origin, code) };
}

/** Takes an invitation back. Throws `not-found`. */
export async function revokeInvite(inviteId: string, actor: Actor, db: Database): Promise<void> {
  await inTransaction(db.read, async (client) => {
    const gone = await revoke(client, idOrThrow(inviteId));
    if (!gone) throw noSuchInvite();
    await audit(client, "invite.revoke", gone, actor);
  });
}

async function audit(client: PoolClient, action: string, invite: InviteSummary, actor: Actor): Promise<void> {
  const { id, email, role, sites, expiresAt } = invite;
  const what = { email, role, sites, expiresAt };
  const [before, after] = action === "invite.revoke" ? [what, null] : [null, what];
  await writeAudit(client, { actor, action, objectType: "invite", objectId: id, before, after });
}

const noSuchInvite = () => new AppError("not-found", "There is no such invitation.");

function idOrThrow(inviteId: string): number {
  const id = parseId(inviteId);
  if (id === null) throw noSuchInvite();
  return id;
}
