import "server-only";
import { APIError, createAuthMiddleware } from "better-auth/api";
import type { BetterAuthOptions } from "better-auth/minimal";
import { passwordProblem } from "@/lib/core/password-problem";
import type { PrismaClient } from "@/lib/db/generated/client";
import { countAttempt } from "./rate-limit";

/** Per address and path. */
export function rateLimit(prisma: PrismaClient) {
  return {
    enabled: true,
    window: 10,
    max: 100,
    customRules: {
      "/sign-in/email": { window: 10, max: 3 },
      "/sign-in/social": { window: 10, max: 10 },
      "/callback/*": { window: 10, max: 10 },
      "/change-password": { window: 10, max: 3 },
      "/two-factor/*": { window: 10, max: 3 },
    },
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

/** Before better-auth sees a request: guesses per account, our rules for passwords, and what we do not offer. */
export function limitsAndPasswords(prisma: PrismaClient) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.path === "/sign-in/email") return slowDownGuesses(prisma, String(ctx.body?.email));
    if (ctx.path.startsWith("/two-factor/") && ctx.body?.trustDevice)
      throw new APIError("BAD_REQUEST", { message: "The second factor is asked for every time." });
    if (ctx.path !== "/change-password") return;
    const problem = passwordProblem(String(ctx.body?.newPassword));
    if (problem) throw new APIError("BAD_REQUEST", { message: problem });
    // Whoever learned the old password may be signed in with it.
    return { context: { body: { ...ctx.body, revokeOtherSessions: true } } };
  });
}

async function slowDownGuesses(prisma: PrismaClient, email: string): Promise<void> {
  const waitMs = await countAttempt(prisma, `account|${email.toLowerCase().slice(0, 320)}`, PER_ACCOUNT);
  if (waitMs === null) return;
  const seconds = String(Math.ceil(waitMs / 1000));
  throw new APIError("TOO_MANY_REQUESTS", { message: "Too many attempts." }, { "X-Retry-After": seconds });
}
