import "server-only";
import { env } from "@/lib/config/env";
import { AppError } from "@/lib/core/errors";
import { InviteAnswer } from "@/lib/core/invite";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { requestAddress } from "@/lib/http/client-address";
import { jsonBody, orProblem, parseOrThrow, problem } from "@/lib/http/handle";
import { assertSameOrigin } from "@/lib/http/same-origin";
import { acceptInvite } from "@/lib/services/invites/accept-invite";
import { countAttempt } from "./rate-limit";

const ATTEMPTS = { max: 10, windowMs: 60_000 };

export interface InviteDoor {
  readonly db: Database;
  readonly publicUrl: string | null;
  readonly address: string | null;
}

/** The door /api/invite: an account for whoever has the link. */
export async function handleInviteRequest(request: Request): Promise<Response> {
  const { publicUrl, trustedProxies } = env();
  const address = requestAddress(request.headers, trustedProxies);
  return orProblem(() => answerInviteRequest(request, { db: database(), publicUrl, address }));
}

export async function answerInviteRequest(request: Request, { db, publicUrl, address }: InviteDoor): Promise<Response> {
  try {
    assertSameOrigin(request, publicUrl);
    const waitMs = await countAttempt(db.prisma, `invite|${address}`, ATTEMPTS);
    if (waitMs !== null) throw tooMany(waitMs);
    const answer = parseOrThrow(InviteAnswer, await jsonBody(request));
    return Response.json(await acceptInvite(answer, address, db), {
      status: 201,
      headers: { "cache-control": "no-store" },
    });
  } catch (error) {
    if (error instanceof AppError) return problem(error.code, error.message, error.details);
    throw error;
  }
}

const tooMany = (waitMs: number) =>
  new AppError("too-many", "Too many attempts.", { retryAfterS: Math.ceil(waitMs / 1000) });
