import type { QueryClient } from "@tanstack/react-query";
import { io } from "socket.io-client";
import { followFloor } from "@/lib/client/follow-floor";
import type { FeedSocket } from "@/lib/client/socket";
import type { FloorSnapshot } from "@/lib/core/floor";
import type { PackedFrame } from "@/lib/core/packed-floor";

export interface FloorViewer {
  readonly floorId: string;
  readonly view: FloorSnapshot | undefined;
  /** What no browser may ever see: an offset that goes back, frames that do not join, a room that grows younger. */
  readonly faults: readonly string[];
  close(): void;
}

/** lib/client fetches by path alone, as in a page; here the page's address and its cookie are put in front. */
export function browseAs(url: string, cookie: string): void {
  const realFetch = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    typeof input === "string" && input.startsWith("/")
      ? realFetch(url + input, { ...init, headers: { cookie } })
      : realFetch(input, init);
}

/** A browser without a screen: the page's own follower, cache and protocol over a real socket. */
export function openFloorViewer(url: string, cookie: string, floorId: string): FloorViewer {
  const faults: string[] = [];
  const socket: FeedSocket = io(url, {
    transports: ["websocket"],
    extraHeaders: { cookie },
    forceNew: true,
    autoConnect: false,
    reconnectionDelay: 250,
    reconnectionDelayMax: 1_000,
  });
  let view: FloorSnapshot | undefined;
  const cache = floorCache(
    () => view,
    (next) => {
      if (view) faults.push(...backwardSteps(view, next));
      view = next;
    },
  );
  let lastTo: number | null = null;
  socket.on("connect", () => {
    lastTo = null;
  });
  socket.on("floor:changed", (frame: PackedFrame) => {
    if (lastTo !== null && frame.from !== lastTo) faults.push(`a frame from ${frame.from} follows one to ${lastTo}`);
    lastTo = frame.to;
  });
  const nothing = () => undefined;
  const stop = followFloor(socket, cache, floorId, {
    onHealth: nothing,
    onCaughtUp: nothing,
    onSignedOut: () => faults.push("signed out"),
  });
  return {
    floorId,
    faults,
    get view() {
      return view;
    },
    close() {
      stop();
      socket.disconnect();
    },
  };
}

/** All that followFloor asks of a QueryClient; the real one does not load outside a browser bundle. */
function floorCache(read: () => FloorSnapshot | undefined, write: (floor: FloorSnapshot) => void): QueryClient {
  const cache = {
    getQueryData: read,
    setQueryData: (_key: unknown, floor: FloorSnapshot) => write(floor),
    invalidateQueries: () => Promise.resolve(),
  };
  return cache as unknown as QueryClient; // one floor per viewer, so that the key says nothing
}

function backwardSteps(before: FloorSnapshot, next: FloorSnapshot): string[] {
  if (before.epoch !== next.epoch) return [`epoch ${before.epoch} became ${next.epoch}`];
  if (next.offset < before.offset) return [`offset ${before.offset} went back to ${next.offset}`];
  const known = new Map(before.spaces.map((space) => [space.id, space.metrics.occupancy?.observedAt ?? ""]));
  return next.spaces
    .filter((space) => (space.metrics.occupancy?.observedAt ?? "") < (known.get(space.id) ?? ""))
    .map((space) => `${space.name} went back from ${known.get(space.id)} to ${space.metrics.occupancy?.observedAt}`);
}
