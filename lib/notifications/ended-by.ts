import { retryAfter } from "@/lib/core/notifications/retry";
import type { Claimed, Ended } from "@/lib/db/notifications/outbox";
import type { SendOutcome } from "./send-outcome";

/** What a try came to: sent, given up, or waiting for the next; `at` in ms. */
export function endedBy({ id, attempts }: Claimed, outcome: SendOutcome, at: number): Ended {
  const { answer } = outcome;
  if (outcome.ok) return { id, status: "sent", answer, at };
  const wait = outcome.isFinal ? null : retryAfter(attempts, outcome.retryAfterS);
  return wait === null ? { id, status: "failed", answer, at } : { id, status: "waiting", answer, at: at + wait };
}
