import { Agent, request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { request as httpsRequest, Agent as TlsAgent } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

export interface PosterOptions {
  /** Base address of the installation. */
  readonly url: string;
  readonly key: string;
  readonly header?: string;
  readonly connections?: number;
  /** Butlr tries three times within ten seconds and then drops the event. A backfill has longer. */
  readonly attempts?: number;
  readonly withinMs?: number;
}

export interface WebhookPoster {
  /** Resolves to the answer's word ("stored", "duplicate", …), its status, or "dropped". Never throws. */
  post(body: string, key?: string): Promise<string>;
  /** Posts everything, as fast as the connections or `perSecond` allow, until the signal aborts. */
  postAll(bodies: Iterable<string>, options?: { perSecond?: number; signal?: AbortSignal }): Promise<number>;
  /** Answers so far. */
  readonly counts: ReadonlyMap<string, number>;
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

const PATH = "/api/webhooks/butlr";
const TIMEOUT_MS = 5_000;
const RETRY_PAUSE_MS = 500;
const Reply = z.object({ status: z.string() });

/** Butlr as the door sees it: JSON with a key in a header, kept-alive connections, a few tries. */
export function createWebhookPoster(options: PosterOptions): WebhookPoster {
  const { connections = 16, attempts = 3, withinMs = 10_000 } = options;
  const send = transport(new URL(PATH, options.url), options.header ?? "x-api-key", connections);
  const counts = new Map<string, number>();

  const tryToPost = async (body: string, key: string): Promise<string> => {
    const until = Date.now() + withinMs;
    for (let attempt = 1; ; attempt++) {
      const answer = await send.post(body, key).catch(() => null);
      if (answer && answer.status < 500 && answer.status !== 429) return wordOf(answer);
      const pause = pauseAfter(answer);
      if (attempt >= attempts || Date.now() + pause > until) return "dropped";
      await wait(pause);
    }
  };

  const post = async (body: string, key = options.key) => {
    const word = await tryToPost(body, key);
    counts.set(word, (counts.get(word) ?? 0) + 1);
    return word;
  };

  return {
    post,
    postAll: (bodies, { perSecond, signal } = {}) => postAll(bodies, post, connections, perSecond, signal),
    counts,
    close: () => send.close(),
  };
}

async function postAll(
  bodies: Iterable<string>,
  post: (body: string) => Promise<string>,
  connections: number,
  perSecond = Number.POSITIVE_INFINITY,
  signal?: AbortSignal,
): Promise<number> {
  const queue = bodies[Symbol.iterator]();
  const startedAt = Date.now();
  let posted = 0;
  const worker = async () => {
    while (!signal?.aborted) {
      const next = queue.next();
      if (next.done) return;
      const ahead = (posted++ / perSecond) * 1000 - (Date.now() - startedAt);
      if (ahead > 5) await wait(ahead);
      await post(next.value);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return posted;
}

function transport(url: URL, header: string, connections: number) {
  const isTls = url.protocol === "https:";
  const agent = new (isTls ? TlsAgent : Agent)({ keepAlive: true, maxSockets: connections });
  const open = (options: RequestOptions) => (isTls ? httpsRequest : httpRequest)(url, options);
  const post = (body: string, key: string) =>
    new Promise<Answer>((resolve, reject) => {
      const bytes = Buffer.from(body);
      const headers = { "content-type": "application/json", "content-length": bytes.length, [header]: key };
      const outgoing = open({ method: "POST", agent, headers, timeout: TIMEOUT_MS });
      outgoing.on("error", reject);
      outgoing.on("timeout", () => outgoing.destroy(new Error("no answer in time")));
      outgoing.on("response", (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: incoming.statusCode ?? 0, text, headers: incoming.headers });
        });
      });
      outgoing.end(bytes);
    });
  return { post, close: () => agent.destroy() };
}

function wordOf({ status, text }: Answer): string {
  if (status !== 200) return String(status);
  try {
    return Reply.parse(JSON.parse(text)).status;
  } catch {
    return "200";
  }
}

function pauseAfter(answer: Answer | null): number {
  const seconds = Number(answer?.headers["retry-after"]);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : RETRY_PAUSE_MS;
}
