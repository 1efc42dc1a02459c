import { io, type Socket } from "socket.io-client";
import type { ClientToServerEvents, ServerToClientEvents } from "@/lib/realtime/events";

export type FeedSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

let socket: FeedSocket | null = null;

/** The page's one socket; websocket first, long polling where a proxy allows nothing else. */
export function feedSocket(): FeedSocket {
  socket ??= io({
    path: "/socket.io",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_500,
    randomizationFactor: 0.5,
  });
  return socket;
}
