import "server-only";
import { env } from "@/lib/config/env";
import { readKioskByToken } from "@/lib/db/kiosk-repository";
import { readPerson, readTokenOwner } from "@/lib/db/session-repository";
import { requestAddress } from "@/lib/http/client-address";
import type { Actor } from "./actor";
import { auth } from "./auth";
import type { Auth } from "./create-auth";
import { kioskToken } from "./kiosk-token";
import { tokenHash } from "./token-hash";

/** However often it is used: after this a person signs in again, ms. */
const LONGEST_SESSION_MS = 30 * 86_400_000;

/** Who sends these headers, straight from the database: a revoked session or token is nobody at once. */
export async function actorFromHeaders(headers: Headers): Promise<Actor | null> {
  const address = requestAddress(headers, env().trustedProxies);
  const token = bearerToken(headers);
  // A wrong token is nobody, whatever cookie comes along.
  const actor = token === null ? await cookieActor(headers) : await tokenActor(token);
  return actor && { ...actor, address };
}

/** The person of a session cookie, else the screen of a kiosk's. */
async function cookieActor(headers: Headers): Promise<Actor | null> {
  return (await readActor(await auth(), headers)) ?? (await kioskActor(headers));
}

/** A screen on a wall: it may look at its floors, and nothing else. */
async function kioskActor(headers: Headers): Promise<Actor | null> {
  const token = kioskToken(headers);
  const kiosk = token === null ? null : await readKioskByToken(tokenHash(token));
  if (!kiosk?.isApproved || kiosk.isRevoked || kiosk.siteId === null) return null;
  const id = `kiosk:${kiosk.id}`;
  const floors = kiosk.floors.map((floor) => Number(floor.id));
  const who = { userId: id, name: kiosk.name, email: "", role: "viewer" as const, sessionId: id, address: null };
  return { ...who, sites: [kiosk.siteId], floors, scopes: ["floor:read"] };
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
