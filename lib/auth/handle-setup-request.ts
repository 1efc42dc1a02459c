import "server-only";
import { env } from "@/lib/config/env";
import { AppError } from "@/lib/core/errors";
import { SetupRequest } from "@/lib/core/setup-request";
import { prisma } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { requestAddress } from "@/lib/http/client-address";
import { jsonBody, orProblem, parseOrThrow, problemOf } from "@/lib/http/handle";
import { assertSameOrigin } from "@/lib/http/same-origin";
import { authSecret } from "./auth";
import { createFirstAdmin, hasUsers } from "./create-first-admin";
import { countAttempt } from "./rate-limit";
import { isSetupCode } from "./setup-code";

const ATTEMPTS = { max: 10, windowMs: 60_000 };

export interface SetupDoor {
  prisma: PrismaClient;
  secret: string;
  publicUrl: string | null;
  address: string | null;
}

/** The door /api/setup: the first admin, for whoever can read the server's log. */
export async function handleSetupRequest(request: Request): Promise<Response> {
  const { publicUrl, trustedProxies } = env();
  const address = requestAddress(request.headers, trustedProxies);
  return orProblem(async () =>
    answerSetupRequest(request, { prisma: prisma(), secret: await authSecret(), publicUrl, address }),
  );
}

export async function answerSetupRequest(request: Request, door: SetupDoor): Promise<Response> {
  try {
    assertSameOrigin(request, door.publicUrl);
    if (await hasUsers(door.prisma)) throw alreadySetUp();
    const waitMs = await countAttempt(door.prisma, `setup|${door.address}`, ATTEMPTS);
    if (waitMs !== null) throw tooMany(waitMs);
    const { code, ...admin } = parseOrThrow(SetupRequest, await jsonBody(request));
    if (!isSetupCode(door.secret, code)) throw new AppError("forbidden", "The setup code is not right.");
    if ((await createFirstAdmin(door.prisma, { ...admin, source: "wizard" })) === "exists") throw alreadySetUp();
    return Response.json({ status: "created" }, { status: 201 });
  } catch (error) {
    if (error instanceof AppError) return problemOf(error);
    throw error;
  }
}

const alreadySetUp = () => new AppError("conflict", "This server has its first admin already.");

const tooMany = (waitMs: number) =>
  new AppError("too-many", "Too many attempts.", { retryAfterS: Math.ceil(waitMs / 1000) });
