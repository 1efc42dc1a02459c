import { answerParent } from "../bench-process";
import { createEventBytes } from "../event-bytes";
import { HttpConnection } from "../http-connection";
import { LatencyHistogram } from "../latency-histogram";
import { type SignedVendor, signedEventBytes } from "../signed-event-bytes";

export interface LoadRequest {
  readonly vendor: "butlr" | SignedVendor;
  readonly port: number;
  readonly path: string;
  readonly key: string;
  readonly connections: number;
  readonly seconds: number;
  /** Stop after so many, whatever the time. */
  readonly events: number;
  /** Number of the first event; every number is another event. */
  readonly first: number;
  /** Moment of sensing of the first event, ms. */
  readonly origin: number;
  readonly rooms: number;
  readonly roomsPerFloor: number;
}

export interface LoadReply {
  readonly perSecond: number;
  readonly answered: number;
  /** Answers that were not 200, and broken lines. */
  readonly failed: number;
  /** Number of the next event. */
  readonly next: number;
  readonly p50: number;
  readonly p99: number;
  /** Share of one core the generator itself used. */
  readonly cpu: number;
}

/** Between two events of a room: so small that moments never run ahead of the clock, at up to 100 events a second and room. */
const STEP_MS = 10;

/** More than any server here answers; a generator that runs out says so. */
const MOST_SIGNED_PER_SECOND = 60_000;

/** Makes the bytes of the events in order, one maker for each connection. */
function createBytes(request: LoadRequest): () => (sequence: number) => Buffer {
  const { vendor } = request;
  if (vendor === "butlr") {
    return () => {
      const bytes = createEventBytes(request);
      return (sequence) => bytes.fill(eventOf(sequence, request));
    };
  }
  const count = Math.min(request.events, Math.ceil(request.seconds * MOST_SIGNED_PER_SECOND));
  const made = Array.from({ length: count }, (_, i) =>
    signedEventBytes(vendor, request, eventOf(request.first + i, request)),
  );
  return () => (sequence) => {
    const bytes = made[sequence - request.first];
    if (!bytes) throw new Error("The generator has no more signed events");
    return bytes;
  };
}

/** Closed loop: every connection sends its next event when the one before it is answered. */
async function generate(request: LoadRequest): Promise<LoadReply> {
  const bytesMaker = createBytes(request);
  const latency = new LatencyHistogram();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + request.seconds * 1000;
  const last = request.first + request.events;
  let next = request.first;
  let failed = 0;
  const work = async (connection: HttpConnection) => {
    const bytesOf = bytesMaker();
    while (next < last && performance.now() < endsAt) {
      const sentAt = performance.now();
      const answer = await connection.send(bytesOf(next++));
      if (answer?.status === 200) latency.add(performance.now() - sentAt);
      else failed++;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: request.connections }, () => work(new HttpConnection(request.port))));
  const elapsedMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    perSecond: (latency.total / elapsedMs) * 1000,
    answered: latency.total,
    failed,
    next,
    p50: latency.quantile(0.5),
    p99: latency.quantile(0.99),
    cpu: (user + system) / 1000 / elapsedMs,
  };
}

/** Room after room, minute after minute; each count differs from the one before it in its room. */
function eventOf(sequence: number, { rooms, roomsPerFloor, origin, first }: LoadRequest) {
  const room = sequence % rooms;
  const step = Math.floor(sequence / rooms);
  const floor = Math.floor(room / roomsPerFloor);
  return {
    floor,
    room,
    at: origin + (step - Math.floor(first / rooms)) * STEP_MS,
    count: (step * 3 + room) % 10,
    sequence,
  };
}

answerParent(generate);
