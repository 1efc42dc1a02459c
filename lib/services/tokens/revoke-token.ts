import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { revokeApiToken } from "@/lib/db/api-token-repository";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";

/** Whose tokens a person looks after: their own; an admin everybody's (null). */
export const tokensOf = (actor: Actor): string | null => (actor.role === "admin" ? null : actor.userId);

/** Ends a token for good, audited; its sockets fall within a second. Throws `not-found`. */
export async function revokeToken(tokenId: string, actor: Actor, db: Database = database()): Promise<void> {
  await inTransaction(db.read, async (client) => {
    const revoked = await revokeApiToken(client, tokenId, tokensOf(actor));
    if (!revoked) throw new AppError("not-found", "There is no such token, or it is revoked already.");
    await writeAudit(client, {
      actor,
      action: "token.revoke",
      objectType: "token",
      objectId: tokenId,
      before: { name: revoked.name },
    });
  });
}
