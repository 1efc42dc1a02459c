import "server-only";
import { env } from "@/lib/config/env";
import { readPerson, readTokenOwner } from "@/lib/db/session-repository";
import { requestAddress } from "@/lib/http/client-address";
import type { Actor } from "./actor";
import { auth } from "./auth";
import type { Auth } from "./create-auth";
import { tokenHash } from "./token-hash";

/** However often it is used: after this a person signs in again, ms. */
const LONGEST_SESSION_MS = 30 * 86_400_000;

/** Who sends these headers, straight from the database: a revoked session or token is nobody at once. */
export async function actorFromHeaders(headers: Headers): Promise<Actor | null> {
  const address = requestAddress(headers, env().trustedProxies);
  const token = bearerToken(headers);
  // A wrong token is nobody, whatever cookie comes along.
  const actor = token === null ? await readActor(await auth(), headers) : await tokenActor(token);
  return actor && { ...actor, address };
}

/** The person of a session cookie. */
export async function readActor(from: Auth, headers: Headers, findPerson = readPerson): Promise<Actor | null> {
  if (!headers.has("cookie")) return null;
  // Only GET /api/auth/get-session may prolong a session: nobody here can renew the cookie along with the row.
  const found = await from.api.getSession({ headers, query: { disableRefresh: true } }).catch(rethrowCause);
  if (!found || Date.now() - found.session.createdAt.getTime() > LONGEST_SESSION_MS) return null;
  const person = await findPerson(found.user.id);
  return person && { ...person, scopes: null, sessionId: found.session.id, address: null };
}

/** The owner of an API token, limited to its scopes. */
async function tokenActor(token: string): Promise<Actor | null> {
  const found = await readTokenOwner(tokenHash(token));
  if (!found) return null;
  const { person, scopes, tokenId } = found;
  return { ...person, scopes, sessionId: `token:${tokenId}`, address: null };
}

function bearerToken(headers: Headers): string | null {
  return /^Bearer ([\w.-]{1,200})$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}

/** better-auth hides the database's own error, which decides whether to answer 503 or 500. */
function rethrowCause(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
}
