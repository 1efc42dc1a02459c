import type { VendorId } from "@/lib/core/observation";
import { type Text, text } from "@/lib/core/text";
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

/** Said by `t`. */
export const VENDOR_WORDS: Record<VendorId, VendorWords> = {
  butlr: { tells: text("Counts of people in rooms, zones and at desks"), secret: text("key") },
  disruptive: { tells: text("Motion, desks, air and doors, by small sensors"), secret: text("signature secret") },
  zoom: { tells: text("Rooms and their air, bookings, desks, visitors"), secret: text("secret token") },
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
  t: Text,
): LightWords {
  const secret = t(VENDOR_WORDS[vendor.vendor].secret);
  switch (light.kind) {
    case "off":
      return { tone: "off", headline: t("Not connected"), detail: t("No {secret} is set.", { secret }) };
    case "unreadable":
      return {
        tone: "bad",
        headline: t("The saved {secret} cannot be read", { secret }),
        detail: t(
          "This server has another SECRET_KEY than when it was saved. Set it again, or start with the old one.",
        ),
      };
    case "waiting":
      return {
        tone: "waiting",
        headline: t("Waiting for the first event…"),
        detail: t("The {secret} is set.", { secret }),
      };
    case "refused": {
      const { at, count } = light.refusal;
      const detail = t("Refused {ago}{count, plural, one {} other {, # times so far}}.", {
        ago: since(at, now, t),
        count,
      });
      return { tone: "bad", headline: refusalWords(vendor, light.refusal, t), detail };
    }
    case "unusable":
      return {
        tone: "waiting",
        headline: t("Connected, but the last event could not be used"),
        detail: t("{type}, {ago}. It is kept.", {
          type: light.event.eventType || t("An event"),
          ago: since(light.event.receivedAt, now, t),
        }),
      };
    case "silent":
      return {
        tone: "waiting",
        headline: t("Nothing for {long}", { long: durationWords(now - Date.parse(light.event.receivedAt), t) }),
        detail: t("The last event was {type}.", { type: light.event.eventType }),
      };
    case "connected":
      return {
        tone: "good",
        headline: t("Connected"),
        detail: t("Last event {ago}: {type}", {
          ago: since(light.event.receivedAt, now, t),
          type: light.event.eventType,
        }),
      };
  }
}

/** Why a sender was not believed, and where to look. */
export function refusalWords(
  { vendor, header }: Pick<VendorSummary, "vendor" | "header">,
  refusal: VendorRefusal,
  t: Text,
): string {
  const isKey = vendor === "butlr";
  const offBy = refusal.skewS === null ? t("too far") : durationWords(Math.abs(refusal.skewS) * 1_000, t);
  switch (refusal.reason) {
    case "no-secret":
      return t("No secret is set");
    case "no-proof":
      return isKey
        ? t("The key header {header} was missing", { header })
        : t("The signature header {header} was missing", { header });
    case "wrong-secret":
      return isKey ? t("Key did not match: check the secret") : t("Signature did not match: check the secret");
    case "other-body":
      return t("The signature was for another body: something on the way rewrites it");
    case "wrong-time":
      return vendor === "disruptive"
        ? t("The signature had expired {offBy} before: check this server’s clock", { offBy })
        : t("Their clock is {offBy} off ours", { offBy });
  }
}

/** A thing an event said: "room Fjord · people count 4". */
export function sampleWords({ subject, metric, value, word }: SampleLine, t: Text): string {
  return metric === null ? `${subject} · ${word}` : `${subject} · ${t(METRIC_WORDS[metric])} ${value}`;
}

/** Said by `t`. */
export const OUTCOME_WORDS = {
  stored: text("Understood and stored"),
  unhandled: text("Kept, but of a type that is not used"),
  quarantined: text("Kept, but it could not be used"),
} as const;

/** Why a vendor could hardly reach this address; null when nothing speaks against it. */
export function addressProblem(webhookUrl: string, t: Text): string | null {
  const { protocol, hostname } = new URL(webhookUrl);
  const isPrivate =
    /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname) || !hostname.includes(".");
  if (isPrivate)
    return t(
      "Vendors cannot reach this address: it is of this network only. Set PUBLIC_URL to the https address of this server as the internet sees it.",
    );
  if (protocol !== "https:")
    return t("Vendors call https addresses only. Set PUBLIC_URL to the https address of this server.");
  return null;
}

/** How long ago, to the second at first. */
export function since(at: string, now: number, t: Text): string {
  const ms = Math.max(0, now - Date.parse(at));
  return ms < 10_000 ? t("{count} s ago", { count: Math.floor(ms / 1_000) }) : ageWords(ms, t);
}
