import { Agent, request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { request as httpsRequest, Agent as TlsAgent } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Post } from "./planned-post";
import { headersFor, type VendorSecrets, zoomChallengeAnswer } from "./sign";
import { type Patience, VENDOR_PATIENCE } from "./vendor-patience";

export interface PosterOptions {
  /** Base address of the installation. */
  readonly url: string;
  readonly secrets: VendorSecrets;
  readonly connections?: number;
  /** Every vendor's own when left out; a backfill has longer. */
  readonly patience?: Patience;
}

export interface WebhookPoster {
  /** Resolves to the answer's word ("stored", "duplicate", …), its status, or "dropped". Never throws. */
  post(post: Post): Promise<string>;
  /** Posts everything, as fast as the connections or `perSecond` allow, until the signal aborts. */
  postAll(posts: Iterable<Post>, options?: { perSecond?: number; signal?: AbortSignal }): Promise<number>;
  /** Answers so far. */
  readonly counts: ReadonlyMap<string, number>;
  /** Gives up what waits to be tried again. */
  close(): void;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** The vendors as the door sees them: signed JSON, kept-alive connections, a few tries. Each try is signed anew. */
export function createWebhookPoster(options: PosterOptions): WebhookPoster {
  const { secrets, connections = 16 } = options;
  const http = transport(options.url, connections);
  const closed = new AbortController();
  const counts = new Map<string, number>();

  const tryToPost = async (post: Post): Promise<string> => {
    const patience = options.patience ?? VENDOR_PATIENCE[post.vendor];
    const until = Date.now() + patience.withinMs;
    for (let attempt = 1; ; attempt++) {
      const headers = headersFor(post, secrets, Date.now());
      const answer = await http.send(post, headers, patience.timeoutMs).catch(() => null);
      if (answer && answer.status < 500 && answer.status !== 429) return wordOf(answer, secrets);
      const pause = pauseAfter(answer, patience.pauseMs(attempt));
      if (pause === null || Date.now() + pause > until) return "dropped";
      await wait(pause, undefined, { signal: closed.signal }).catch(() => undefined);
      if (closed.signal.aborted) return "dropped";
    }
  };

  const post = async (planned: Post) => {
    const word = await tryToPost(planned);
    counts.set(word, (counts.get(word) ?? 0) + 1);
    return word;
  };

  return {
    post,
    postAll: (posts, { perSecond, signal } = {}) => postAll(posts, post, connections, perSecond, signal),
    counts,
    close: () => {
      closed.abort();
      http.close();
    },
  };
}

async function postAll(
  posts: Iterable<Post>,
  post: (post: Post) => Promise<string>,
  connections: number,
  perSecond = Number.POSITIVE_INFINITY,
  signal?: AbortSignal,
): Promise<number> {
  const queue = posts[Symbol.iterator]();
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

function transport(base: string, connections: number) {
  const isTls = new URL(base).protocol === "https:";
  const agent = new (isTls ? TlsAgent : Agent)({ keepAlive: true, maxSockets: connections });
  const open = (url: URL, options: RequestOptions) => (isTls ? httpsRequest : httpRequest)(url, options);
  const send = ({ vendor, body }: Post, proof: Readonly<Record<string, string>>, timeout: number) =>
    new Promise<Answer>((resolve, reject) => {
      const bytes = Buffer.from(body);
      const headers = { ...proof, "content-length": bytes.length };
      const outgoing = open(new URL(`/api/webhooks/${vendor}`, base), { method: "POST", agent, headers, timeout });
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
  return { send, close: () => agent.destroy() };
}

const Reply = z.union([
  z.object({ status: z.string() }),
  z.object({ plainToken: z.string(), encryptedToken: z.string() }),
]);

function wordOf({ status, text }: Answer, secrets: VendorSecrets): string {
  if (status !== 200) return String(status);
  const reply = Reply.safeParse(jsonOf(text));
  if (!reply.success) return "200";
  if ("status" in reply.data) return reply.data.status;
  const { plainToken, encryptedToken } = reply.data;
  return encryptedToken === zoomChallengeAnswer(plainToken, secrets.zoom ?? "") ? "validated" : "not validated";
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // an empty answer is a good one
  }
}

/** The longer of what the door asks for and what the vendor does anyway. */
function pauseAfter(answer: Answer | null, usualMs: number | null): number | null {
  if (usualMs === null) return null;
  const seconds = Number(answer?.headers["retry-after"]);
  return Number.isFinite(seconds) ? Math.max(usualMs, seconds * 1000) : usualMs;
}
