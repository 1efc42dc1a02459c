import "server-only";
import { createHash } from "node:crypto";
import { APIError } from "better-auth/api";
import type { PrismaClient } from "@/lib/db/generated/client";
import { countAttempt } from "./rate-limit";

/** A code is good for its own half minute and both neighbours. */
const CODE_LIVES_MS = 90_000;

interface Asked {
  readonly path?: string | undefined;
  readonly body?: unknown;
}

/** The last word before a session is made: not for the disabled, and not twice for one code of an app. */
export async function sessionGate(prisma: PrismaClient, userId: string, asked: Asked | null): Promise<void> {
  const user = await prisma.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  if (!user || user.disabledAt !== null)
    throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED", message: "This account is disabled. Ask an admin." });
  if (asked?.path !== "/two-factor/verify-totp") return;
  const { code } = asked.body as { code: string };
  const key = createHash("sha256").update(`${userId} ${code}`).digest("base64url");
  if ((await countAttempt(prisma, `totp|${key}`, { max: 1, windowMs: CODE_LIVES_MS })) === null) return;
  throw new APIError("UNAUTHORIZED", { code: "CODE_USED", message: "This code was used already." });
}
