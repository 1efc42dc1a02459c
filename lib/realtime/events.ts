import { z } from "zod";
import type { AlertFrame } from "@/lib/core/alert";
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

/** `open`: open alerts within the person's sites, incidents counted once, quiet ones not at all. */
export const AlertWatchReply = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), epoch: z.string(), offset: z.number(), open: z.number() }),
  z.object({ ok: z.literal(false), error: z.enum(["forbidden", "unavailable"]) }),
]);
export type AlertWatchReply = z.infer<typeof AlertWatchReply>;

export const VisitorWatchReply = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.enum(["not-found", "unavailable"]) }),
]);
export type VisitorWatchReply = z.infer<typeof VisitorWatchReply>;

/** The only place where event names exist. Sockets carry no writes. */
export interface ServerToClientEvents {
  "floor:changed": (frame: PackedFrame) => void;
  "feed:heartbeat": (beat: FeedHeartbeat) => void;
  /** To those who watch alerts: what changed within their sites. */
  "alert:changed": (frame: AlertFrame) => void;
  /** To those who watch a site's visitors: ask again. Who it is about is not told. */
  "visitor:changed": (siteId: string) => void;
}

export interface ClientToServerEvents {
  "floor:watch": (floorId: string, ack: (reply: WatchReply) => void) => void;
  "floor:unwatch": (floorId: string) => void;
  "alert:watch": (ack: (reply: AlertWatchReply) => void) => void;
  "alert:unwatch": () => void;
  "visitor:watch": (siteId: string, ack: (reply: VisitorWatchReply) => void) => void;
  "visitor:unwatch": (siteId: string) => void;
}

export const HEARTBEAT_MS = 5_000;
