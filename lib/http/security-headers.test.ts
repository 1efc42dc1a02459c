import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, plainHost } from "./security-headers";

describe("contentSecurityPolicy", () => {
  it("lets scripts in by nonce only and nobody frame us", () => {
    const policy = contentSecurityPolicy({ nonce: "abc", host: "dash:3000", development: false });
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' ws://dash:3000 wss://dash:3000;");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });
});

describe("plainHost", () => {
  it.each(["localhost:3000", "192.168.1.7", "dash.example", "[::1]:3000"])("keeps %s", (host) =>
    expect(plainHost(host)).toBe(host),
  );
  it.each(["a; script-src *", "a b", "a,b", "", "a:b", "*"])("drops %j", (host) => expect(plainHost(host)).toBeNull());
});
