import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { verifyPassword } from "@/lib/auth/password";
import { countAttempt } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/core/errors";
import { text } from "@/lib/core/text";
import type { Database } from "@/lib/db/database";
import { readProof } from "@/lib/db/people-repository";

const GUESSES = { max: 10, windowMs: 60_000 };

/**
 * Before what a thief of the session must not do: is it really them? By the password they have here; people of the
 * identity provider by having signed in a moment ago. Throws `invalid`, `too-many`, or `conflict` when they have to
 * sign in again.
 */
export async function confirmPerson(actor: Actor, password: string | undefined, db: Database): Promise<void> {
  const { hashed, isFresh } = await readProof(db, actor.userId, actor.sessionId);
  if (hashed === null) {
    if (isFresh) return;
    throw new AppError("conflict", "Sign out and in again first, so that we know it is you.");
  }
  if (!password) throw wrong(text("Enter your password."));
  const waitMs = await countAttempt(db.prisma, `confirm|${actor.userId}`, GUESSES);
  if (waitMs !== null) throw new AppError("too-many", "Too many attempts.", { retryAfterS: Math.ceil(waitMs / 1000) });
  if (!(await verifyPassword(hashed, password))) throw wrong(text("The password is not right."));
}

const wrong = (message: string) => new AppError("invalid", message, { path: "password" });
