import { describe, expect, test } from "vitest";
import { english } from "@/lib/core/text";
import type { VendorRefusal } from "@/lib/core/vendor";
import { addressProblem, lightWords, refusalWords, sampleWords } from "./vendor-words";

const NOW = Date.UTC(2026, 10, 16, 9, 30);
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const butlr = { vendor: "butlr", header: "x-api-key" } as const;
const disruptive = { vendor: "disruptive", header: "X-Dt-Signature" } as const;
const zoom = { vendor: "zoom", header: "x-zm-signature" } as const;
const refusal = (reason: VendorRefusal["reason"], skewS: number | null = null): VendorRefusal => ({
  reason,
  skewS,
  at: ago(4),
  count: 3,
});

test.each([
  [butlr, refusal("wrong-secret"), "Key did not match: check the secret"],
  [zoom, refusal("wrong-secret"), "Signature did not match: check the secret"],
  [butlr, refusal("no-proof"), "The key header x-api-key was missing"],
  [disruptive, refusal("no-proof"), "The signature header X-Dt-Signature was missing"],
  [zoom, refusal("no-secret"), "No secret is set"],
  [zoom, refusal("wrong-time", 430), "Their clock is 7 min off ours"],
  [zoom, refusal("wrong-time", -430), "Their clock is 7 min off ours"],
  [disruptive, refusal("wrong-time", 430), "The signature had expired 7 min before: check this server’s clock"],
  [zoom, refusal("other-body"), "The signature was for another body: something on the way rewrites it"],
])("why it was refused: %o %o", (vendor, refused, words) => expect(refusalWords(vendor, refused, english)).toBe(words));

describe("the light says", () => {
  const event = (seconds: number) =>
    ({ eventType: "ROOM_OCCUPANCY", outcome: "stored", receivedAt: ago(seconds), observedAt: null }) as const;
  const words = (light: Parameters<typeof lightWords>[1]) => {
    const { tone, headline, detail } = lightWords(butlr, light, NOW, english);
    return [tone, headline, detail];
  };

  test("what is, and how long since", () => {
    expect(words({ kind: "off" })).toEqual(["off", "Not connected", "No key is set."]);
    expect(words({ kind: "waiting" })).toEqual(["waiting", "Waiting for the first event…", "The key is set."]);
    expect(words({ kind: "connected", event: event(4) })).toEqual([
      "good",
      "Connected",
      "Last event 4 s ago: ROOM_OCCUPANCY",
    ]);
    expect(words({ kind: "silent", event: event(50 * 3600) })[1]).toBe("Nothing for 50 h");
    expect(words({ kind: "refused", refusal: refusal("no-proof") })).toEqual([
      "bad",
      "The key header x-api-key was missing",
      "Refused 4 s ago, 3 times so far.",
    ]);
  });
});

test("a sample line is a number or a word", () => {
  const line = { subject: "room Fjord", metric: null, value: null, word: null };
  expect(sampleWords({ ...line, metric: "occupancy", value: 4 }, english)).toBe("room Fjord · people count 4");
  expect(sampleWords({ ...line, word: "booking set" }, english)).toBe("room Fjord · booking set");
});

test.each([
  ["https://occ.example/api/webhooks/butlr", null],
  ["http://occ.example/api/webhooks/butlr", "https addresses only"],
  ["https://occupancy/api/webhooks/butlr", "of this network only"],
  ["http://localhost:3000/api/webhooks/butlr", "of this network only"],
  ["http://192.168.1.7:3000/api/webhooks/butlr", "of this network only"],
  ["http://172.20.0.3/api/webhooks/butlr", "of this network only"],
  ["https://172.32.0.3/api/webhooks/butlr", null],
])("whether %s can be reached", (url, problem) => {
  if (problem === null) expect(addressProblem(url, english)).toBeNull();
  else expect(addressProblem(url, english)).toContain(problem);
});
