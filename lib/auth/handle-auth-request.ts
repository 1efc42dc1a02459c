import "server-only";
import { env } from "@/lib/config/env";
import { AppError } from "@/lib/core/errors";
import { requestAddress } from "@/lib/http/client-address";
import { orProblem } from "@/lib/http/handle";
import { readBody } from "@/lib/http/read-body";
import { assertSameOrigin } from "@/lib/http/same-origin";
import { auth, oidcAuth } from "./auth";
import type { Auth } from "./create-auth";
import { nextPath } from "./next-path";
import { OIDC_PROVIDER } from "./oidc";
import { ADDRESS_HEADER } from "./sign-in-record";

// better-auth answers some thirty paths; these are the ones we use, and the rest stays shut.
const OPEN: ReadonlyMap<string, string> = new Map([
  ["sign-in/email", "POST"],
  ["sign-out", "POST"],
  ["get-session", "GET"],
  ["change-password", "POST"],
  ["two-factor/enable", "POST"],
  ["two-factor/verify-totp", "POST"],
  ["two-factor/verify-backup-code", "POST"],
  ["two-factor/generate-backup-codes", "POST"],
  ["two-factor/disable", "POST"],
]);
/** Only with an identity provider. The first is ours: what better-auth would take in its place is not for everybody. */
const OPEN_WITH_OIDC: ReadonlyMap<string, string> = new Map([
  ["sign-in/oidc", "POST"],
  [`callback/${OIDC_PROVIDER}`, "GET"],
]);
const MAX_BODY = 8192;

export interface AuthDoor {
  auth: Auth;
  /** Knows the identity provider; null when there is none. */
  oidcAuth?: Auth | null;
  publicUrl: string | null;
  /** The caller's address as far as it can be known. */
  address: string | null;
}

/** The door /api/auth/*: what passes our own checks goes on to better-auth. */
export async function handleAuthRequest(request: Request): Promise<Response> {
  const { publicUrl, trustedProxies } = env();
  const address = requestAddress(request.headers, trustedProxies);
  return orProblem(async () => {
    const doors = { auth: await auth(), oidcAuth: await oidcAuth() };
    return answerAuthRequest(request, { ...doors, publicUrl, address });
  });
}

export async function answerAuthRequest(request: Request, door: AuthDoor): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/auth\//, "");
  const oidc = OPEN_WITH_OIDC.has(path) ? (door.oidcAuth ?? null) : null;
  const method = oidc ? OPEN_WITH_OIDC.get(path) : OPEN.get(path);
  if (method === undefined) return refusal(404, "There is nothing here.");
  // Before the rate limit: an <img> on another site must not use up somebody's attempts.
  if (request.method !== method) return refusal(405, `Use ${method}.`);
  try {
    assertSameOrigin(request, door.publicUrl);
  } catch (error) {
    if (error instanceof AppError) return refusal(403, error.message);
    throw error;
  }
  const body = await readBody(request, MAX_BODY);
  if (body === null) return refusal(413, "This is too long.");
  if (body.byteLength > 0 && !isJson(request)) return refusal(415, "Send JSON.");
  if (oidc && method === "POST") return withRetryAfter(await oidc.handler(oidcStart(request, body, door.address)));
  return withRetryAfter(await (oidc ?? door.auth).handler(forward(request, body, door.address)));
}

/** better-auth's request for the way to the provider, made from the one word that people may say: where to go after. */
function oidcStart(request: Request, body: Uint8Array<ArrayBuffer>, address: string | null): Request {
  const next = nextPath(wantedPath(body));
  const callbackURL = `/login?next=${encodeURIComponent(next)}`;
  const start = { provider: OIDC_PROVIDER, callbackURL, errorCallbackURL: "/login", disableRedirect: true };
  const url = new URL("/api/auth/sign-in/social", request.url);
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  const made = new Request(url, { method: "POST", headers });
  return forward(made, new TextEncoder().encode(JSON.stringify(start)), address);
}

function wantedPath(body: Uint8Array): unknown {
  try {
    return (JSON.parse(new TextDecoder().decode(body)) as { next?: unknown } | null)?.next;
  } catch {
    return undefined;
  }
}

function forward(request: Request, body: Uint8Array<ArrayBuffer>, address: string | null): Request {
  const headers = new Headers(request.headers);
  headers.delete(ADDRESS_HEADER);
  if (address !== null) headers.set(ADDRESS_HEADER, address);
  const bodied = body.byteLength > 0 ? { body } : {};
  return new Request(request.url, { method: request.method, headers, ...bodied });
}

const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");

function withRetryAfter(response: Response): Response {
  const seconds = response.headers.get("x-retry-after");
  if (seconds === null) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", seconds);
  return new Response(response.body, { status: response.status, headers });
}

const refusal = (status: number, message: string): Response =>
  Response.json({ message }, { status, headers: { "cache-control": "no-store" } });
