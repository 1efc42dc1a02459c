import "server-only";
import { APIError } from "better-auth/api";
import type { BetterAuthOptions } from "better-auth/minimal";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import type { Pool } from "pg";
import type { OidcSettings } from "@/lib/config/oidc";
import { AppError } from "@/lib/core/errors";
import { accessOfGroups, type GroupAccess, groupsInClaim } from "@/lib/core/group-access";
import { endProviderSessions, setProviderAccess } from "@/lib/db/provider-person";
import { readOidcProfile } from "./oidc-profile";
import { ADDRESS_HEADER } from "./sign-in-record";

/** Names the provider in paths and in `account.provider_id`. */
export const OIDC_PROVIDER = "oidc";

export interface Oidc {
  readonly settings: OidcSettings;
  readonly pool: Pool;
}

/** What better-auth hands to hooks; `context` is one object for each request. */
interface Asked {
  readonly context: object;
  readonly path?: string | undefined;
  readonly headers?: Headers | undefined;
}

type ValidateUserInfo = NonNullable<NonNullable<BetterAuthOptions["user"]>["validateUserInfo"]>;

const addressOf = (asked: Asked): string | null => asked.headers?.get(ADDRESS_HEADER) ?? null;

/** The identity provider: who comes from there is who it says, and may do what their groups say, at every sign-in. */
export function oidcSignIn({ settings, pool }: Oidc) {
  const granted = new WeakMap<object, GroupAccess>();

  const validateUserInfo: ValidateUserInfo = async ({ user, source }, asked) => {
    const groups = groupsInClaim(source.oauth?.profile?.groups);
    const access = accessOfGroups(groups, settings.roles, settings.defaultRole);
    if (access) {
      granted.set(asked.context, access);
      return;
    }
    if (source.action === "sign-in" && typeof user.id === "string")
      await endProviderSessions(pool, user.id, addressOf(asked));
    return { error: "no_access" };
  };

  /** Before a session is made: no session without what the groups gave in this very request. */
  const grant = async (userId: string, asked: Asked | null): Promise<void> => {
    const access = asked && granted.get(asked.context);
    if (!access) throw new APIError("FORBIDDEN", { code: "no_access", message: "No role was given." });
    try {
      await setProviderAccess(pool, userId, access, addressOf(asked));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "conflict") throw error;
      throw new APIError("FORBIDDEN", { code: "last_admin", message: error.message });
    }
  };

  return { plugin: plugin(settings), validateUserInfo, grant };
}

function plugin(settings: OidcSettings) {
  return genericOAuth({
    config: [
      {
        providerId: OIDC_PROVIDER,
        name: settings.name,
        discoveryUrl: `${settings.issuer}/.well-known/openid-configuration`,
        clientId: settings.clientId,
        clientSecret: settings.clientSecret,
        scopes: [...settings.scopes],
        pkce: true,
        requireIdTokenVerification: true,
        disableProviderLogout: true,
        // With the issuer: another provider's people must not become these by a like-named subject.
        accountSubject: ({ profile }) => `${settings.issuer} ${profile.sub}`,
        getUserInfo: (tokens) => readOidcProfile(settings, tokens),
      },
    ],
  });
}

/** We ask the provider nothing later: what is not stored cannot be stolen. */
export const withoutTokens = async () => ({
  data: { accessToken: null, refreshToken: null, idToken: null },
});
