import { describe, expect, test } from "vitest";
import type { RefusalReason, StoredSecret, VendorEvent, VendorSummary } from "./vendor";
import { vendorLight } from "./vendor-light";

const NOW = Date.UTC(2026, 10, 16, 9, 30);
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

const event = (seconds: number, outcome: VendorEvent["outcome"] = "stored"): VendorEvent => ({
  eventType: "ROOM_OCCUPANCY",
  outcome,
  receivedAt: ago(seconds),
  observedAt: ago(seconds + 3),
});
const secret = (seconds: number, isReadable = true): StoredSecret => ({
  slot: "primary",
  setAt: ago(seconds),
  setBy: "Ann",
  isReadable,
});
const refused = (reason: RefusalReason, seconds: number) => ({ reason, at: ago(seconds), skewS: null, count: 1 });

type Facts = Partial<VendorSummary>;
const light = (facts: Facts) =>
  vendorLight(
    {
      environment: { variable: "BUTLR_WEBHOOK_KEY", count: 0 },
      hasBasicAuth: false,
      secrets: [],
      lastEvent: null,
      refusals: [],
      ...facts,
    },
    NOW,
  );
const inEnvironment = { environment: { variable: "BUTLR_WEBHOOK_KEY", count: 1 } };

describe("the light", () => {
  test.each<[string, string, Facts]>([
    ["is off without a secret", "off", {}],
    ["is off again when the secret is gone, whatever came before", "off", { lastEvent: event(5) }],
    ["waits with a secret of the environment", "waiting", inEnvironment],
    ["waits with a user name and password", "waiting", { hasBasicAuth: true }],
    ["waits with one set here", "waiting", { secrets: [secret(60)] }],
    ["says when no stored secret can be opened", "unreadable", { secrets: [secret(60, false)] }],
    [
      "goes by the environment's when the stored cannot be opened",
      "waiting",
      { ...inEnvironment, secrets: [secret(60, false)] },
    ],
    ["is connected with the first event", "connected", { ...inEnvironment, lastEvent: event(5) }],
    ["is connected by events we do not handle", "connected", { ...inEnvironment, lastEvent: event(5, "unhandled") }],
    ["says when the event could not be used", "unusable", { ...inEnvironment, lastEvent: event(5, "quarantined") }],
    ["is silent after a day", "silent", { ...inEnvironment, lastEvent: event(25 * 3600) }],
    [
      "is refused by the newest thing that happened",
      "refused",
      { ...inEnvironment, lastEvent: event(5), refusals: [refused("wrong-secret", 4)] },
    ],
    [
      "forgives a refusal with the next event",
      "connected",
      { ...inEnvironment, lastEvent: event(5), refusals: [refused("wrong-secret", 6)] },
    ],
    [
      "forgives a refusal with a new secret",
      "waiting",
      { secrets: [secret(5)], refusals: [refused("wrong-secret", 6)] },
    ],
    ["forgives 'no secret' once one is there", "waiting", { ...inEnvironment, refusals: [refused("no-secret", 6)] }],
    ["says 'no secret' while there is none", "refused", { refusals: [refused("no-secret", 6)] }],
    ["does not say 'wrong secret' when there is none any more", "off", { refusals: [refused("wrong-secret", 6)] }],
  ])("%s", (_, kind, facts) => expect(light(facts).kind).toBe(kind));

  test("tells the newest refusal that counts", () => {
    const refusals = [refused("no-secret", 1), refused("no-proof", 2), refused("wrong-secret", 3)];
    expect(light({ ...inEnvironment, refusals })).toMatchObject({ refusal: { reason: "no-proof" } });
  });
});
