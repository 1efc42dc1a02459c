import { setTimeout as sleep } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { PackedFrame } from "@/lib/core/packed-floor";
import type { ClientToServerEvents, ServerToClientEvents } from "@/lib/realtime/events";
import { answerParent } from "../bench-process";
import { LatencyHistogram } from "../latency-histogram";
import { dueAt, eventAt, floorOf, type LoadPlan, lastEvent } from "./load-plan";

export type ViewersRequest =
  | {
      readonly kind: "open";
      readonly url: string;
      readonly cookie: string;
      readonly floorIds: readonly string[];
      readonly sockets: number;
    }
  | { readonly kind: "collect"; readonly plan: LoadPlan };

export interface CollectReply {
  readonly latencies: [bucket: number, count: number][];
  readonly missing: number;
  readonly frames: number;
  readonly cpu: number;
}

type ViewerSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

interface Viewer {
  readonly socket: ViewerSocket;
  /** Index into the floors of the load. */
  readonly floor: number;
  /** By room: the newest event seen. */
  seen: Int32Array;
}

const OPEN_AT_ONCE = 25;
const PATIENCE_MS = 10_000;
const viewers: Viewer[] = [];

async function open({ url, cookie, floorIds, sockets }: Extract<ViewersRequest, { kind: "open" }>) {
  for (let i = 0; i < sockets; i += OPEN_AT_ONCE) {
    const batch = Array.from({ length: Math.min(OPEN_AT_ONCE, sockets - i) }, (_, j) => (i + j) % floorIds.length);
    viewers.push(...(await Promise.all(batch.map((floor) => openViewer(url, cookie, floorIds[floor] ?? "", floor)))));
  }
  return { opened: viewers.length };
}

async function openViewer(url: string, cookie: string, floorId: string, floor: number): Promise<Viewer> {
  const socket: ViewerSocket = io(url, { transports: ["websocket"], extraHeaders: { cookie }, forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  const reply = await socket.emitWithAck("floor:watch", floorId);
  if (!reply.ok) throw new Error(`floor:watch answered ${reply.error}`);
  return { socket, floor, seen: new Int32Array() };
}

/** Counts every event for every viewer: one that a newer frame overtook was seen when that frame came. */
async function collect(plan: LoadPlan): Promise<CollectReply> {
  const latency = new LatencyHistogram();
  let frames = 0;
  for (const viewer of viewers) {
    viewer.seen = Int32Array.from({ length: plan.rooms }, (_, room) => room - plan.rooms);
    viewer.socket.on("floor:changed", (frame) => {
      frames++;
      readFrame(plan, viewer, frame, latency);
    });
  }
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const until = dueAt(plan, plan.events) + PATIENCE_MS;
  while (Date.now() < dueAt(plan, plan.events) || (missing(plan) > 0 && Date.now() < until)) await sleep(100);
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = (user + system) / 1000 / (performance.now() - startedAt);
  return { latencies: latency.entries(), missing: missing(plan), frames, cpu };
}

function readFrame(plan: LoadPlan, viewer: Viewer, frame: PackedFrame, latency: LatencyHistogram): void {
  const now = Date.now();
  for (const change of frame.changes) {
    if ("removed" in change || !change.metrics.occupancy) continue;
    const room = Number(change.name.slice("Room ".length));
    const event = eventAt(plan, room, Date.parse(change.metrics.occupancy.observedAt));
    if (event === null) continue;
    const known = viewer.seen[room] ?? 0;
    for (
      let e = Math.max(known + plan.rooms, plan.measuredFrom + ((room - plan.measuredFrom) % plan.rooms));
      e <= event;
      e += plan.rooms
    ) {
      if (e >= plan.measuredFrom) latency.add(now - dueAt(plan, e));
    }
    viewer.seen[room] = Math.max(known, event);
  }
}

function missing(plan: LoadPlan): number {
  let count = 0;
  for (const { seen, floor } of viewers) {
    for (const [room, event] of seen.entries()) {
      if (floorOf(plan, room) === floor && event !== lastEvent(plan, room)) count++;
    }
  }
  return count;
}

answerParent(
  (request: ViewersRequest): Promise<object> => (request.kind === "open" ? open(request) : collect(request.plan)),
);
