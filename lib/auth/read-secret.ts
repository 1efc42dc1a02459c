import "server-only";
import { randomBytes } from "node:crypto";
import type { PrismaClient } from "@/lib/db/generated/client";

const NAME = "auth";

/** The secret that signs sessions: the operator's, or one made once and shared through the database. */
export async function readSecret(prisma: PrismaClient, given: string | null): Promise<string> {
  if (given !== null) return given;
  const fresh = randomBytes(32).toString("base64url");
  await prisma.serverSecret.createMany({ data: [{ name: NAME, value: fresh }], skipDuplicates: true });
  // Another instance may have been first: what is stored counts, not what we made.
  const { value } = await prisma.serverSecret.findUniqueOrThrow({ where: { name: NAME } });
  return value;
}
