import "server-only";
import { z } from "zod";
import type { OidcSettings } from "@/lib/config/oidc";
import { groupsInClaim } from "@/lib/core/group-access";

const PATIENCE_MS = 10_000;

const Claims = z.looseObject({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});
type Claims = z.infer<typeof Claims>;

/** Who signs in, as the provider says it. */
export interface OidcProfile {
  readonly sub: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly groups: string[];
  readonly [claim: string]: unknown;
}

interface Tokens {
  readonly idToken?: string | undefined;
  readonly accessToken?: string | undefined;
}

/**
 * The profile in an ID token that better-auth has verified, with what only the userinfo endpoint tells. Null when there
 * is no ID token, no address, or the endpoint speaks of somebody else.
 */
export async function readOidcProfile(settings: OidcSettings, tokens: Tokens): Promise<OidcProfile | null> {
  const told = Claims.safeParse(payloadOf(tokens.idToken));
  if (!told.success) return null;
  let claims = told.data;
  const isComplete = claims.email !== undefined && claims[settings.groupsClaim] !== undefined;
  if (!isComplete && tokens.accessToken) {
    const more = await readUserInfo(settings.issuer, tokens.accessToken);
    if (more && more.sub !== claims.sub) return null;
    claims = { ...more, ...claims };
  }
  return profileOf(claims, settings.groupsClaim);
}

function profileOf(claims: Claims, groupsClaim: string): OidcProfile | null {
  const email = [claims.email, claims.preferred_username].find((text) => z.email().safeParse(text).success);
  if (email === undefined) return null;
  return {
    sub: claims.sub,
    email,
    emailVerified: claims.email_verified === true || claims.email_verified === "true",
    name: (claims.name ?? claims.preferred_username ?? email).trim().slice(0, 100) || email,
    groups: groupsInClaim(claims[groupsClaim]),
  };
}

function payloadOf(token: string | undefined): unknown {
  const [, payload] = token?.split(".") ?? [];
  try {
    return payload === undefined ? null : JSON.parse(Buffer.from(payload, "base64url").toString());
  } catch {
    return null;
  }
}

/** Null when there is no such endpoint, or it does not answer. */
async function readUserInfo(issuer: string, accessToken: string): Promise<Claims | null> {
  const discovery = z
    .object({ userinfo_endpoint: z.url() })
    .safeParse(await fetchJson(`${issuer}/.well-known/openid-configuration`, {}));
  if (!discovery.success) return null;
  const headers = { authorization: `Bearer ${accessToken}` };
  return Claims.safeParse(await fetchJson(discovery.data.userinfo_endpoint, headers)).data ?? null;
}

async function fetchJson(url: string, headers: Record<string, string>): Promise<unknown> {
  const answer = await fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => null,
  );
  return answer?.ok ? answer.json().catch(() => null) : null;
}
