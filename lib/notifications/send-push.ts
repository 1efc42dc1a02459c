import "server-only";
import webPush from "web-push";
import type { Message } from "@/lib/core/notifications/message";
import { asPush } from "@/lib/core/notifications/message-forms";
import type { OutgoingRules } from "@/lib/outgoing/way-out";
import { sendPrepared } from "./send-hook";
import type { SendOutcome } from "./send-outcome";

/** What this installation proves itself with to push services. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A browser as the database knows it. */
interface Browser {
  readonly id: number;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A day: what is older is no news. */
const TTL_S = 86_400;

interface Push {
  readonly browsers: readonly Browser[];
  readonly keys: PushKeys;
  /** `https:` or `mailto:`, for the push service to complain to. */
  readonly subject: string;
  readonly message: Message;
}

/** To every browser of somebody; one that received it is enough. `gone` are those that will never again. */
export async function sendPush(
  { browsers, keys, subject, message }: Push,
  rules: OutgoingRules,
): Promise<{ outcome: SendOutcome; gone: number[] }> {
  const gone: number[] = [];
  let best: SendOutcome | null = null;
  for (const browser of browsers) {
    const outcome = await sendToBrowser(browser, { keys, subject, message }, rules);
    if (!outcome.ok && /^(404|410) ?/.test(outcome.answer)) gone.push(browser.id);
    if (best === null || (!best.ok && outcome.ok)) best = outcome;
  }
  const nowhere: SendOutcome = {
    ok: false,
    answer: "No browser shows notifications any more.",
    isFinal: true,
    retryAfterS: null,
  };
  return { outcome: best === null || (!best.ok && gone.length === browsers.length) ? nowhere : best, gone };
}

async function sendToBrowser(
  { endpoint, p256dh, auth }: Browser,
  { keys, subject, message }: Omit<Push, "browsers">,
  rules: OutgoingRules,
): Promise<SendOutcome> {
  const details = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(asPush(message)),
    {
      TTL: TTL_S,
      urgency: message.severity === "critical" ? "high" : "normal",
      vapidDetails: { subject, ...keys },
      // Of several about one alert only the last waits for a browser that is away.
      ...(message.alertId !== null && { topic: `alert-${message.alertId}` }),
    },
  );
  const headers = Object.fromEntries(
    Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return sendPrepared(details.endpoint, headers, details.body, rules);
}
