import "server-only";
import type { z } from "zod";
import { env } from "@/lib/config/env";
import { AppError } from "@/lib/core/errors";
import { database } from "@/lib/db/client";
import type { Database } from "@/lib/db/database";
import { requestAddress } from "@/lib/http/client-address";
import { jsonBody, orProblem, parseOrThrow, problemOf } from "@/lib/http/handle";
import { assertSameOrigin } from "@/lib/http/same-origin";
import { countAttempt } from "./rate-limit";

const ATTEMPTS = { max: 10, windowMs: 60_000 };

export interface LinkDoor {
  readonly db: Database;
  readonly publicUrl: string | null;
  readonly address: string | null;
}

/** What a link with a code is good for. */
export interface LinkUse<T extends z.ZodType> {
  /** Attempts are counted per address and name. */
  readonly name: string;
  readonly schema: T;
  readonly status: number;
  readonly work: (answer: z.output<T>, address: string | null, db: Database) => Promise<object>;
}

/** The door of whoever has a link, for requests as they come in. */
export async function handleLinkRequest<T extends z.ZodType>(request: Request, use: LinkUse<T>): Promise<Response> {
  const { publicUrl, trustedProxies } = env();
  const address = requestAddress(request.headers, trustedProxies);
  return orProblem(() => answerLinkRequest(request, use, { db: database(), publicUrl, address }));
}

export async function answerLinkRequest<T extends z.ZodType>(
  request: Request,
  { name, schema, status, work }: LinkUse<T>,
  { db, publicUrl, address }: LinkDoor,
): Promise<Response> {
  try {
    assertSameOrigin(request, publicUrl);
    const waitMs = await countAttempt(db.prisma, `${name}|${address}`, ATTEMPTS);
    if (waitMs !== null) throw tooMany(waitMs);
    const answer = parseOrThrow(schema, await jsonBody(request));
    const headers = { "cache-control": "no-store" };
    return Response.json(await work(answer, address, db), { status, headers });
  } catch (error) {
    if (error instanceof AppError) return problemOf(error);
    throw error;
  }
}

const tooMany = (waitMs: number) =>
  new AppError("too-many", "Too many attempts.", { retryAfterS: Math.ceil(waitMs / 1000) });
