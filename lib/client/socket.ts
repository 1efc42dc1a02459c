import { io, type Socket } from "socket.io-client";
import type { ClientToServerEvents, ServerToClientEvents } from "@/lib/realtime/events";
import { noteHeard } from "./last-heard";

export type FeedSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

let socket: FeedSocket | null = null;

/** The page's one socket; websocket first, long polling where a proxy allows nothing else. */
export function feedSocket(): FeedSocket {
  if (socket) return socket;
  socket = io({
    path: "/socket.io",
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 1_500,
    randomizationFactor: 0.5,
  });
  socket.onAny(noteHeard);
  return socket;
}
