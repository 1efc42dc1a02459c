import type { VendorId } from "@/lib/core/observation";
import type { SampleLine, VendorRefusal, VendorSummary } from "@/lib/core/vendor";
import type { VendorLight } from "@/lib/core/vendor-light";
import { METRIC_WORDS } from "../space/metric-words";
import { durationWords } from "../space/source-words";
import { ageWords } from "../state/state-words";

interface VendorWords {
  /** What it tells, in one line. */
  readonly tells: string;
  /** What the vendor calls its secret. */
  readonly secret: string;
}

export const VENDOR_WORDS: Record<VendorId, VendorWords> = {
  butlr: { tells: "Counts of people in rooms, zones and at desks", secret: "key" },
  disruptive: { tells: "Motion, desks, air and doors, by small sensors", secret: "signature secret" },
  zoom: { tells: "Rooms and their air, bookings, desks, visitors", secret: "secret token" },
};

export interface LightWords {
  readonly tone: "off" | "waiting" | "good" | "bad";
  readonly headline: string;
  readonly detail: string;
}

/** How it goes with a vendor, in words. `now` is the server's clock, ms. */
export function lightWords(
  vendor: Pick<VendorSummary, "vendor" | "header">,
  light: VendorLight,
  now: number,
): LightWords {
  const { secret } = VENDOR_WORDS[vendor.vendor];
  switch (light.kind) {
    case "off":
      return { tone: "off", headline: "Not connected", detail: `No ${secret} is set.` };
    case "unreadable":
      return {
        tone: "bad",
        headline: `The saved ${secret} cannot be read`,
        detail: "This server has another SECRET_KEY than when it was saved. Set it again, or start with the old one.",
      };
    case "waiting":
      return { tone: "waiting", headline: "Waiting for the first event…", detail: `The ${secret} is set.` };
    case "refused": {
      const at = since(light.refusal.at, now);
      const times = light.refusal.count === 1 ? "" : `, ${light.refusal.count} times so far`;
      return { tone: "bad", headline: refusalWords(vendor, light.refusal), detail: `Refused ${at}${times}.` };
    }
    case "unusable":
      return {
        tone: "waiting",
        headline: "Connected, but the last event could not be used",
        detail: `${light.event.eventType || "An event"}, ${since(light.event.receivedAt, now)}. It is kept.`,
      };
    case "silent":
      return {
        tone: "waiting",
        headline: `Nothing for ${durationWords(now - Date.parse(light.event.receivedAt))}`,
        detail: `The last event was ${light.event.eventType}.`,
      };
    case "connected":
      return {
        tone: "good",
        headline: "Connected",
        detail: `Last event ${since(light.event.receivedAt, now)}: ${light.event.eventType}`,
      };
  }
}

/** Why a sender was not believed, and where to look. */
export function refusalWords(
  { vendor, header }: Pick<VendorSummary, "vendor" | "header">,
  refusal: VendorRefusal,
): string {
  const proof = vendor === "butlr" ? "key" : "signature";
  const offBy = refusal.skewS === null ? "too far" : durationWords(Math.abs(refusal.skewS) * 1_000);
  switch (refusal.reason) {
    case "no-secret":
      return "No secret is set";
    case "no-proof":
      return `The ${proof} header ${header} was missing`;
    case "wrong-secret":
      return `${capital(proof)} did not match: check the secret`;
    case "other-body":
      return "The signature was for another body: something on the way rewrites it";
    case "wrong-time":
      return vendor === "disruptive"
        ? `The signature had expired ${offBy} before: check this server’s clock`
        : `Their clock is ${offBy} off ours`;
  }
}

/** A thing an event said: "room Fjord · people count 4". */
export function sampleWords({ subject, metric, value, word }: SampleLine): string {
  return metric === null ? `${subject} · ${word}` : `${subject} · ${METRIC_WORDS[metric]} ${value}`;
}

export const OUTCOME_WORDS = {
  stored: "Understood and stored",
  unhandled: "Kept, but of a type that is not used",
  quarantined: "Kept, but it could not be used",
} as const;

/** Why a vendor could hardly reach this address; null when nothing speaks against it. */
export function addressProblem(webhookUrl: string): string | null {
  const { protocol, hostname } = new URL(webhookUrl);
  const isPrivate =
    /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname) || !hostname.includes(".");
  if (isPrivate)
    return "Vendors cannot reach this address: it is of this network only. Set PUBLIC_URL to the https address of this server as the internet sees it.";
  if (protocol !== "https:")
    return "Vendors call https addresses only. Set PUBLIC_URL to the https address of this server.";
  return null;
}

/** How long ago, to the second at first. */
export function since(at: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(at));
  return ms < 10_000 ? `${Math.floor(ms / 1_000)} s ago` : ageWords(ms);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
