import { createHmac, hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Post } from "./planned-post";
import { disruptiveToken, headersFor, type VendorSecrets, zoomChallengeAnswer, zoomSignature } from "./sign";

const NOW = Date.parse("2026-03-09T09:29:55.700Z");
const secrets: VendorSecrets = {
  butlr: { key: "a-header-key", header: "x-api-key" },
  disruptive: "a-signature-secret",
  zoom: "a-secret-token",
};

/** The expected values of this file were computed by another implementation (Python's hmac and hashlib). */
const CONTACT = `{"event":{"eventId":"cq2h7lf0s5mc73a1b2c0","targetName":"projects/cq2h7l90s5mc73a1b1a0/devices/cq2h7lt0s5mc73a1b1d0","eventType":"contact","data":{"contact":{"state":"OPEN","updateTime":"2026-03-09T09:29:54.361624Z"}},"timestamp":"2026-03-09T09:29:54.361624Z"},"labels":{"name":"Galley door"},"metadata":{"deviceId":"cq2h7lt0s5mc73a1b1d0","projectId":"cq2h7l90s5mc73a1b1a0","deviceType":"contact","productNumber":"102736"}}`;
const CONTACT_TOKEN =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjaGVja3N1bSI6IjgzY2VkMDY4MmY1OGEyNzI5ZDg5OTgzYjBhMzZjMzQ2Nzc5MTE5MWEiLCJjaGVja3N1bV9zaGEyNTYiOiI2YzBmNmVkYjk4ZTk4YzU1OGY1ZWE0MzhhOTc1Mjk4NzE4YzIzZWQwZWZkZjM4ODU5MTExZWQyOTM3ODQyMTRmIiwiZXhwIjoxNzczMDUyMTk1LCJpYXQiOjE3NzMwNDg1OTUsImp0aSI6ImNxMmg3bGYwczVtYzczYTFiMmQwIn0.4DdtnT4xm3iGxMTXn3MsPRx3TSyu7NuXxr1RqWWEr7U";
const RENAMED =
  '{"event":"zoomroom.updated","payload":{"account_id":"aC0nTe7_Brygga-Kvarnen","object":{"id":"rOoM_Galley","room_name":"Møterom – 2°"}},"event_ts":1773048597413}';

const claimsOf = (token = "") => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

describe("Disruptive Technologies", () => {
  it("signs the golden token", () => {
    expect(disruptiveToken(CONTACT, "a-signature-secret", { at: NOW, tokenId: "cq2h7lf0s5mc73a1b2d0" })).toBe(
      CONTACT_TOKEN,
    );
  });

  it("hashes UTF-8", () => {
    const body = '{"event":{"eventId":"cq2h7lf0s5mc73a1b2c1"},"labels":{"name":"Møterom 2°"}}';
    expect(claimsOf(disruptiveToken(body, "s", { at: NOW, tokenId: "t" })).checksum_sha256).toBe(
      "c34ca34220e4a8bdfb660a989e5e831132cef301ad320bbac9fac4cebfaa9ad0",
    );
  });
});

describe("Zoom", () => {
  it("signs the golden event, and its retry anew", () => {
    const signed = (seconds: number) => zoomSignature(RENAMED, "a-secret-token", seconds);
    expect(signed(1773048598)).toBe("v0=3c8f2398ae5881dc49130f8d9503025b5f4e7422bef519bdf7c8be4b371534a6");
    expect(signed(1773048902)).toBe("v0=0113c588564fd4fbbcb39f4508e3be8ca9711b7d40c2215c375e27655dbc01e6");
  });

  it("keeps the request id of a retry", () => {
    const [first, retry] = [NOW, NOW + 304_000].map((now) =>
      headersFor({ vendor: "zoom", body: RENAMED }, secrets, now),
    );
    expect(retry?.["x-zm-request-id"]).toBe(first?.["x-zm-request-id"]);
    expect(retry?.["x-zm-signature"]).not.toBe(first?.["x-zm-signature"]);
    expect(first?.["x-zm-request-timestamp"]).toBe("1773048595");
  });

  it("knows the answer to a challenge", () => {
    expect(zoomChallengeAnswer("qgg8vlvZRS6UYooatFL8Aw", "a-secret-token")).toBe(
      "c22e788aaa0b13b8cbb139d66de0d7e0a4fd07e92e0e1584b90e06b8d1d160ce",
    );
  });
});

describe("a flaw in the proof", () => {
  const headers = (vendor: Post["vendor"], flaw?: Post["flaw"]) =>
    headersFor({ vendor, body: CONTACT, ...(flaw && { flaw }) }, secrets, NOW);
  const validSignature = (token = "", secret = "a-signature-secret") =>
    token.endsWith(
      `.${createHmac("sha256", secret)
        .update(token.slice(0, token.lastIndexOf(".")))
        .digest("base64url")}`,
    );

  it("is none when nothing is said", () => {
    expect(headers("butlr")).toEqual({ "content-type": "application/json", "x-api-key": "a-header-key" });
    expect(validSignature(headers("disruptive")["x-dt-signature"])).toBe(true);
    expect(claimsOf(headers("disruptive")["x-dt-signature"]).checksum_sha256).toBe(hash("sha256", CONTACT));
  });

  it.each(["butlr", "disruptive", "zoom"] as const)(
    "leaves nothing but the content type when missing: %s",
    (vendor) => {
      expect(Object.keys(headers(vendor, "missing"))).toEqual(["content-type"]);
    },
  );

  it("is another secret", () => {
    expect(headers("butlr", "wrong-secret")["x-api-key"]).not.toBe("a-header-key");
    expect(validSignature(headers("disruptive", "wrong-secret")["x-dt-signature"])).toBe(false);
    expect(headers("zoom", "wrong-secret")["x-zm-signature"]).not.toBe(headers("zoom")["x-zm-signature"]);
  });

  it("is a right signature of another body", () => {
    const token = headers("disruptive", "other-body")["x-dt-signature"];
    expect(validSignature(token)).toBe(true);
    expect(claimsOf(token).checksum_sha256).not.toBe(hash("sha256", CONTACT));
  });

  it("is a right signature of another time", () => {
    const token = headers("disruptive", "wrong-clock")["x-dt-signature"];
    expect(validSignature(token)).toBe(true);
    expect(claimsOf(token).exp * 1000).toBeLessThan(NOW - 30 * 60_000);
    const timestamp = Number(headers("zoom", "wrong-clock")["x-zm-request-timestamp"]);
    expect(timestamp * 1000).toBeGreaterThan(NOW + 10 * 60_000);
    expect(headers("zoom", "wrong-clock")["x-zm-signature"]).toBe(zoomSignature(CONTACT, "a-secret-token", timestamp));
  });
});

it("does not post for a vendor without a secret", () => {
  expect(() => headersFor({ vendor: "zoom", body: "{}" }, {}, NOW)).toThrow("secret");
});
