import type { QueryClient } from "@tanstack/react-query";
import type { FloorSnapshot } from "@/lib/core/floor";
import { FloorFromWire, FrameFromWire } from "@/lib/core/packed-floor";
import { FeedHeartbeat, WatchReply } from "@/lib/realtime/events";
import { ApiError, fetchJson } from "./api";
import { applyFrame } from "./apply-frame";
import { type FeedHealth, SILENT_MS } from "./feed-health";
import { queryKeys } from "./query-keys";
import { learnServerTime, serverNow } from "./server-clock";
import type { FeedSocket } from "./socket";

export interface FollowHandlers {
  readonly onHealth: (health: FeedHealth) => void;
  /** After a lost connection: how many spaces changed meanwhile. */
  readonly onCaughtUp: (changes: number) => void;
  readonly onSignedOut: () => void;
}

/** A place in the feed. */
type FeedPlace = Pick<FloorSnapshot, "epoch" | "offset">;

const REFETCH_MS = 250;

/** Fetches a floor and keeps whichever is newer: a frame can overtake the answer. */
export async function fetchFloor(queryClient: QueryClient, floorId: string): Promise<FloorSnapshot> {
  const fetched = await fetchJson(FloorFromWire, `/api/floors/${floorId}/snapshot`);
  learnServerTime(fetched.now);
  const held = queryClient.getQueryData<FloorSnapshot>(queryKeys.floor(floorId));
  return held && held.epoch === fetched.epoch && held.offset > fetched.offset ? held : fetched;
}

/** Keeps the cached snapshot of a floor true while somebody looks at it. Answers how to stop. */
export function followFloor(
  socket: FeedSocket,
  queryClient: QueryClient,
  floorId: string,
  on: FollowHandlers,
): () => void {
  const key = queryKeys.floor(floorId);
  const held = () => queryClient.getQueryData<FloorSnapshot>(key);
  let health: FeedHealth = { connected: false, lostAt: null, heardAt: serverNow() };
  let fetching: Promise<void> | null = null;
  /** The newest place heard of: a snapshot older than that is not enough. */
  let wanted: FeedPlace | null = null;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let before: FloorSnapshot | undefined;
  let floorsVersion = "";

  const tell = (change: Partial<FeedHealth>) => {
    health = { ...health, ...change };
    on.onHealth(health);
  };

  const isBehind = () => {
    const floor = held();
    return wanted !== null && (floor?.epoch !== wanted.epoch || floor.offset < wanted.offset);
  };

  const announceCaughtUp = () => {
    if (!before || !health.connected || isBehind()) return;
    on.onCaughtUp(changesBetween(before, held()));
    before = undefined;
  };

  const refetch = () => {
    fetching ??= fetchFloor(queryClient, floorId)
      .then((floor) => {
        queryClient.setQueryData(key, floor);
        if (isBehind() && socket.connected) retry = setTimeout(refetch, REFETCH_MS);
        announceCaughtUp();
      })
      .catch((error: unknown) => {
        // Anything else is asked for again with the next heartbeat: a server that fails needs no more questions.
        if (error instanceof ApiError && (error.status === 401 || isSentAway(error.code))) on.onSignedOut();
      })
      .finally(() => {
        fetching = null;
      });
    return fetching;
  };

  /** Fetches what is missing up to a place, and again until it is held. */
  const catchUpWith = async (place: FeedPlace) => {
    wanted = { epoch: place.epoch, offset: place.offset };
    if (isBehind()) await refetch();
    else announceCaughtUp();
  };

  const watch = async () => {
    const reply = WatchReply.safeParse(
      await socket
        .timeout(5_000)
        .emitWithAck("floor:watch", floorId)
        .catch(() => null),
    );
    if (!reply.success || !reply.data.ok) return;
    tell({ connected: true, lostAt: null, heardAt: serverNow() });
    await catchUpWith(reply.data);
  };

  const onFrame = (raw: unknown) => {
    const { data: frame } = FrameFromWire.safeParse(raw);
    if (frame?.floorId !== floorId) return;
    tell({ heardAt: serverNow() });
    const floor = held();
    const next = floor ? applyFrame(floor, frame) : "gap";
    if (next !== "gap") queryClient.setQueryData(key, next);
    else if (floor?.epoch === frame.epoch) void catchUpWith({ epoch: frame.epoch, offset: frame.to });
    else void refetch(); // which epoch is the right one, the next heartbeat says
  };

  const onBeat = (raw: unknown) => {
    const { data: beat } = FeedHeartbeat.safeParse(raw);
    if (beat?.floorId !== floorId) return;
    learnServerTime(beat.now);
    tell({ heardAt: serverNow() });
    if (beat.floors !== "" && beat.floors !== floorsVersion) {
      void queryClient.invalidateQueries({ queryKey: queryKeys.floors });
    }
    if (beat.floors !== "") floorsVersion = beat.floors;
    void catchUpWith(beat);
  };

  const onLost = (reason: string) => {
    before ??= held();
    tell({ connected: false, lostAt: health.lostAt ?? serverNow() });
    // The server ended it: most likely the session is over, and the next handshake will say so.
    if (reason === "io server disconnect") socket.connect();
  };

  const onRefused = (error: Error) => {
    if (isSentAway(error.message)) on.onSignedOut();
    else if (health.lostAt === null) tell({ connected: false, lostAt: serverNow() });
  };

  // A line that died without a word looks open for long: two missed heartbeats end it, and the client comes back.
  const watchdog = setInterval(() => {
    if (socket.connected && serverNow() - health.heardAt > SILENT_MS) socket.io.engine.close();
  }, 1_000);

  socket.on("connect", watch);
  socket.on("disconnect", onLost);
  socket.on("connect_error", onRefused);
  socket.on("floor:changed", onFrame);
  socket.on("feed:heartbeat", onBeat);
  if (socket.connected) void watch();
  else socket.connect();

  return () => {
    clearInterval(watchdog);
    if (retry) clearTimeout(retry);
    socket.emit("floor:unwatch", floorId);
    socket.off("connect", watch);
    socket.off("disconnect", onLost);
    socket.off("connect_error", onRefused);
    socket.off("floor:changed", onFrame);
    socket.off("feed:heartbeat", onBeat);
  };
}

function changesBetween(before: FloorSnapshot, after: FloorSnapshot | undefined): number {
  const old = new Map(before.spaces.map((space) => [space.id, space]));
  return (after?.spaces ?? []).filter((space) => {
    const was = old.get(space.id);
    return (
      !was ||
      Object.entries(space.metrics).some(
        ([name, m]) => was.metrics[name as keyof typeof was.metrics]?.value !== m.value,
      )
    );
  }).length;
}

/** No session any more, or a second factor to set up before anything else: a page of its own tells. */
const isSentAway = (code: string): boolean => code === "unauthenticated" || code === "second-factor-required";
