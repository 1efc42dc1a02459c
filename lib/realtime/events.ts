import { z } from "zod";
import type { PackedFrame } from "@/lib/core/packed-floor";

/** Sent every 5 s to a floor's watchers: a silent gap or a wrong browser clock shows. */
export const FeedHeartbeat = z.object({
  floorId: z.string(),
  epoch: z.string(),
  offset: z.number(),
  now: z.iso.datetime(),
  /** Differs when a floor came, went or was renamed: the switcher's list is old. */
  floors: z.string(),
});
export type FeedHeartbeat = z.infer<typeof FeedHeartbeat>;

export const WatchReply = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), epoch: z.string(), offset: z.number() }),
  z.object({ ok: z.literal(false), error: z.enum(["forbidden", "not-found", "unavailable"]) }),
]);
export type WatchReply = z.infer<typeof WatchReply>;

/** The only place where event names exist. Sockets carry no writes. */
export interface ServerToClientEvents {
  "floor:changed": (frame: PackedFrame) => void;
  "feed:heartbeat": (beat: FeedHeartbeat) => void;
}

export interface ClientToServerEvents {
  "floor:watch": (floorId: string, ack: (reply: WatchReply) => void) => void;
  "floor:unwatch": (floorId: string) => void;
}

export const HEARTBEAT_MS = 5_000;
