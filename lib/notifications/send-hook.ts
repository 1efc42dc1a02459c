import "server-only";
import { Webhook } from "standardwebhooks";
import type { Message } from "@/lib/core/notifications/message";
import { asEvent, asSlack, asTeams } from "@/lib/core/notifications/message-forms";
import { post } from "@/lib/outgoing/post";
import type { OutgoingRules } from "@/lib/outgoing/way-out";
import { outcomeOf, outcomeOfError, type SendOutcome } from "./send-outcome";

const AGENT = "occupancy-notifications";
const JSON_HEADERS = { "content-type": "application/json", "user-agent": AGENT };

async function send(
  url: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
  rules: OutgoingRules,
): Promise<SendOutcome> {
  try {
    return outcomeOf(await post(url, { headers, body }, rules));
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** To a chat's incoming webhook. */
export const sendToChat = (
  kind: "slack" | "teams",
  url: string,
  message: Message,
  rules: OutgoingRules,
): Promise<SendOutcome> =>
  send(url, JSON.stringify(kind === "slack" ? asSlack(message) : asTeams(message)), JSON_HEADERS, rules);

/** To a program, signed by Standard Webhooks: it can tell who sent it, and that it is not an old one again. */
export function sendSigned(
  url: string,
  secret: string,
  message: Message,
  { rules, now }: { readonly rules: OutgoingRules; readonly now: number },
): Promise<SendOutcome> {
  const at = new Date(now);
  const body = JSON.stringify(asEvent(message, at));
  const headers = {
    ...JSON_HEADERS,
    "webhook-id": message.id,
    "webhook-timestamp": String(Math.floor(now / 1_000)),
    "webhook-signature": new Webhook(secret).sign(message.id, at, body),
  };
  return send(url, body, headers, rules);
}

/** What was made for a browser by a push library. */
export const sendPrepared = (
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  rules: OutgoingRules,
): Promise<SendOutcome> => send(endpoint, body, { ...headers, "user-agent": AGENT }, rules);
