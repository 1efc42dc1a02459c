import type { Outcome, Refusal } from "@/lib/ingest/outcome";

export interface WebhookAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const STATUS: Record<Refusal, number> = {
  "not-an-event": 400,
  unauthenticated: 401,
  "other-tenant": 403,
  "unknown-vendor": 404,
  method: 405,
  "too-large": 413,
  "not-json": 415,
};

const EXTRA: Partial<Record<Refusal, Record<string, string>>> = {
  method: { allow: "POST" },
  "too-large": { connection: "close" },
};

function answer(status: number, body: object, headers: Record<string, string> = {}): WebhookAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    body: JSON.stringify(body),
  };
}

const stored = (changed: number) => answer(200, { status: "stored", changed });
const DUPLICATE = answer(200, { status: "duplicate" });
/** Nearly every answer is one of these, and is made once. */
const STORED: readonly WebhookAnswer[] = Array.from({ length: 32 }, (_, changed) => stored(changed));

/** The one table from outcome to HTTP; both doors answer with it. */
export function webhookAnswer(outcome: Outcome): WebhookAnswer {
  switch (outcome.kind) {
    case "stored":
      return STORED[outcome.changed] ?? stored(outcome.changed);
    case "duplicate":
      return DUPLICATE;
    case "unhandled":
      return answer(200, { status: "unhandled", type: outcome.eventType });
    case "quarantined":
      return answer(200, { status: "quarantined", issues: outcome.issues });
    case "challenge":
      return answer(200, outcome.reply);
    case "refused":
      return answer(STATUS[outcome.reason], { error: outcome.reason }, EXTRA[outcome.reason]);
    case "unavailable":
      return answer(503, { error: "unavailable" }, { "retry-after": String(outcome.retryAfterS) });
  }
}
