import { createHmac, hash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { answerParent } from "../bench-process";

export interface LimitRequest {
  readonly url: string;
  readonly key: string;
  readonly disruptive: string;
  readonly zoom: string;
}

export interface LimitReply {
  readonly port: number;
}

interface Waiting {
  /** What makes a second sending of the same event known. */
  readonly key: string;
  readonly body: string;
  readonly room: string;
  readonly at: number;
  readonly value: number;
  readonly answer: (status: number) => void;
}

const MOST_PER_BATCH = 500;
const IN_FLIGHT = 2;

const TABLES = `
CREATE TABLE IF NOT EXISTS limit_inbox (key text PRIMARY KEY, body text NOT NULL, received_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE IF NOT EXISTS limit_state (
  room text PRIMARY KEY, at timestamptz NOT NULL, value double precision NOT NULL)`;

const WRITE = `
WITH t AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[]) AS t(key, body, room, at, value)),
inbox AS (INSERT INTO limit_inbox (key, body) SELECT key, body FROM t ORDER BY key ON CONFLICT DO NOTHING RETURNING key)
INSERT INTO limit_state AS s (room, at, value)
SELECT DISTINCT ON (room) room, to_timestamp(at / 1000), value FROM t WHERE key IN (SELECT key FROM inbox) ORDER BY room, at DESC
ON CONFLICT (room) DO UPDATE SET at = EXCLUDED.at, value = EXCLUDED.value WHERE EXCLUDED.at > s.at`;

/** The least that proves and reads each vendor's event. */
interface Reader {
  proves(headers: IncomingHttpHeaders, body: Buffer): boolean;
  read(event: never, body: string): Pick<Waiting, "key" | "room" | "at" | "value">;
}

const same = (given: string, expected: string) => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const createReaders = ({ key, disruptive, zoom }: LimitRequest): Readonly<Record<string, Reader>> => ({
  "/": {
    proves: (headers) => same(String(headers["x-api-key"]), key),
    read: (event: { id: string; metadata: { room_id: string }; timestamp: number; data: number }) => ({
      key: event.id,
      room: event.metadata.room_id,
      at: event.timestamp,
      value: event.data,
    }),
  },
  "/zoom": {
    proves: (headers, body) => {
      const signed = createHmac("sha256", zoom).update(`v0:${headers["x-zm-request-timestamp"]}:`).update(body);
      return same(String(headers["x-zm-signature"]), `v0=${signed.digest("hex")}`);
    },
    read: (
      { payload: { object } }: { payload: { object: { id: string; sensor_data: Record<string, string>[] } } },
      body,
    ) => ({
      key: hash("sha256", body),
      room: object.id,
      at: Date.parse(object.sensor_data[0]?.date_time ?? ""),
      value: Number(object.sensor_data[0]?.sensor_value),
    }),
  },
  "/disruptive": {
    proves: (headers, body) => {
      const [head = "", claims = "", signature = ""] = String(headers["x-dt-signature"]).split(".");
      const isSigned = same(
        signature,
        createHmac("sha256", disruptive).update(`${head}.${claims}`).digest("base64url"),
      );
      const { checksum_sha256 } = JSON.parse(Buffer.from(claims, "base64url").toString());
      return isSigned && same(checksum_sha256, hash("sha256", body));
    },
    read: ({
      event,
    }: {
      event: { eventId: string; targetName: string; timestamp: string; data: { co2: { ppm: number } } };
    }) => ({
      key: event.eventId,
      room: event.targetName,
      at: Date.parse(event.timestamp),
      value: event.data.co2.ppm,
    }),
  },
});

/**
 * What this machine can do at all with nothing acknowledged lost or counted twice (QUALITY 3.1): node:http, a key check
 * in constant time or the vendor's HMAC, JSON.parse and one multi-row statement for everybody who waits: what arrived
 * and what stands now, answered after the commit. No validation, no history, no places, no live feed.
 */
async function serveLimit(limit: LimitRequest): Promise<LimitReply> {
  const pool = new Pool({ connectionString: limit.url, max: IN_FLIGHT });
  await pool.query(TABLES);
  const write = createGroupCommit(pool);
  const readers = createReaders(limit);
  const server = createServer((request, response) => {
    const reader = readers[request.url ?? "/"];
    if (reader) receive(request, response, reader, write);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port };
}

function receive(request: IncomingMessage, response: ServerResponse, reader: Reader, write: (w: Waiting) => void) {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = (status: number) => response.writeHead(status, { "content-length": 2 }).end("{}");
    const body = Buffer.concat(chunks);
    if (!reader.proves(request.headers, body)) return answer(401);
    const text = body.toString("utf8");
    return write({ ...reader.read(JSON.parse(text) as never, text), body: text, answer });
  });
}

function createGroupCommit(pool: Pool): (waiting: Waiting) => void {
  let queue: Waiting[] = [];
  let inFlight = 0;
  const commit = async (batch: Waiting[]) => {
    inFlight++;
    const column = (name: "key" | "body" | "room" | "at" | "value") => batch.map((w) => w[name]);
    const columns = [column("key"), column("body"), column("room"), column("at"), column("value")];
    const status = await pool.query({ name: "write", text: WRITE, values: columns }).then(
      () => 200,
      () => 503,
    );
    for (const { answer } of batch) answer(status);
    inFlight--;
    pump();
  };
  const pump = () => {
    while (inFlight < IN_FLIGHT && queue.length > 0) {
      const batch = queue.slice(0, MOST_PER_BATCH);
      queue = queue.slice(MOST_PER_BATCH);
      void commit(batch);
    }
  };
  return (waiting) => {
    queue.push(waiting);
    pump();
  };
}

answerParent(serveLimit);
