import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path";

const OURS = "https://dashboard.example";

const HOSTILE = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "https://evil.example",
  "HTTPS:evil.example",
  "https:/evil.example",
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "/a/%2e%2e//evil.example",
  "/./\\evil.example",
  "/\u0000/evil.example",
  "/\u2028/evil.example",
  "//user@evil.example",
  "/%5c..//evil.example/",
  "?next=//evil.example",
  "#//evil.example",
  "",
  "/floors\\..",
];

describe("nextPath", () => {
  it.each([
    "/",
    "/floors/3",
    "/floors/3?t=10:42&view=co2",
    "/rooms/7#today",
    "/admin/spaces",
    "/floors/Ø",
    "/search?q=a//b",
  ])("keeps the page %s", (path) => expect(new URL(nextPath(path), OURS).href).toBe(new URL(path, OURS).href));

  it.each(HOSTILE)("answers the start page for %j", (path) => expect(nextPath(path)).toBe("/"));

  it.each(["/login", "/login?next=/login", "/setup", "/api/auth/sign-out", "/_next/x", "/socket.io/"])(
    "does not lead to %s, which is no page to return to",
    (path) => expect(nextPath(path)).toBe("/"),
  );

  it.each([undefined, null, 3, ["/a", "/b"], {}, `/${"a".repeat(2000)}`])(
    "answers the start page for what is no path (%#)",
    (value) => {
      expect(nextPath(value)).toBe("/");
    },
  );

  it("never leaves this origin, whatever it is given", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      "//",
      ".",
      "..",
      "%2e",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "@",
      ":",
      "evil.example",
      "https:",
      "?",
      "#",
      "a",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join("")),
        ),
        (value) => {
          expect(new URL(nextPath(value), OURS).origin).toBe(OURS);
          expect(nextPath(nextPath(value))).toBe(nextPath(value));
        },
      ),
      { numRuns: 5000 },
    );
  });
});
