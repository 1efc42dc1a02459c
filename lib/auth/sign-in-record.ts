import "server-only";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import type { PrismaClient } from "@/lib/db/generated/client";

/** Carries the caller's address to better-auth; handleAuthRequest alone sets it. */
export const ADDRESS_HEADER = "x-caller-address";

const SIGN_INS = new Set([
  "/sign-in/email",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/callback/:id",
]);

/** What people do to their own account through better-auth, as the audit calls it. */
const CHANGES: Readonly<Record<string, string>> = {
  "/change-password": "user.password",
  "/two-factor/verify-totp": "user.add-second-factor",
  "/two-factor/disable": "user.remove-second-factor",
  "/two-factor/generate-backup-codes": "user.backup-codes",
};

/** A sign-in that was refused, for the log: no address of a person, no password, no code. */
export type OnRefused = (path: string, address: string | null) => void;

/**
 * Writes sign-ins and changes of one's own account to the audit. It stands after the second factor's plugin, so that
 * a password alone does not count as a sign-in where more is asked for.
 */
export function signInRecord(prisma: PrismaClient, onRefused: OnRefused) {
  const handler = createAuthMiddleware(async (ctx) => {
    const address = ctx.headers?.get(ADDRESS_HEADER) ?? null;
    const { newSession, session, returned } = ctx.context;
    if (isAPIError(returned) && returned.statusCode >= 400) {
      if (SIGN_INS.has(ctx.path)) onRefused(ctx.path, address);
      return;
    }
    // Who asks is signed in already: then it is about their account.
    const action = session ? CHANGES[ctx.path] : SIGN_INS.has(ctx.path) && newSession ? "user.sign-in" : undefined;
    const user = session?.user ?? newSession?.user;
    if (!action || !user) return;
    if (action === "user.sign-in")
      await prisma.user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() }, select: { id: true } });
    if (action === "user.password")
      await prisma.passwordReset.updateMany({
        where: { userId: user.id, usedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      });
    await prisma.auditEntry.create({
      data: { actorId: user.id, actorName: user.name, address, action, objectType: "user", objectId: user.id },
    });
  });
  const isOurs = (path: string | undefined) => path !== undefined && (SIGN_INS.has(path) || path in CHANGES);
  return {
    id: "sign-in-record",
    hooks: { after: [{ matcher: ({ path }: { path?: string }) => isOurs(path), handler }] },
  };
}
