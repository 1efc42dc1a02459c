import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "pg";
import { answerParent } from "../bench-process";

export interface LimitRequest {
  readonly url: string;
  readonly key: string;
}

export interface LimitReply {
  readonly port: number;
}

interface Waiting {
  readonly room: string;
  readonly at: number;
  readonly value: number;
  readonly answer: (status: number) => void;
}

const MOST_PER_BATCH = 500;
const IN_FLIGHT = 2;

const TABLE = `CREATE TABLE IF NOT EXISTS limit_reading (
  room text NOT NULL, at timestamptz NOT NULL, value double precision NOT NULL, PRIMARY KEY (room, at))`;

const WRITE = `INSERT INTO limit_reading AS r (room, at, value)
SELECT DISTINCT ON (room, at) room, to_timestamp(at / 1000), value
FROM unnest($1::text[], $2::float8[], $3::float8[]) AS t(room, at, value) ORDER BY room, at
ON CONFLICT (room, at) DO UPDATE SET value = EXCLUDED.value`;

/**
 * What this machine can do at all: node:http, a key check in constant time, JSON.parse and one multi-row statement,
 * committed for everybody who waits and answered after the commit. No validation, no log of deliveries, no places,
 * no live feed.
 */
async function serveLimit({ url, key }: LimitRequest): Promise<LimitReply> {
  const pool = new Pool({ connectionString: url, max: IN_FLIGHT });
  await pool.query(TABLE);
  const write = createGroupCommit(pool);
  const expected = Buffer.from(key);
  const server = createServer((request, response) => receive(request, response, expected, write));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port };
}

function receive(request: IncomingMessage, response: ServerResponse, expected: Buffer, write: (w: Waiting) => void) {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = (status: number) => response.writeHead(status, { "content-length": 2 }).end("{}");
    const given = Buffer.from(String(request.headers["x-api-key"]));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return answer(401);
    const event = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return write({ room: event.metadata.room_id, at: event.timestamp, value: event.data, answer });
  });
}

function createGroupCommit(pool: Pool): (waiting: Waiting) => void {
  let queue: Waiting[] = [];
  let inFlight = 0;
  const commit = async (batch: Waiting[]) => {
    inFlight++;
    const columns = [batch.map((w) => w.room), batch.map((w) => w.at), batch.map((w) => w.value)];
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
