import "server-only";
import { env } from "@/lib/config/env";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { prisma } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { requestAddress } from "@/lib/http/client-address";
import { readBody } from "@/lib/http/read-body";
import { assertSameOrigin } from "@/lib/http/same-origin";
import { authSecret } from "./auth";
import { createFirstAdmin, hasUsers } from "./create-first-admin";
import { countAttempt } from "./rate-limit";
import { isSetupCode } from "./setup-code";
import { SetupRequest } from "./setup-request";

const ATTEMPTS = { max: 10, windowMs: 60_000 };
const MAX_BODY = 8192;
const STATUS: Partial<Record<ErrorCode, number>> = { invalid: 400, forbidden: 403, conflict: 409, unavailable: 503 };

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
  return answerSetupRequest(request, { prisma: prisma(), secret: await authSecret(), publicUrl, address });
}

export async function answerSetupRequest(request: Request, door: SetupDoor): Promise<Response> {
  try {
    assertSameOrigin(request, door.publicUrl);
    if (await hasUsers(door.prisma)) throw alreadySetUp();
    const waitMs = await countAttempt(door.prisma, `setup|${door.address}`, ATTEMPTS);
    if (waitMs !== null) return problem(429, "Too many attempts.", { "retry-after": String(Math.ceil(waitMs / 1000)) });
    const { code, ...admin } = await readSetupRequest(request);
    if (!isSetupCode(door.secret, code)) throw new AppError("forbidden", "The setup code is not right.");
    if ((await createFirstAdmin(door.prisma, { ...admin, source: "wizard" })) === "exists") throw alreadySetUp();
    return Response.json({ status: "created" }, { status: 201 });
  } catch (error) {
    const status = error instanceof AppError ? STATUS[error.code] : undefined;
    if (!(error instanceof AppError) || status === undefined) throw error;
    return problem(status, error.message);
  }
}

async function readSetupRequest(request: Request): Promise<SetupRequest> {
  const body = await readBody(request, MAX_BODY);
  const parsed = SetupRequest.safeParse(body === null ? null : parseJson(new TextDecoder().decode(body)));
  if (!parsed.success) {
    throw new AppError("invalid", parsed.error.issues.map((issue) => issue.path.join(".") || "body").join(", "));
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError("invalid", "This is not JSON.", undefined, error);
  }
}

const alreadySetUp = () => new AppError("conflict", "This server has its first admin already.");

const problem = (status: number, title: string, headers: Record<string, string> = {}): Response =>
  Response.json({ status, title }, { status, headers: { "content-type": "application/problem+json", ...headers } });
