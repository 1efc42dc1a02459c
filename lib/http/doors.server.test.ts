import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/postgres/testing/test-database";
import { butlrEvent } from "@/lib/testing/ingest-fixture";
import { BUTLR_KEY, type ServerProcess, startServer } from "@/lib/testing/server-process";

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

const JSON_TYPE = { "content-type": "application/json" };
const SIGNED = { ...JSON_TYPE, "x-api-key": BUTLR_KEY };

/** Status, reason and body as they came over the wire; both doors must answer alike. */
function send(url: string, { method = "POST", path = "/api/webhooks/butlr", headers = SIGNED, body = "" }: Sent) {
  return new Promise<{ status: number; type: string | undefined; allow: string | undefined; body: unknown }>(
    (resolve, reject) => {
      const request = http.request(
        new URL(path, url),
        { method, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            const { "content-type": type, allow } = answer.headers;
            resolve({ status: answer.statusCode ?? 0, type, allow, body: text === "" ? null : JSON.parse(text) });
          });
        },
      );
      request.on("error", reject);
      request.end(body);
    },
  );
}

const T = Date.now() - 5 * 60_000;
const event = (room_id: string, data: unknown, change: object = {}) =>
  JSON.stringify({ ...butlrEvent({ id: `event_${room_id}`, at: T, data, metadata: { room_id } }), ...change });

/** Each case is the POSTs of one room, in order; the answers of both doors are compared word for word. */
const CASES: [string, Sent[], number[]][] = [
  [
    "stored, then a duplicate, then corrected",
    [{ body: event("a", 4) }, { body: event("a", 4) }, { body: event("a", 5) }],
    [200, 200, 200],
  ],
  ["an unknown type", [{ body: event("b", 4, { type: "SENSOR_HEALTH" }) }], [200]],
  ["a count that is text", [{ body: event("c", "4") }], [200]],
  ["no key", [{ headers: JSON_TYPE, body: event("d", 4) }], [401]],
  ["a wrong key", [{ headers: { ...SIGNED, "x-api-key": "wrong" }, body: event("d", 4) }], [401]],
  [
    "the key in the query",
    [{ headers: JSON_TYPE, path: `/api/webhooks/butlr?x-api-key=${BUTLR_KEY}`, body: event("d", 4) }],
    [401],
  ],
  ["an unknown vendor", [{ path: "/api/webhooks/acme", body: event("d", 4) }], [404]],
  ["a vendor named like an object's own", [{ path: "/api/webhooks/constructor", body: event("d", 4) }], [404]],
  ["GET", [{ method: "GET" }], [405]],
  ["PUT", [{ method: "PUT", body: event("d", 4) }], [405]],
  ["a form", [{ headers: { ...SIGNED, "content-type": "application/x-www-form-urlencoded" }, body: "data=4" }], [415]],
  ["multipart", [{ headers: { ...SIGNED, "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }], [415]],
  ["not JSON", [{ body: '{"data": 04}' }], [400]],
  ["empty", [{ body: "" }], [400]],
  ["a BOM", [{ body: `\ufeff${event("d", 4)}` }], [400]],
  ["an array of events", [{ body: `[${event("d", 4)}]` }], [400]],
  ["{}", [{ body: "{}" }], [400]],
  ["bytes that are no UTF-8", [{ body: Buffer.from([0x7b, 0xff, 0x7d]) }], [400]],
  ["5 MB", [{ body: event("d", 4, { pad: "x".repeat(5 << 20) }) }], [413]],
  [
    "100,000 levels",
    [{ body: event("d", 4).replace('"data":4', `"data":${"[".repeat(1e5)}${"]".repeat(1e5)}`) }],
    [413],
  ],
  [
    "a charset",
    [{ headers: { ...SIGNED, "content-type": "Application/JSON; charset=utf-8" }, body: event("e", 4) }],
    [200],
  ],
];

describe("both doors are one contract", () => {
  const databases: TestDatabase[] = [];
  const servers: ServerProcess[] = [];

  beforeAll(async () => {
    databases.push(await createTestDatabase(), await createTestDatabase());
    const [fast, documented] = databases;
    servers.push(await startServer({ databaseUrl: fast?.url ?? "", entry: "server" }));
    servers.push(await startServer({ databaseUrl: documented?.url ?? "", entry: "next" }));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await Promise.all(databases.map((database) => database.drop()));
  });

  test.each(CASES)("%s", async (_, posts, statuses) => {
    const answers = [];
    for (const { url } of servers) {
      const one = [];
      for (const post of posts) one.push(await send(url, post));
      answers.push(one);
    }
    expect(answers[0]?.map((a) => a.status)).toEqual(statuses);
    expect(answers[1]).toEqual(answers[0]);
  });

  test("the words of the three good endings", async () => {
    const url = servers[0]?.url ?? "";
    expect((await send(url, { body: event("w", 4) })).body).toEqual({ status: "stored", changed: 1 });
    expect((await send(url, { body: event("w", 4) })).body).toEqual({ status: "duplicate" });
    expect((await send(url, { body: event("w2", 4, { type: "HIVE_HEALTH" }) })).body).toEqual({
      status: "unhandled",
      type: "HIVE_HEALTH",
    });
    expect((await send(url, { body: event("w3", null) })).body).toMatchObject({
      status: "quarantined",
      issues: [expect.stringMatching(/^data: /)],
    });
  });
});
