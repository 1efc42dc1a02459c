import "server-only";
import type { IncomingMessage } from "node:http";
import { Server, type Socket } from "socket.io";
import { z } from "zod";
import { type Actor, type Standing, standing } from "@/lib/auth/actor";
import type { AlertFrame } from "@/lib/core/alert";
import type { FloorFrame } from "@/lib/core/floor";
import { packFrame } from "@/lib/core/packed-floor";
import type { Reach } from "@/lib/db/alerts/alert-filter";
import { type AlertFeed, reachKey } from "./alert-feed";
import {
  type AlertWatchReply,
  type ClientToServerEvents,
  HEARTBEAT_MS,
  type ServerToClientEvents,
  type VisitorWatchReply,
  type WatchReply,
} from "./events";
import type { FloorFeed } from "./floor-feed";
import type { VisitorFeed } from "./visitor-feed";

interface SocketData {
  actor: Actor;
  watching: Set<number>;
  /** Asked once: a vendor that comes to their floors is heard of with the next connection. */
  reach?: Promise<Reach | undefined> | undefined;
}

type RealtimeServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;
type FloorSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;

export interface RealtimeOptions {
  /** The person behind a handshake, or null. */
  readonly actorOf: (headers: Headers) => Promise<Actor | null>;
  /** False when there is no such floor, or not for this person. */
  readonly mayWatch: (actor: Actor, floorId: number) => Promise<boolean>;
  readonly isAllowedOrigin: (request: IncomingMessage) => boolean;
  /** Which of these sessions are still good, and what the people behind them may do now. */
  readonly livePersons: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Standing>>;
  readonly feed: FloorFeed;
  readonly alerts: AlertFeed;
  readonly visitors: VisitorFeed;
  /** False when there is no such site, or not for this person. */
  readonly mayWatchVisitors: (actor: Actor, siteId: number) => Promise<boolean>;
  /** Whose alerts exist for somebody; undefined when they may read none. */
  readonly alertReach: (actor: Actor) => Promise<Reach | undefined>;
  /** The site of each of these floors. */
  readonly sitesOf: (floorIds: readonly number[]) => Promise<ReadonlyMap<number, number>>;
  /** Changes when the list of floors of these sites (null: of all) does. */
  readonly floorsVersion: (sites: readonly number[] | null) => Promise<string>;
  readonly log: (message: string, error?: unknown) => void;
}

/** Short enough that a signed-out session has lost its sockets within a second. */
const SESSION_CHECK_MS = 400;
const MOST_FLOORS_PER_SOCKET = 50;

const FloorId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const ALERT_ROOM = "alerts:";
const VISITOR_ROOM = "visitors:";
const roomOf = (floorId: number | string) => `floor:${floorId}`;
/** Heartbeats tell of the list of floors, which differs between people: their watchers wait in rooms of their own. */
const beatRoomOf = (floorId: number, sites: readonly number[] | null) => `beat:${floorId}:${sites?.join() ?? "all"}`;

export interface Realtime {
  readonly io: RealtimeServer;
  emitFrame(frame: FloorFrame): void;
  /** To everybody with this reach. */
  emitAlerts(reach: string, frame: AlertFrame): void;
  /** To everybody who watches the visitors of a site. */
  emitVisitors(siteId: number): void;
  /** Ends the sockets of sessions that are over; called on a timer and by tests. */
  endDeadSessions(): Promise<void>;
  close(): Promise<void>;
}

/** One socket.io server per process, fed from the database; it carries no writes and needs no adapter. */
export function createRealtime(options: RealtimeOptions): Realtime {
  const io: RealtimeServer = new Server({
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 16_384,
    allowRequest: (request, done) => done(null, options.isAllowedOrigin(request)),
  });

  io.use((socket, next) => {
    options.actorOf(handshakeHeaders(socket)).then(
      (actor) => {
        if (!actor) return next(new Error("unauthenticated"));
        if (actor.lacksSecondFactor) return next(new Error("second-factor-required"));
        socket.data = { actor, watching: new Set() };
        return next();
      },
      (error) => {
        options.log("socket handshake failed", error);
        next(new Error("unavailable"));
      },
    );
  });

  io.on("connection", (socket) => {
    socket.on("floor:watch", (floorId, ack) => {
      if (typeof ack === "function") void watchFloor(socket, floorId, options).then(ack);
    });
    socket.on("floor:unwatch", (floorId) => {
      const id = FloorId.safeParse(floorId);
      if (!id.success) return;
      socket.data.watching.delete(id.data);
      leaveFloor(socket, id.data);
    });
    socket.on("alert:watch", (ack) => {
      if (typeof ack === "function") void watchAlerts(socket, options).then(ack);
    });
    socket.on("alert:unwatch", () => {
      for (const room of socket.rooms) if (room.startsWith(ALERT_ROOM)) void socket.leave(room);
    });
    socket.on("visitor:watch", (siteId, ack) => {
      if (typeof ack === "function") void watchVisitors(socket, siteId, options).then(ack);
    });
    socket.on("visitor:unwatch", (siteId) => void socket.leave(`${VISITOR_ROOM}${siteId}`));
  });

  io.of("/").adapter.on("delete-room", (room: string) => {
    if (room.startsWith(ALERT_ROOM)) options.alerts.unfollow(room.slice(ALERT_ROOM.length));
    if (room.startsWith(VISITOR_ROOM)) options.visitors.unfollow(Number(room.slice(VISITOR_ROOM.length)));
    if (room.startsWith("floor:")) options.feed.unfollow(Number(room.slice("floor:".length)));
  });

  const endDeadSessions = async () => {
    await endDead(io, options.livePersons);
    await endOutside(io, options.sitesOf);
  };
  const timers = [
    setInterval(() => void sendHeartbeats(io, options), HEARTBEAT_MS),
    setInterval(
      () => void endDeadSessions().catch((error) => options.log("session check failed", error)),
      SESSION_CHECK_MS,
    ),
  ];

  return {
    io,
    emitFrame: (frame) => void io.to(roomOf(frame.floorId)).emit("floor:changed", packFrame(frame)),
    emitVisitors: (siteId) => void io.to(`${VISITOR_ROOM}${siteId}`).emit("visitor:changed", String(siteId)),
    emitAlerts: (reach, frame) => void io.to(`${ALERT_ROOM}${reach}`).emit("alert:changed", frame),
    endDeadSessions,
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await io.close();
    },
  };
}

function handshakeHeaders(socket: FloorSocket): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(socket.handshake.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  // Browsers cannot set headers on a websocket; the client library hands a token over like this.
  const { token } = socket.handshake.auth as { token?: unknown };
  if (typeof token === "string" && /^[\w.-]{1,200}$/.test(token)) headers.set("authorization", `Bearer ${token}`);
  return headers;
}

function leaveFloor(socket: FloorSocket, floorId: number): void {
  void socket.leave(roomOf(floorId));
  void socket.leave(beatRoomOf(floorId, socket.data.actor.sites));
}

/** Joins first and asks after: frames between the two reach the socket, so nothing falls into a gap. */
async function watchFloor(socket: FloorSocket, floorId: unknown, options: RealtimeOptions): Promise<WatchReply> {
  const id = FloorId.safeParse(floorId);
  if (!id.success) return { ok: false, error: "not-found" };
  if (socket.data.watching.size >= MOST_FLOORS_PER_SOCKET) return { ok: false, error: "forbidden" };
  try {
    if (!(await options.mayWatch(socket.data.actor, id.data))) return { ok: false, error: "not-found" };
    await socket.join([roomOf(id.data), beatRoomOf(id.data, socket.data.actor.sites)]);
    const cursor = await options.feed.follow(id.data);
    if (!cursor) {
      leaveFloor(socket, id.data);
      return { ok: false, error: "not-found" };
    }
    socket.data.watching.add(id.data);
    return { ok: true, epoch: cursor.epoch, offset: cursor.offset };
  } catch (error) {
    options.log("floor:watch failed", error);
    return { ok: false, error: "unavailable" };
  }
}

/** Whose rights change loses the socket, so a reach stays right for as long as it is watched. */
async function watchAlerts(
  socket: FloorSocket,
  { alerts, alertReach, log }: RealtimeOptions,
): Promise<AlertWatchReply> {
  try {
    socket.data.reach ??= alertReach(socket.data.actor);
    const reach = await socket.data.reach;
    if (reach === undefined) return { ok: false, error: "forbidden" };
    await socket.join(`${ALERT_ROOM}${reachKey(reach)}`);
    return { ok: true, ...(await alerts.follow(reach)) };
  } catch (error) {
    socket.data.reach = undefined;
    log("alert:watch failed", error);
    return { ok: false, error: "unavailable" };
  }
}

/** Whose sites change loses the socket, like whoever watches alerts. */
async function watchVisitors(
  socket: FloorSocket,
  siteId: unknown,
  { visitors, mayWatchVisitors, log }: RealtimeOptions,
): Promise<VisitorWatchReply> {
  const id = FloorId.safeParse(siteId);
  if (!id.success) return { ok: false, error: "not-found" };
  try {
    if (!(await mayWatchVisitors(socket.data.actor, id.data))) return { ok: false, error: "not-found" };
    await socket.join(`${VISITOR_ROOM}${id.data}`);
    await visitors.follow(id.data);
    return { ok: true };
  } catch (error) {
    log("visitor:watch failed", error);
    return { ok: false, error: "unavailable" };
  }
}

async function sendHeartbeats(io: RealtimeServer, { feed, floorsVersion }: RealtimeOptions) {
  const reaches = new Map<string, readonly number[] | null>();
  for (const { data } of io.of("/").sockets.values()) {
    if (data.watching.size > 0) reaches.set(String(data.actor.sites), data.actor.sites);
  }
  for (const sites of reaches.values()) {
    // A heartbeat also says that the server lives: it goes out when the database does not answer, too.
    const floors = await floorsVersion(sites).catch(() => "");
    const now = new Date().toISOString();
    for (const { floorId, epoch, offset } of feed.followed()) {
      io.to(beatRoomOf(floorId, sites)).emit("feed:heartbeat", {
        floorId: String(floorId),
        epoch,
        offset,
        now,
        floors,
      });
    }
  }
}

/** Whose session is over, or who may do something else now, has to come back and be looked at again. */
async function endDead(io: RealtimeServer, livePersons: RealtimeOptions["livePersons"]) {
  const bySession = Map.groupBy(io.of("/").sockets.values(), (socket) => socket.data.actor.sessionId);
  if (bySession.size === 0) return;
  const live = await livePersons([...bySession.keys()]);
  for (const [sessionId, sockets] of bySession) {
    const person = live.get(sessionId);
    for (const socket of sockets) {
      if (!person || standing(person) !== standing(socket.data.actor)) socket.disconnect(true);
    }
  }
}

/** Whoever watches a floor that has come into a site which is not theirs. */
async function endOutside(io: RealtimeServer, sitesOf: RealtimeOptions["sitesOf"]) {
  const scoped = [...io.of("/").sockets.values()].filter(
    ({ data }) => data.actor.sites !== null && data.watching.size > 0,
  );
  if (scoped.length === 0) return;
  const sites = await sitesOf([...new Set(scoped.flatMap(({ data }) => [...data.watching]))]);
  for (const socket of scoped) {
    const { actor, watching } = socket.data;
    const isTheirs = (floorId: number) => actor.sites?.includes(sites.get(floorId) ?? 0);
    if (![...watching].every(isTheirs)) socket.disconnect(true);
  }
}
