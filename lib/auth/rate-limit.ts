import "server-only";
import { randomUUID } from "node:crypto";
import type { PrismaClient } from "@/lib/db/generated/client";

export interface RateRule {
  /** Requests allowed per window. */
  max: number;
  windowMs: number;
}

const KEPT_MS = 60 * 60_000;

/** Counts one attempt in one statement, on the database's clock. Null when allowed, else ms until the window ends. */
export async function countAttempt(prisma: PrismaClient, key: string, rule: RateRule): Promise<number | null> {
  const [row] = await prisma.$queryRaw<{ count: number; waitMs: number }[]>`
    WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now)
    INSERT INTO rate_limit AS kept (id, key, count, last_request)
    SELECT ${randomUUID()}, ${key}, 1, now FROM clock
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN kept.last_request + ${rule.windowMs}::bigint <= excluded.last_request
        THEN 1 ELSE least(kept.count, 1000000) + 1 END,
      last_request = CASE WHEN kept.last_request + ${rule.windowMs}::bigint <= excluded.last_request
        THEN excluded.last_request ELSE kept.last_request END
    RETURNING count, (last_request + ${rule.windowMs}::bigint - (SELECT now FROM clock))::int AS "waitMs"`;
  if (!row) throw new Error("The rate limit did not answer.");
  if (row.count === 1) await forgetOld(prisma);
  return row.count > rule.max ? Math.max(1, row.waitMs) : null;
}

async function forgetOld(prisma: PrismaClient): Promise<void> {
  await prisma.rateLimit.deleteMany({ where: { lastRequest: { lt: Date.now() - KEPT_MS } } });
}
