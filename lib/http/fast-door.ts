import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Outcome } from "@/lib/ingest/outcome";
import { type IngestDeps, takeDelivery } from "@/lib/ingest/receive-delivery";
import { readNodeDelivery } from "./read-delivery";
import { type WebhookAnswer, webhookAnswer } from "./webhook-answer";

const PATH = /^\/api\/webhooks\/([^/?#]+)(?:\?.*)?$/;

export type FastDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Takes webhooks before Next's routing, which costs ten times what they do. Same handler, same answers as
 * app/api/webhooks/[vendor]/route.ts; answers false for anything that is not a webhook.
 */
export function createFastDoor(deps: IngestDeps, onError: (error: unknown) => void): FastDoor {
  return (request, response) => {
    const vendor = PATH.exec(request.url ?? "")?.[1];
    if (vendor === undefined) return false;
    const fail = (error: unknown) => {
      onError(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    };
    // Called among the answers of a whole batch: a fault here may not cost the others theirs.
    const reply = (outcome: Outcome) => {
      try {
        send(webhookAnswer(outcome), request, response);
      } catch (error) {
        fail(error);
      }
    };
    readNodeDelivery(request, fail, (read) => {
      try {
        if (read.kind === "refused") reply(read);
        else takeDelivery(decode(vendor), read.delivery, deps, reply);
      } catch (error) {
        fail(error);
      }
    });
    return true;
  };
}

/** Names and values in turns, as Node takes them without looking each one up; nearly all answers are among a few. */
const headerLists = new WeakMap<WebhookAnswer, string[]>();

function headerList(answer: WebhookAnswer): string[] {
  const known = headerLists.get(answer);
  if (known) return known;
  const made = [...Object.entries(answer.headers).flat(), "content-length", String(Buffer.byteLength(answer.body))];
  headerLists.set(answer, made);
  return made;
}

function send(answer: WebhookAnswer, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.status, headerList(answer)).end(request.method === "HEAD" ? undefined : answer.body);
}

function decode(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
