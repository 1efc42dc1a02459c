import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { answerChallenge, verify } from "./verify";

const SECRET = "zoom-sample-secret-token";
const SIGNED_AT = 1_794_821_398;
const NOW = SIGNED_AT * 1000 + 2_000;

const READING =
  '{"event":"zoomroom.sensor_data","payload":{"account_id":"AccTzOoMsAmpLe0123456w","object":{"id":"RoomFjordSample01abcdw","room_name":"Fjord","device_id":"DevNeatBarSample01==","sensor_data":[{"date_time":"2026-11-16T09:29:00Z","sensor_type":"REAL_TIME_PEOPLE_COUNT","sensor_value":"6"}]}},"event_ts":1794821397412}';
const RENAMED =
  '{"event":"zoomroom.updated","payload":{"account_id":"AccTzOoMsAmpLe0123456w","object":{"id":"RoomFjordSample01abcdw","room_name":"Møterom Fjord – 2°"}},"event_ts":1794821397413}';
const ESCAPED = RENAMED.replace("ø", "\\u00f8").replace("–", "\\u2013").replace("°", "\\u00b0");

const CHALLENGE =
  '{"payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event_ts":1794821398000,"event":"endpoint.url_validation"}';

const sign = (body: string | Uint8Array, timestamp: number | string = SIGNED_AT, secret = SECRET) =>
  `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;

function delivery(body: string | Uint8Array, signature: string, timestamp: number | string = SIGNED_AT) {
  const headers = { "x-zm-signature": signature, "x-zm-request-timestamp": String(timestamp) };
  return { headers, body: Buffer.from(body) };
}
const check = (
  body: string,
  signature: string,
  timestamp: number | string = SIGNED_AT,
  secrets = [SECRET],
  now = NOW,
) => verify(delivery(body, signature, timestamp), secrets, now);

const believed = { kind: "believed", secret: SECRET };
const disbelieved = (reason: string, skewS?: number) => ({
  kind: "disbelieved",
  reason,
  ...(skewS !== undefined && { skewS }),
});

describe("signatures worked out by hand", () => {
  test.each([
    ["as sent", READING, SIGNED_AT, "c855f771998692f9a00b45b7a3ba45a0e32d04039c2a314126eb82639a85699b"],
    [
      "retried: signed anew",
      READING,
      1_794_821_702,
      "d5607ab6539ca51884f7cee63dc8061f3ad7fb7df63555ea7c3fe1376de5fc00",
    ],
    [
      "with one space: the bytes are signed, not the JSON",
      READING.replace("{", "{ "),
      SIGNED_AT,
      "bf54807a55dd2b776e7822c9af8dba31c9684a7af71a0296866f880ce771fad3",
    ],
    ["beyond ASCII", RENAMED, SIGNED_AT, "7c77aac28eb2745dfe91246b510c9b0d51cdda3fa4f5c348fbfb1fb6fe9032d4"],
    ["escaped", ESCAPED, SIGNED_AT, "56981df5e98f13c316946e3cbfb5a87b01f86a03ba35a44237206955394bb784"],
    ["challenge", CHALLENGE, SIGNED_AT, "57355fc5e46e071b2287f913bee06810394ed9c50a1b405878193d033cbf0d31"],
  ])("%s", (_, body, timestamp, hex) => {
    expect(check(body, `v0=${hex}`, timestamp)).toEqual(believed);
  });

  test("over latin-1 is not the body that was sent", () => {
    const latin1 = "v0=f354b47b8da30bfb084e148eecef59dbded97b149e421622d2601c6838c964fa";
    expect(sign(Buffer.from(RENAMED, "latin1"))).not.toBe(sign(RENAMED));
    expect(check(RENAMED, latin1)).toEqual(disbelieved("wrong-secret"));
  });
});

test("nothing configured proves nothing, not even a signature made with nothing", () => {
  expect(check(READING, sign(READING, SIGNED_AT, ""), SIGNED_AT, [])).toEqual(disbelieved("no-secret"));
  expect(check(READING, sign(READING, SIGNED_AT, ""), SIGNED_AT, [""])).toEqual(disbelieved("no-secret"));
});

test("while a token is replaced both are good, and the answer says which one signed", () => {
  const signature = sign(READING, SIGNED_AT, "next-token");
  expect(check(READING, signature, SIGNED_AT, [SECRET, "next-token"])).toEqual({
    kind: "believed",
    secret: "next-token",
  });
  expect(check(READING, signature, SIGNED_AT, ["next-token", "", SECRET])).toMatchObject({ secret: "next-token" });
});

describe("no proof at all", () => {
  test.each([
    ["", String(SIGNED_AT)],
    [sign(READING), ""],
    [sign(READING, "soon"), "soon"],
    [sign(READING, `${SIGNED_AT}000`), `${SIGNED_AT}000`],
    [sign(READING, ` ${SIGNED_AT}`), ` ${SIGNED_AT}`],
    [sign(READING, `${SIGNED_AT}\n`), `${SIGNED_AT}\n`],
    [sign(`{}:${READING}`, SIGNED_AT), `${SIGNED_AT}:{}`],
    [sign(READING).slice(3), String(SIGNED_AT)],
    [sign(READING).replace("v0", "v1"), String(SIGNED_AT)],
    [sign(READING).toUpperCase(), String(SIGNED_AT)],
    [sign(READING).slice(0, -1), String(SIGNED_AT)],
    [`${sign(READING)}0`, String(SIGNED_AT)],
    [`${sign(READING)}, ${sign(READING)}`, String(SIGNED_AT)],
  ])("signature %j with timestamp %j", (signature, timestamp) => {
    expect(check(READING, signature, timestamp)).toEqual(disbelieved("no-proof"));
  });

  test("the deprecated verification token does not count", () => {
    const headers = { authorization: SECRET };
    expect(verify({ headers, body: Buffer.from(READING) }, [SECRET], NOW)).toEqual(disbelieved("no-proof"));
  });
});

describe("the clock", () => {
  test.each([0, 600, -600])("%i s apart is near enough", (skew) => {
    expect(check(READING, sign(READING), SIGNED_AT, [SECRET], (SIGNED_AT + skew) * 1000)).toEqual(believed);
  });

  test.each([601, -601, 3_600])("%i s apart is told, as the sender's clock is behind ours", (skew) => {
    const answer = check(READING, sign(READING), SIGNED_AT, [SECRET], (SIGNED_AT + skew) * 1000);
    expect(answer).toEqual(disbelieved("wrong-time", skew));
  });

  test("an old forgery is a forgery", () => {
    const forged = sign(READING, SIGNED_AT, "guess");
    expect(check(READING, forged, SIGNED_AT, [SECRET], NOW + 3_600_000)).toEqual(disbelieved("wrong-secret"));
  });
});

test("of 10,000 requests that were changed in one place, none is believed and none throws", () => {
  const random = mulberry32(20_260_309);
  const pick = (below: number) => Math.floor(random() * below);
  const body = Buffer.from(READING);
  const signature = sign(READING);
  const started = performance.now();
  for (let i = 0; i < 10_000; i++) {
    const changed = [
      () => delivery(flipped(body, pick), signature),
      () => delivery(body.subarray(0, pick(body.length)), signature),
      () => delivery(body, other(signature, pick)),
      () => delivery(body, signature, SIGNED_AT + 1 + pick(500)),
      () => delivery(body, signature, other(String(SIGNED_AT), pick)),
    ][i % 5]?.();
    expect(changed && verify(changed, [SECRET, "next-token"], NOW).kind).toBe("disbelieved");
  }
  expect(performance.now() - started).toBeLessThan(2_000);
});

describe("the URL challenge", () => {
  const question = JSON.parse(CHALLENGE);
  const asked = (plainToken: unknown) => answerChallenge({ ...question, payload: { plainToken } }, SECRET);

  test("is answered with the token and its HMAC", () => {
    expect(answerChallenge(question, SECRET)).toEqual({
      kind: "reply",
      body: {
        plainToken: "qgg8vlvZRS6UYooatFL8Aw",
        encryptedToken: "ff530d4a950809202ae22d32acfb2227e1093c34c9678136f0afe2f541e4dfc6",
      },
    });
  });

  test("is answered with the secret that signed it", () => {
    const encryptedToken = createHmac("sha256", "next-token").update("abc").digest("hex");
    expect(answerChallenge({ ...question, payload: { plainToken: "abc" } }, "next-token")).toEqual({
      kind: "reply",
      body: { plainToken: "abc", encryptedToken },
    });
  });

  test("never signs an event for somebody: a text that could be signed is no token", () => {
    const forged = '{"event":"zoomroom.deleted","payload":{},"event_ts":1}';
    for (const token of [`v0:${SIGNED_AT}:${forged}`, `v0:${SIGNED_AT}:`, "a:b", forged, ":"]) {
      expect(asked(token)).toEqual({ kind: "refused" });
    }
  });

  test.each([[""], ["a".repeat(65)], ["a b"], ["abc\n"], ["ä"], [7], [null], [undefined], [["abc"]], [{}]])(
    "a token %j is refused",
    (token) => expect(asked(token)).toEqual({ kind: "refused" }),
  );

  test.each([[null], [undefined], ["x"], [[]], [7]])("a payload %j is refused", (payload) => {
    expect(answerChallenge({ ...question, payload }, SECRET)).toEqual({ kind: "refused" });
  });

  test.each([
    [null],
    ["endpoint.url_validation"],
    [["endpoint.url_validation"]],
    [{}],
    [{ ...question, event: ["endpoint.url_validation"] }],
    [{ ...question, event: "endpoint.url_validation " }],
    [JSON.parse(READING)],
  ])("%j is no challenge", (payload) => expect(answerChallenge(payload, SECRET)).toBeNull());
});

function flipped(body: Buffer, pick: (below: number) => number): Buffer {
  const changed = Buffer.from(body);
  const at = pick(body.length);
  changed[at] = (changed[at] ?? 0) ^ (1 + pick(255));
  return changed;
}

/** The same text with another character in one place. */
function other(text: string, pick: (below: number) => number): string {
  const at = pick(text.length);
  const char = String.fromCharCode((text.charCodeAt(at) + 1 + pick(126)) % 128);
  return char === text[at] ? other(text, pick) : text.slice(0, at) + char + text.slice(at + 1);
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
