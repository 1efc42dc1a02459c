import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/core/errors";
import { passwordProblem } from "@/lib/core/password-problem";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { hashPassword } from "./password";

export interface FirstAdmin {
  name: string;
  email: string;
  password: string;
  /** Who made it: the wizard, or the environment at boot. */
  source: "wizard" | "environment";
}

export async function hasUsers(db: Prisma.TransactionClient): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) !== null;
}

/** Makes the first account; once there is any user it answers "exists", however many ask at the same time. */
export async function createFirstAdmin(prisma: PrismaClient, admin: FirstAdmin): Promise<"created" | "exists"> {
  // An operator's environment is the operator's choice (its schema asks for 8 characters); people get the whole rule.
  const problem = admin.source === "wizard" ? passwordProblem(admin.password, admin.email) : null;
  if (problem) throw new AppError("invalid", problem, { path: "password" });
  if (await hasUsers(prisma)) return "exists";
  const password = await hashPassword(admin.password);
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('occupancy.first-admin', 0))`;
    if (await hasUsers(tx)) return "exists";
    await insertAdmin(tx, admin, password);
    return "created";
  });
}

async function insertAdmin(tx: Prisma.TransactionClient, admin: FirstAdmin, password: string): Promise<void> {
  const id = randomUUID();
  const email = admin.email.toLowerCase();
  const account = { id: randomUUID(), accountId: id, providerId: "credential", password };
  await tx.user.create({
    data: { id, name: admin.name, email, emailVerified: true, role: "admin", accounts: { create: account } },
  });
  await tx.auditEntry.create({
    data: {
      actorId: id,
      actorName: admin.name,
      action: "user.create",
      objectType: "user",
      objectId: id,
      after: { email, role: "admin", source: admin.source },
    },
  });
}
