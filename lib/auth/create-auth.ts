import "server-only";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { type BetterAuthOptions, betterAuth } from "better-auth/minimal";
import { ROLES } from "@/lib/core/access";
import { AppError } from "@/lib/core/errors";
import { MAX_PASSWORD, MIN_PASSWORD, passwordProblem } from "@/lib/core/password-problem";
import type { PrismaClient } from "@/lib/db/generated/client";
import { hashPassword, verifyPassword } from "./password";
import { countAttempt } from "./rate-limit";

/** Carries the caller's address to better-auth; handleAuthRequest alone sets it. */
export const ADDRESS_HEADER = "x-caller-address";
const DAY_S = 24 * 60 * 60;
// Stands in for PUBLIC_URL: better-auth wants some base, and nothing we use builds links from it.
const NO_URL = "http://occupancy.invalid";

export interface AuthSettings {
  prisma: PrismaClient;
  secret: string;
  publicUrl: string | null;
  /** Where better-auth's own errors go. */
  log: (message: string, ...about: unknown[]) => void;
}

export type Auth = ReturnType<typeof createAuth>;

/** Local accounts with sessions in the database. Origin and address are settled in handleAuthRequest. */
export function createAuth({ prisma, secret, publicUrl, log }: AuthSettings) {
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
      additionalFields: { role: { type: [...ROLES], input: false, required: true, defaultValue: "viewer" } },
    },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S, cookieCache: { enabled: false } },
    account: { accountLinking: { enabled: false } },
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

function rateLimit(prisma: PrismaClient) {
  return {
    enabled: true,
    window: 10,
    max: 100,
    customRules: { "/sign-in/email": { window: 10, max: 3 }, "/change-password": { window: 10, max: 3 } },
    // better-auth's own database storage takes up to six statements and a transaction for this.
    customStorage: {
      consume: async (key: string, rule: { window: number; max: number }) => {
        const waitMs = await countAttempt(prisma, key, { max: rule.max, windowMs: rule.window * 1000 });
        return { allowed: waitMs === null, retryAfter: waitMs === null ? null : Math.ceil(waitMs / 1000) };
      },
    },
  } satisfies BetterAuthOptions["rateLimit"];
}

/** Many addresses guessing at one account: slowed down per account as well, known or not. */
const PER_ACCOUNT = { max: 10, windowMs: 60_000 };

function limitsAndPasswords(prisma: PrismaClient) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path === "/sign-in/email") {
      const waitMs = await countAttempt(
        prisma,
        `account|${String(ctx.body?.email).toLowerCase().slice(0, 320)}`,
        PER_ACCOUNT,
      );
      if (waitMs === null) return;
      const seconds = String(Math.ceil(waitMs / 1000));
      throw new APIError("TOO_MANY_REQUESTS", { message: "Too many attempts." }, { "X-Retry-After": seconds });
    }
    if (ctx.path === "/change-password") {
      const problem = passwordProblem(String(ctx.body?.newPassword));
      if (problem) throw new APIError("BAD_REQUEST", { message: problem });
    }
  });
}

async function refuseWhenBusy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw new APIError("SERVICE_UNAVAILABLE", { message: error.message });
    throw error;
  }
}
