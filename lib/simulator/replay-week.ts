import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { ButlrCounts } from "./butlr-feed";
import type { ButlrPlace } from "./butlr-places";
import { disruptiveId } from "./disruptive-devices";
import { timestampOf } from "./disruptive-events";
import type { DisruptiveFeed } from "./disruptive-feed";
import { localClock } from "./local-clock";
import { MINUTE_MS, minutesOf } from "./minutes";
import type { PlannedPost } from "./planned-post";

const WEEK_TIME_ZONE = "Europe/Amsterdam";
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
/** The slower of the two counters reports every 15 minutes. */
const HELD_MINUTES = 15;
const TRAVELS_MS = 700;

const Line = z.object({ vendor: z.enum(["butlr", "disruptive"]), body: z.unknown() });
type Line = z.infer<typeof Line>;
const RoomCount = z.object({
  timestamp: z.number(),
  metadata: z.record(z.string(), z.string()).and(z.object({ room_id: z.string() })),
  data: z.number(),
});
type RoomCount = z.infer<typeof RoomCount>;
const DeviceEvent = z.object({
  event: z.object({ eventId: z.string(), eventType: z.string(), timestamp: z.string() }),
  labels: z.object({ name: z.string(), room: z.string() }),
  metadata: z.object({ deviceId: z.string(), deviceType: z.string() }),
});

/** The measured week as any week: same weekday, same local time of day. Nothing was measured at the weekend. */
export interface RealWeek {
  readonly counts: ButlrCounts;
  readonly devices: readonly RealDevice[];
  readonly disruptive: DisruptiveFeed;
}

interface RealDevice {
  readonly id: string;
  /** DT's `deviceType`. */
  readonly type: string;
  readonly name: string;
  /** The office it hangs in, as Butlr names the room. */
  readonly room: string;
}

/** Reads `prisma/seed/real-week/week.jsonl.gz`. */
export function replayWeek(file: Buffer): RealWeek {
  const lines = gunzipSync(file).toString("utf8").trimEnd().split("\n");
  const parsed = lines.map((line) => Line.parse(JSON.parse(line)));
  const weekMinuteOf = weekMinutes();
  const events = deviceEvents(parsed);
  return {
    counts: replayCounts(roomCounts(parsed), weekMinuteOf),
    devices: [...new Map(events.map(({ device }) => [device.id, device])).values()],
    disruptive: replayDevices(events, weekMinuteOf),
  };
}

type WeekMinuteOf = (at: number) => number;

function weekMinutes(): WeekMinuteOf {
  const clock = localClock(WEEK_TIME_ZONE);
  return (at) => {
    const { weekday, minute } = clock(at);
    return (weekday - 1) * DAY_MINUTES + minute;
  };
}

const roomCounts = (lines: readonly Line[]): RoomCount[] =>
  lines.filter(({ vendor }) => vendor === "butlr").map(({ body }) => RoomCount.parse(body));

interface Sample {
  readonly weekMinute: number;
  readonly count: number;
}

/** Between two samples the last one is computed again, as Butlr does. */
function replayCounts(counts: readonly RoomCount[], weekMinuteOf: WeekMinuteOf): ButlrCounts {
  const rooms = Map.groupBy(counts, (event) => event.metadata.room_id);
  const samples = new Map<string, Sample[]>();
  for (const [roomId, events] of rooms) {
    const week = events.map((event) => ({ weekMinute: weekMinuteOf(event.timestamp), count: event.data }));
    samples.set(
      roomId,
      week.sort((a, b) => a.weekMinute - b.weekMinute),
    );
  }
  return {
    places: [...rooms].flatMap(([roomId, [first]]) => (first ? [placeOf(roomId, first)] : [])),
    countAt: (roomId, at) => lastCount(samples.get(roomId) ?? [], weekMinuteOf(at)),
    measured: true,
  };
}

const placeOf = (roomId: string, { metadata }: RoomCount): ButlrPlace => ({
  spaceId: roomId,
  kind: "room",
  sensedSecond: 0,
  metadata,
});

function lastCount(samples: readonly Sample[], weekMinute: number): number | null {
  const last = samples.findLast((sample) => sample.weekMinute <= weekMinute);
  return last && weekMinute - last.weekMinute < HELD_MINUTES ? last.count : null;
}

interface RealEvent {
  readonly device: RealDevice;
  readonly type: string;
  readonly eventId: string;
  readonly timestamp: string;
  readonly body: string;
}

const deviceEvents = (lines: readonly Line[]): RealEvent[] =>
  lines
    .filter(({ vendor }) => vendor === "disruptive")
    .map(({ body }) => {
      const { event, labels, metadata } = DeviceEvent.parse(body);
      const { eventId, eventType, timestamp } = event;
      const device = { id: metadata.deviceId, type: metadata.deviceType, ...labels };
      return { device, type: eventType, eventId, timestamp, body: JSON.stringify(body) };
    });

function replayDevices(events: readonly RealEvent[], weekMinuteOf: WeekMinuteOf): DisruptiveFeed {
  const byMinute = Map.groupBy(events, ({ timestamp }) => weekMinuteOf(Date.parse(timestamp)));
  const eventsIn = (minute: number) => byMinute.get(weekMinuteOf(minute)) ?? [];
  const planMinute = (minute: number) => eventsIn(minute).map((event) => moved(event, minute));
  return {
    planMinute,
    *history(span) {
      for (const minute of minutesOf(span)) yield* planMinute(minute);
    },
    latest: (at) => {
      const found = new Map<string, PlannedPost>();
      const newest = Math.ceil(at / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
      for (let back = 0; back < WEEK_MINUTES; back++) {
        const minute = newest - back * MINUTE_MS;
        for (const event of eventsIn(minute)) {
          const key = `${event.device.id}/${event.type}`;
          if (!found.has(key)) found.set(key, moved(event, minute));
        }
      }
      return [...found.values()];
    },
  };
}

/** The event as it would be sent in another minute: every time in it is the same moment. */
function moved({ device, type, eventId, timestamp, body }: RealEvent, minute: number): PlannedPost {
  const ms = minute + (Date.parse(timestamp) % MINUTE_MS);
  const now = timestampOf({ ms, us: 0 });
  const newId = disruptiveId(`${device.id}/${type}/${now}`);
  return {
    vendor: "disruptive",
    body: body.replaceAll(timestamp, now).replace(eventId, newId),
    dueAt: ms + TRAVELS_MS,
  };
}
