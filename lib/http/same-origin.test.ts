import { describe, expect, it } from "vitest";
import { assertSameOrigin, isOwnOrigin } from "./same-origin";

function post(headers: Record<string, string>): Request {
  return new Request("http://server/api/spaces", {
    method: "POST",
    headers: { host: "dash.example:3000", ...headers },
  });
}

describe("assertSameOrigin", () => {
  it.each([
    ["curl, which sends neither header", {}],
    ["our own page over plain http", { origin: "http://dash.example:3000" }],
    ["our own page over https", { origin: "https://dash.example:3000", "sec-fetch-site": "same-origin" }],
    [
      "our own page behind a proxy that rewrites Host",
      { origin: "https://public.example", "sec-fetch-site": "same-origin" },
    ],
    ["the PUBLIC_URL", { origin: "https://occ.example" }],
  ])("lets %s pass", (_, headers) => {
    expect(() => assertSameOrigin(post(headers), "https://occ.example/")).not.toThrow();
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    [
      "another site that a browser names cross-site",
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    ],
    [
      "a cross-site form with our Origin pasted in",
      { origin: "http://dash.example:3000", "sec-fetch-site": "cross-site" },
    ],
    ["a sibling host", { origin: "http://other.example", "sec-fetch-site": "same-site" }],
    ["another port", { origin: "http://dash.example:4000" }],
    ["no port", { origin: "http://dash.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a sandboxed frame that claims a user's click", { origin: "null", "sec-fetch-site": "none" }],
    ["a look-alike", { origin: "http://dash.example:3000.evil.example" }],
    ["a user name", { origin: "http://dash.example:3000@evil.example" }],
    ["a path", { origin: "http://dash.example:3000/x" }],
    ["a file", { origin: "file://dash.example:3000" }],
    ["nonsense", { origin: "dash.example:3000" }],
    ["PUBLIC_URL over http", { origin: "http://occ.example" }],
    ["PUBLIC_URL with a tail", { origin: "https://occ.example.evil" }],
  ])("refuses %s", (_, headers) => {
    expect(() => assertSameOrigin(post(headers), "https://occ.example")).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });

  it("asks nothing of a read", () => {
    const read = new Request("http://server/", { headers: { origin: "https://evil.example" } });
    expect(() => assertSameOrigin(read, null)).not.toThrow();
  });
});

describe("isOwnOrigin", () => {
  it.each([
    ["http://192.168.1.7:3000", "192.168.1.7:3000", true],
    ["http://[::1]:3000", "[::1]:3000", true],
    ["http://localhost:3000", "LOCALHOST:3000", true],
    ["https://dash.example", "dash.example:443", true],
    ["http://dash.example", "dash.example:443", false],
    ["http://dash.example", null, false],
    ["http://dash.example", "dash.example/x", false],
    ["http://dash.example", "", false],
  ])("%s asked at %s: %s", (origin, host, own) => expect(isOwnOrigin(origin, host, null)).toBe(own));
});
