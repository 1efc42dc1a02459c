import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Authentication, Handshake, RawDelivery } from "../adapter";
import { matchingSecret, sameMac } from "../same-secret";

/** A retry is signed anew, so this is about clocks, not about late events. */
const WINDOW_S = 600;

const TIMESTAMP = /^\d{10}$/;
const SIGNATURE = /^v0=[0-9a-f]{64}$/;

/** `v0=` and the HMAC-SHA256 of `v0:{timestamp}:{raw body}`; the timestamp is in seconds and within ten minutes of ours. */
export function verify(delivery: RawDelivery, secrets: readonly string[], now: number): Authentication {
  const usable = secrets.filter((secret) => secret.length > 0);
  if (usable.length === 0) return { kind: "disbelieved", reason: "no-secret" };
  const timestamp = delivery.headers["x-zm-request-timestamp"] ?? "";
  const signature = delivery.headers["x-zm-signature"] ?? "";
  if (!TIMESTAMP.test(timestamp) || !SIGNATURE.test(signature)) return { kind: "disbelieved", reason: "no-proof" };
  const secret = matchingSecret(usable, (key) => sameMac(signature, sign(delivery.body, timestamp, key)));
  if (secret === null) return { kind: "disbelieved", reason: "wrong-secret" };
  const skewS = Math.floor(now / 1000) - Number(timestamp);
  if (Math.abs(skewS) > WINDOW_S) return { kind: "disbelieved", reason: "wrong-time", skewS };
  return { kind: "believed", secret };
}

function sign(body: Uint8Array, timestamp: string, secret: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
}

const Challenge = z.looseObject({ event: z.literal("endpoint.url_validation") });

// The answer is an HMAC under the key that signs events. Without colons a token can never be a text that is signed.
const Question = z.looseObject({ payload: z.looseObject({ plainToken: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) }) });

/** Answers `endpoint.url_validation` with the secret that signed it. */
export function answerChallenge(payload: unknown, secret: string): Handshake | null {
  if (!Challenge.safeParse(payload).success) return null;
  const question = Question.safeParse(payload);
  if (!question.success) return { kind: "refused" };
  const { plainToken } = question.data.payload;
  const encryptedToken = createHmac("sha256", secret).update(plainToken).digest("hex");
  return { kind: "reply", body: { plainToken, encryptedToken } };
}
