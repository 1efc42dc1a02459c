import { setTimeout as sleep } from "node:timers/promises";
import { answerParent } from "../bench-process";
import { createEventBytes, type EventBytes } from "../event-bytes";
import { HttpConnection } from "../http-connection";
import { LatencyHistogram } from "../latency-histogram";
import { dueAt, floorOf, type LoadPlan, observedAt, roomOf } from "./load-plan";

export interface SendRequest {
  readonly port: number;
  readonly path: string;
  readonly key: string;
  readonly connections: number;
  readonly plan: LoadPlan;
}

export interface SendReply {
  readonly acks: [bucket: number, count: number][];
  readonly failed: number;
  readonly cpu: number;
}

interface Line {
  readonly connection: HttpConnection;
  readonly bytes: EventBytes;
}

/** Open loop: events leave when they are due, however slow the answers are; latency counts from when they were due. */
async function send(request: SendRequest): Promise<SendReply> {
  const { plan } = request;
  const acks = new LatencyHistogram();
  const idle: Line[] = Array.from({ length: request.connections }, () => ({
    connection: new HttpConnection(request.port),
    bytes: createEventBytes(request),
  }));
  let next = 0;
  let answered = 0;
  let failed = 0;
  const post = async (line: Line, event: number) => {
    const answer = await line.connection.send(line.bytes.fill(loadEvent(plan, event)));
    answered++;
    if (answer?.status !== 200) failed++;
    else if (event >= plan.measuredFrom) acks.add(Date.now() - dueAt(plan, event));
    idle.push(line);
    pump();
  };
  const pump = () => {
    while (next < plan.events && dueAt(plan, next) <= Date.now()) {
      const line = idle.pop();
      if (!line) return;
      void post(line, next++);
    }
  };
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  while (answered < plan.events) {
    pump();
    await sleep(1);
  }
  for (const { connection } of idle) connection.close();
  const { user, system } = process.cpuUsage(cpuBefore);
  return { acks: acks.entries(), failed, cpu: (user + system) / 1000 / (performance.now() - startedAt) };
}

function loadEvent(plan: LoadPlan, event: number) {
  const room = roomOf(plan, event);
  const count = (Math.floor(event / plan.rooms) * 3 + room) % 10; // never the same twice running, so that each is news
  return { floor: floorOf(plan, room), room, at: observedAt(plan, event), count, sequence: event };
}

answerParent(send);
