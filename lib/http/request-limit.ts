import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/core/errors";
import { say } from "@/lib/core/words";
import { singleton } from "@/lib/runtime/singleton";

/** Requests per minute, for each person and each token, on each instance. */
const REQUESTS_PER_MINUTE = { person: 1_200, token: 300 } as const;
const WINDOW_S = 60;

/**
 * Counts a request of somebody who is signed in. Answers the headers that say how much is left (IETF
 * draft-ietf-httpapi-ratelimit-headers). Throws `too-many` with `retryAfterS`.
 */
export async function takeRequest({ userId, sessionId, scopes }: Actor): Promise<Record<string, string>> {
  const kind = scopes === null ? "person" : "token";
  const points = REQUESTS_PER_MINUTE[kind];
  const limiter = singleton(`requests ${kind}`, () => new RateLimiterMemory({ points, duration: WINDOW_S }));
  const taken = await limiter.consume(kind === "person" ? userId : sessionId).catch(refused);
  const resetS = Math.max(1, Math.ceil(taken.msBeforeNext / 1000));
  if (taken.consumedPoints > points) {
    const words = say("More than {most} requests in a minute. Nothing was done; try again later.", { most: points });
    throw new AppError("too-many", words, { retryAfterS: resetS });
  }
  return {
    "ratelimit-policy": `"minute";q=${points};w=${WINDOW_S}`,
    ratelimit: `"minute";r=${taken.remainingPoints};t=${resetS}`,
  };
}

function refused(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason;
  throw reason;
}
