import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import { tokenHash } from "@/lib/auth/token-hash";
import { AppError } from "@/lib/core/errors";
import { KIOSK_CODE_SIGNS, type KioskBoard } from "@/lib/core/kiosk";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { insertWaitingKiosk, type KioskRecord, readKioskByToken } from "@/lib/db/kiosk-repository";

const CODE_MS = 10 * 60_000;
const CODE_SIGNS = 8;

type Told = KioskBoard extends infer Board ? (Board extends unknown ? Omit<Board, "version"> : never) : never;

/** What the screen with this token (null: none yet) is to show. */
export async function boardOf(token: string | null, db: Database = database()): Promise<Told> {
  const kiosk = token === null ? null : await readKioskByToken(tokenHash(token), db);
  return kiosk ? told(kiosk) : { status: "new" };
}

function told({ isRevoked, isApproved, code, codeEndsAt, name, floors, turnS, here }: KioskRecord): Told {
  if (isRevoked) return { status: "revoked" };
  if (isApproved) return { status: "ready", name, floors: [...floors], turnS, here };
  if (code === null || codeEndsAt === null || codeEndsAt.getTime() <= Date.now()) return { status: "new" };
  return { status: "waiting", code, endsAt: codeEndsAt.toISOString() };
}

/**
 * A new screen: its token (256 bit, to be kept by it alone) and the code somebody reads from it and types in as an
 * admin. Throws `unavailable` when too many screens wait.
 */
export async function newScreen(db: Database = database()): Promise<{ token: string; board: Told }> {
  const token = randomBytes(32).toString("base64url");
  const code = Array.from({ length: CODE_SIGNS }, () => KIOSK_CODE_SIGNS[randomInt(KIOSK_CODE_SIGNS.length)]).join("");
  const endsAt = new Date(Date.now() + CODE_MS);
  const isKept = await insertWaitingKiosk({ hash: tokenHash(token), code, endsAt }, db);
  if (!isKept)
    throw new AppError("unavailable", "Too many screens are waiting to be paired. Try again in ten minutes.");
  return { token, board: { status: "waiting", code, endsAt: endsAt.toISOString() } };
}
