import "server-only";
import type { PrismaClient } from "@/lib/db/generated/client";
import { createFirstAdmin, hasUsers } from "./create-first-admin";
import { setupCode } from "./setup-code";

export interface SignInSetup {
  prisma: PrismaClient;
  secret: string;
  /** Where people reach us, for the link. */
  url: string;
  bootstrapAdmin: { email: string; password: string } | null;
}

/** At boot: makes the operator's admin when there is no user. Answers the link of the wizard while it is needed. */
export async function prepareSignIn({ prisma, secret, url, bootstrapAdmin }: SignInSetup): Promise<string | null> {
  if (bootstrapAdmin) {
    const name = bootstrapAdmin.email.split("@")[0] ?? bootstrapAdmin.email;
    await createFirstAdmin(prisma, { ...bootstrapAdmin, name, source: "environment" });
  }
  if (await hasUsers(prisma)) return null;
  return new URL(`/setup?code=${setupCode(secret)}`, url).href;
}
