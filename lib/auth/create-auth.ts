import "server-only";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { type BetterAuthOptions, betterAuth } from "better-auth/minimal";
import { twoFactor } from "better-auth/plugins/two-factor";
import { ROLES } from "@/lib/core/access";
import { AppError } from "@/lib/core/errors";
import { MAX_PASSWORD, MIN_PASSWORD } from "@/lib/core/password-problem";
import type { PrismaClient } from "@/lib/db/generated/client";
import { limitsAndPasswords, rateLimit } from "./auth-limits";
import { type Oidc, oidcSignIn, withoutTokens } from "./oidc";
import { hashPassword, verifyPassword } from "./password";
import { sessionGate } from "./session-gate";
import { ADDRESS_HEADER, type OnRefused, signInRecord } from "./sign-in-record";

const DAY_S = 24 * 60 * 60;
// Stands in for PUBLIC_URL: better-auth wants some base, and nothing we use builds links from it.
const NO_URL = "http://occupancy.invalid";

export interface AuthSettings {
  prisma: PrismaClient;
  secret: string;
  publicUrl: string | null;
  /** Where better-auth's own errors go. */
  log: (message: string, ...about: unknown[]) => void;
  onRefused?: OnRefused;
  /** The identity provider; left out for an instance that knows local accounts only. */
  oidc?: Oidc | null;
}

export type Auth = ReturnType<typeof createAuth>;

/** Accounts with sessions in the database. Origin and address are settled in handleAuthRequest. */
export function createAuth(settings: AuthSettings) {
  const { prisma, secret, publicUrl, log, onRefused = () => undefined } = settings;
  const oidc = settings.oidc ? oidcSignIn(settings.oidc) : null;
  const https = publicUrl?.startsWith("https:") ?? false;
  return betterAuth({
    appName: "Occupancy",
    secret,
    baseURL: publicUrl === null ? NO_URL : new URL(publicUrl).origin,
    basePath: "/api/auth",
    database: prismaAdapter(prisma, { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      password: {
        hash: (password) => refuseWhenBusy(() => hashPassword(password)),
        verify: ({ hash, password }) => refuseWhenBusy(() => verifyPassword(hash, password)),
      },
    },
    user: {
      ...(oidc ? { validateUserInfo: oidc.validateUserInfo } : {}),
      additionalFields: { role: { type: [...ROLES], input: false, required: true, defaultValue: "viewer" } },
    },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S, cookieCache: { enabled: false } },
    account: { accountLinking: { enabled: false, disableImplicitLinking: true } },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, ctx) => {
            await sessionGate(prisma, userId, ctx);
            await oidc?.grant(userId, ctx);
          },
        },
      },
      account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
    },
    plugins: [twoFactor({ issuer: "Occupancy" }), ...(oidc ? [oidc.plugin] : []), signInRecord(prisma, onRefused)],
    onAPIError: { errorURL: "/login" },
    rateLimit: rateLimit(prisma),
    hooks: { before: limitsAndPasswords(prisma) },
    advanced: advanced(https),
    telemetry: { enabled: false },
    // Below errors it reports every wrong password; naming a level would make it print refusals by itself.
    logger: { log: (level, ...line) => (level === "error" ? log(...line) : undefined) },
  });
}

function advanced(https: boolean) {
  return {
    // __Host- is stricter than the __Secure- that useSecureCookies would add: no Domain, Path=/ only.
    cookiePrefix: https ? "__Host-occupancy" : "occupancy",
    useSecureCookies: false,
    defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: "lax", path: "/" },
    ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 64 },
    // assertSameOrigin guards every door the same way; better-auth's own check wants an Origin from curl too.
    disableCSRFCheck: true,
    disableOriginCheck: false,
  } satisfies BetterAuthOptions["advanced"];
}

async function refuseWhenBusy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw new APIError("SERVICE_UNAVAILABLE", { message: error.message });
    throw error;
  }
}
