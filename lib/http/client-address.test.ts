import { describe, expect, it } from "vitest";
import { clientAddress, requestAddress } from "./client-address";

const proxies = ["10.0.0.0/24", "2001:db8:1::/48"];

describe("clientAddress", () => {
  it.each([
    ["the peer when no proxy is trusted", "203.0.113.9", null, [], "203.0.113.9"],
    ["the peer, not what it claims", "203.0.113.9", "198.51.100.1", [], "203.0.113.9"],
    ["the peer without its IPv6 dress", "::ffff:203.0.113.9", null, [], "203.0.113.9"],
    ["nobody when neither is known", null, "198.51.100.1", [], null],
    ["what the proxy wrote", "10.0.0.7", "198.51.100.1", proxies, "198.51.100.1"],
    [
      "what the proxy wrote, not what the caller put before it",
      "10.0.0.7",
      "1.1.1.1, 198.51.100.1",
      proxies,
      "198.51.100.1",
    ],
    ["through two proxies", "10.0.0.7", "1.1.1.1, 198.51.100.1, 10.0.0.8", proxies, "198.51.100.1"],
    ["through an IPv6 proxy", "2001:db8:1::5", "198.51.100.1", proxies, "198.51.100.1"],
    ["the peer that is no proxy", "203.0.113.9", "198.51.100.1", proxies, "203.0.113.9"],
    ["nobody when the chain holds only proxies", "10.0.0.7", "10.0.0.8", proxies, null],
    ["nobody when the proxy passed on nonsense", "10.0.0.7", "198.51.100.1, unknown", proxies, null],
    ["the proxy's word when the peer is not known", null, "1.1.1.1, 198.51.100.1", proxies, "198.51.100.1"],
  ])("answers %s", (_, peer, forwardedFor, trustedProxies, address) => {
    expect(clientAddress({ peer, forwardedFor, trustedProxies })).toBe(address);
  });

  it("names a proxy that is no address", () => {
    expect(() => clientAddress({ peer: "10.0.0.7", forwardedFor: null, trustedProxies: ["proxy.local"] })).toThrow(
      /proxy\.local/,
    );
  });
});

describe("requestAddress", () => {
  it("does not believe the peer header unless our server set it", () => {
    expect(requestAddress(new Headers({ "x-peer-address": "1.2.3.4", "x-forwarded-for": "1.2.3.4" }), [])).toBeNull();
  });
});
