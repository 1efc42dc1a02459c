import { createHmac, hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { disruptive } from ".";

const SECRET = "harbour-signature-secret";
const EXPIRES_S = 1_794_824_995;
const NOW = (EXPIRES_S - 3600) * 1000;

/** Body and token were computed outside this code base, by another language's HMAC. */
const BODY =
  '{"event":{"eventId":"e01quay0vector000000","targetName":"projects/p1harbour0works0quay/devices/b7galley0pir000000a1","eventType":"motion","data":{"motion":{"state":"MOTION_DETECTED","updateTime":"2026-11-16T09:29:54.361624Z"}},"timestamp":"2026-11-16T09:29:54.361624Z"},"labels":{"name":"Møterom 2°"}}';
const TOKEN =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjaGVja3N1bSI6IjIxOTk0MDNmYzVmMzljM2ZhMTE0MTA1OTI5ZTQ0MTU3OWJhYWMzYTMiLCJjaGVja3N1bV9zaGEyNTYiOiJhYWE3ZDFjMTcxN2U1Y2I2NjcwMjU1YjdkMWM0YTdhODY1MTZhZDliYWQ5M2U2ZDE3YThmOWRkNzJiMWI3OTdhIiwiZXhwIjoxNzk0ODI0OTk1LCJpYXQiOjE3OTQ4MjEzOTUsImp0aSI6ImUwMXF1YXkwdG9rZW4wMDAwMDAwIn0.WmEzqAFIEb9nx1GOGU_U9O32LLy7neskZkMIqKdpRjQ";

const bytes = Buffer.from(BODY);
const SHA_1 = hash("sha1", bytes);
const SHA_256 = hash("sha256", bytes);

interface Attempt {
  readonly token?: string;
  readonly body?: Uint8Array;
  readonly secrets?: readonly string[];
  readonly now?: number;
}

function authenticate({ token = TOKEN, body = bytes, secrets = [SECRET], now = NOW }: Attempt = {}) {
  return disruptive({ secrets: () => secrets }).authenticate({ headers: { "x-dt-signature": token }, body }, now);
}

const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString("base64url");

function sign(claims: unknown, header: unknown = { alg: "HS256", typ: "JWT" }, secret = SECRET) {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

const claims = { checksum: SHA_1, checksum_sha256: SHA_256, exp: EXPIRES_S };
const believed = { kind: "believed", secret: SECRET };
const because = (reason: string) => ({ kind: "disbelieved", reason });

test("the token of another implementation is believed, over a body that is not ASCII", () => {
  expect(authenticate()).toEqual(believed);
});

describe("nothing configured proves nothing", () => {
  test.each([[[]], [[""]]])("%j", (secrets) => {
    const token = sign(claims, undefined, "");
    expect(authenticate({ secrets, token })).toEqual(because("no-secret"));
  });
});

test("while a secret is replaced, the old and the next one are good, and it is told which", () => {
  const secrets = ["next-secret", SECRET];
  expect(authenticate({ secrets })).toEqual(believed);
  expect(authenticate({ secrets, token: sign(claims, undefined, "next-secret") })).toEqual({
    kind: "believed",
    secret: "next-secret",
  });
});

describe("no proof", () => {
  const [header = "", payload = "", signature = ""] = TOKEN.split(".");
  test.each([
    ["an empty header", ""],
    ["no token", "abc"],
    ["two parts", `${header}.${payload}`],
    ["four parts", `${TOKEN}.${signature}`],
    ["the header sent twice", `${TOKEN}, ${TOKEN}`],
    ["a bearer token", `Bearer ${TOKEN}`],
    ["the HMAC of the body", createHmac("sha256", SECRET).update(bytes).digest("hex")],
    ["a header that is not JSON", `abc.${payload}.${signature}`],
    ["alg none, unsigned", `${part({ alg: "none" })}.${part(claims)}.`],
    ["alg none, signed", sign(claims, { alg: "none" })],
    ["alg HS512 over HS256 bytes", sign(claims, { alg: "HS512" })],
    ["alg RS256", sign(claims, { alg: "RS256" })],
    ["alg in lower case", sign(claims, { alg: "hs256" })],
    ["no alg", sign(claims, { typ: "JWT" })],
    ["no exp", sign({ checksum_sha256: SHA_256 })],
    ["exp as text", sign({ ...claims, exp: String(EXPIRES_S) })],
    ["exp null", sign({ ...claims, exp: null })],
    ["no checksum", sign({ exp: EXPIRES_S })],
    ["a null SHA-256 beside a good SHA-1", sign({ ...claims, checksum_sha256: null })],
    ["claims that are no object", sign([claims])],
  ])("%s", (_, token) => {
    expect(authenticate({ token })).toEqual(because("no-proof"));
  });

  test("no header at all", () => {
    expect(disruptive({ secrets: () => [SECRET] }).authenticate({ headers: {}, body: bytes }, NOW)).toEqual(
      because("no-proof"),
    );
  });
});

test.each([
  ["another secret", { secrets: ["harbour-signature-secre"] }],
  ["a token of another secret", { token: sign(claims, undefined, "guess") }],
  ["another spelling of the same signature bytes", { token: `${TOKEN.slice(0, -1)}R` }],
])("wrong secret: %s", (_, attempt) => {
  expect(authenticate(attempt)).toEqual(because("wrong-secret"));
});

test.each([
  ["indented again", { body: Buffer.from(JSON.stringify(JSON.parse(BODY), null, 2)) }],
  ["one byte more", { body: Buffer.from(`${BODY}\n`) }],
  ["in latin-1", { body: Buffer.from(BODY, "latin1") }],
  ["empty", { body: new Uint8Array() }],
  ["a good SHA-1 does not make up for a wrong SHA-256", { token: sign({ ...claims, checksum_sha256: "0" }) }],
  ["an empty SHA-256", { token: sign({ ...claims, checksum_sha256: "" }) }],
  ["a wrong SHA-1 alone", { token: sign({ checksum: SHA_256, exp: EXPIRES_S }) }],
])("other body: %s", (_, attempt) => {
  expect(authenticate(attempt)).toEqual(because("other-body"));
});

test("SHA-1 counts where the sender knows nothing better", () => {
  expect(authenticate({ token: sign({ checksum: SHA_1, exp: EXPIRES_S }) })).toEqual(believed);
});

test("a token is good until it expires", () => {
  expect(authenticate({ now: EXPIRES_S * 1000 + 999 })).toEqual(believed);
  expect(authenticate({ now: (EXPIRES_S + 1) * 1000 })).toEqual({ ...because("wrong-time"), skewS: 1 });
  expect(authenticate({ now: (EXPIRES_S + 86_400) * 1000 })).toEqual({ ...because("wrong-time"), skewS: 86_400 });
});

test("of 10 000 requests with flipped bits none is believed and none throws", () => {
  const random = seeded(20_261_116);
  const verdicts = Array.from({ length: 10_000 }, (_, n) =>
    n % 2 === 0
      ? authenticate({ token: flip(Buffer.from(TOKEN), random).toString("latin1") })
      : authenticate({ body: flip(bytes, random) }),
  );
  expect(verdicts.filter((verdict) => verdict.kind === "believed")).toEqual([]);
});

/** A copy with one to three bytes changed; never the same as before, because each place is changed once. */
function flip(original: Buffer, random: (below: number) => number): Buffer {
  const changed = Buffer.from(original);
  const places = new Set(Array.from({ length: 1 + random(3) }, () => random(changed.length)));
  for (const place of places) changed[place] = (changed[place] ?? 0) ^ (1 << random(8));
  return changed;
}

/** mulberry32: the same numbers on every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
