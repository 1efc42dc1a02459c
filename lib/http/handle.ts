import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { actorFromHeaders } from "@/lib/auth/session";
import { env } from "@/lib/config/env";
import type { Action } from "@/lib/core/access";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { english, type Text } from "@/lib/core/text";
import { say, type Words } from "@/lib/core/words";
import { logger } from "@/lib/runtime/logger";
import { issueWords } from "./issue-words";
import { readBody } from "./read-body";
import { readerText } from "./reader";
import { takeRequest } from "./request-limit";
import { assertSameOrigin } from "./same-origin";
import { ANYWHERE, type Where } from "./where";

const CSP = "content-security-policy";

const STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "second-factor-required": 403,
  "not-found": 404,
  conflict: 409,
  "too-many": 429,
  internal: 500,
  unavailable: 503,
};

/** Codes whose details are for the caller. */
const TELLS_MORE: readonly ErrorCode[] = ["invalid", "conflict", "too-many", "internal"];

/** An RFC 9457 problem document, in words that `language` is of. */
function problem(code: ErrorCode, title: string, extra: Record<string, unknown>, language: Locale): Response {
  const headers: Record<string, string> = {
    ...{ "content-type": "application/problem+json", "cache-control": "no-store", "content-language": language },
  };
  if (code === "unavailable") headers["retry-after"] = "5";
  if (code === "too-many") headers["retry-after"] = String(extra.retryAfterS ?? 60);
  const status = STATUS[code];
  return new Response(JSON.stringify({ type: "about:blank", title, status, code, ...extra }), { status, headers });
}

/** An ending as a problem document, said in the language that is asked for: that of the pages, English for programs. */
export async function problemOf({ code, words, details = {} }: AppError): Promise<Response> {
  // Tests, and whoever asks outside of a request of Next's, are answered in English.
  const t = await readerText().catch(() => english);
  const issues = Array.isArray(details.issues) ? { issues: details.issues.map((issue: Issue) => said(issue, t)) } : {};
  const extra = TELLS_MORE.includes(code) ? { ...details, ...issues } : {};
  return problem(code, t(words.text, words.values), extra, t.locale);
}

/** What is wrong with one value; `words` where the message is of the library that found it. */
interface Issue {
  readonly path: string;
  readonly message: string;
  readonly words?: Words;
}

function said({ words, message, ...issue }: Issue, t: Text) {
  if (t.locale === "en") return { ...issue, message };
  return { ...issue, message: words ? t(words.text, words.values) : t(message) };
}

/** A lost or hung database is nobody's bad input: say so and let them try again. Prisma and pg each have their codes. */
function isDatabaseAway(error: unknown): boolean {
  const { code, message = "" } = error as { code?: string; message?: string };
  return (
    /^(08|57P|53)|^E(CONN|PIPE|TIMEDOUT|AI_AGAIN)|^P(1001|1002|1008|1017|2024)$/.test(code ?? "") ||
    /timeout|Connection terminated|Can't reach database/i.test(message)
  );
}

/** The one table from error to answer; what is not ours answers a request id and nothing else. */
function problemFor(error: unknown): Promise<Response> {
  if (error instanceof AppError) {
    if (error.details?.userId !== undefined || error.code === "too-many")
      logger().warn({ code: error.code, ...error.details }, "refused");
    return problemOf(error);
  }
  if (isDatabaseAway(error)) {
    logger().warn({ err: error }, "the database did not answer");
    return problemOf(
      new AppError("unavailable", "The database is not answering. Nothing was changed. Try again in a few seconds."),
    );
  }
  const requestId = randomUUID();
  logger().error({ err: error, requestId }, "request failed");
  return problemOf(new AppError("internal", "Something failed on our side. Nothing was changed.", { requestId }));
}

/** For doors with their own rules: an error becomes its problem document. */
export async function orProblem(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return problemFor(error);
  }
}

interface Context<P> {
  readonly params: Promise<P>;
}

interface Call<P> {
  readonly request: Request;
  readonly params: P;
  readonly actor: Actor;
}

/** A route handler for signed-in people: who is asking, may they, do it, and one table from error to status. */
export function handle<P = Record<string, never>>(
  action: Action,
  where: Where<P>,
  work: (call: Call<P>) => Promise<Response>,
) {
  const answer = async (request: Request, context: Context<P>): Promise<Response> => {
    let limits: Record<string, string> = {};
    const response = await orProblem(async () => {
      assertSameOrigin(request, env().publicUrl);
      const actor = await actorFromHeaders(request.headers);
      if (actor) limits = await takeRequest(actor);
      authorize(actor, action);
      const params = await context.params;
      if (where !== ANYWHERE) authorize(actor, action, (await where(params)) ?? nothingThere());
      return work({ request, params, actor });
    });
    for (const [name, value] of Object.entries(limits)) response.headers.set(name, value);
    // An answer that a browser is pointed at is no page; drawings bring a policy of their own.
    if (!response.headers.has(CSP)) response.headers.set(CSP, "default-src 'none'; frame-ancestors 'none'");
    return response;
  };
  // The API's description and the tests that walk over all routes read it.
  return Object.assign(answer, { action });
}

function nothingThere(): never {
  throw new AppError("not-found", "There is nothing here.");
}

export function json(body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers: { "cache-control": "no-store", ...headers } });
}

/** Parses or throws `invalid` with the paths that failed. */
export function parseOrThrow<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", "Some values are not right.", {
    issues: parsed.error.issues.map((issue) => ({
      ...{ path: issue.path.join("."), message: issue.message, words: issueWords(issue) },
    })),
  });
}

/** The query of a request as strings. */
export const query = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

/** The body as JSON. Throws `invalid` when it is none, or larger than allowed. */
export async function jsonBody(request: Request, maxMegabytes = 1): Promise<unknown> {
  const body = await readBody(request, maxMegabytes << 20);
  if (body === null)
    throw new AppError("invalid", say("The request is larger than {most} MB.", { most: maxMegabytes }));
  return parsed(body);
}

/** For requests that may come without a body: that is `{}`. */
export async function jsonBodyIfAny(request: Request): Promise<unknown> {
  const body = await readBody(request, 1 << 20);
  if (body === null) throw new AppError("invalid", say("The request is larger than {most} MB.", { most: 1 }));
  return body.byteLength === 0 ? {} : parsed(body);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new AppError("invalid", "The request is not JSON.");
  }
}
