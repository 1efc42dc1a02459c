import "server-only";
import type { Actor } from "./actor";
import { auth } from "./auth";
import type { Auth } from "./create-auth";

/** Who sends these headers, straight from the database: a revoked session is nobody at once. */
export async function actorFromHeaders(headers: Headers): Promise<Actor | null> {
  return readActor(await auth(), headers);
}

export async function readActor(from: Auth, headers: Headers): Promise<Actor | null> {
  if (!headers.has("cookie")) return null;
  // Only GET /api/auth/get-session may prolong a session: nobody here can renew the cookie along with the row.
  const found = await from.api.getSession({ headers, query: { disableRefresh: true } }).catch(rethrowCause);
  if (!found) return null;
  const { session, user } = found;
  return { userId: user.id, name: user.name, email: user.email, role: user.role, sessionId: session.id };
}

/** better-auth hides the database's own error, which decides whether to answer 503 or 500. */
function rethrowCause(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
}
