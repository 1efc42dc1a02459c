import "server-only";
import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { isAllowed } from "@/lib/auth/authorize";
import { tokenHash } from "@/lib/auth/token-hash";
import type { NewToken, TokenDraft } from "@/lib/core/api-token";
import { AppError } from "@/lib/core/errors";
import { say } from "@/lib/core/words";
import { insertApiToken } from "@/lib/db/api-token-repository";
import { writeAudit } from "@/lib/db/audit-repository";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { inTransaction } from "@/lib/db/in-transaction";

const PREFIX = "occ_";
const SHOWN_CHARACTERS = 10;

/** Makes a token of the caller's, audited. Throws `forbidden` for a scope beyond the caller's own role. */
export async function createToken(draft: TokenDraft, actor: Actor, db: Database = database()): Promise<NewToken> {
  const scopes = [...new Set(draft.scopes)];
  const beyond = scopes.filter((scope) => !isAllowed(actor, scope));
  if (beyond.length > 0)
    throw new AppError("forbidden", say("Your own role does not allow {actions}.", { actions: beyond.join(", ") }));
  const token = PREFIX + randomBytes(32).toString("base64url");
  const stored = { ...draft, scopes, hash: tokenHash(token), prefix: token.slice(0, SHOWN_CHARACTERS) };
  return inTransaction(db.read, async (client) => {
    const info = await insertApiToken(client, { ...stored, userId: actor.userId });
    const after = { name: info.name, scopes, expiresAt: info.expiresAt };
    await writeAudit(client, { actor, action: "token.create", objectType: "token", objectId: info.id, after });
    return { token, info };
  });
}
