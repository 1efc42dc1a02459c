import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Feed } from "./butlr-feed";
import type { ButlrPlace } from "./butlr-places";
import { localClock } from "./local-clock";

const WEEK_TIME_ZONE = "Europe/Amsterdam";
const DAY_MINUTES = 24 * 60;
/** The slower of the two counters reports every 15 minutes. */
const HELD_MINUTES = 15;

const Line = z.object({ vendor: z.string(), body: z.unknown() });
const RoomCount = z.object({
  timestamp: z.number(),
  metadata: z.record(z.string(), z.string()).and(z.object({ room_id: z.string() })),
  data: z.number(),
});
type RoomCount = z.infer<typeof RoomCount>;

interface Sample {
  readonly weekMinute: number;
  readonly count: number;
}

/**
 * The measured week as a feed of any week: same weekday, same local time of day. Between two samples the last one is
 * computed again, as Butlr does; where nothing was measured (the weekend) nothing is sent.
 */
export function replayWeek(file: Buffer): Feed {
  const clock = localClock(WEEK_TIME_ZONE);
  const weekMinuteOf = (at: number) => {
    const { weekday, minute } = clock(at);
    return (weekday - 1) * DAY_MINUTES + minute;
  };
  const rooms = Map.groupBy(roomCounts(file), (event) => event.metadata.room_id);
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

function roomCounts(file: Buffer): RoomCount[] {
  const lines = gunzipSync(file).toString("utf8").trimEnd().split("\n");
  return lines
    .map((line) => Line.parse(JSON.parse(line)))
    .filter((line) => line.vendor === "butlr")
    .map((line) => RoomCount.parse(line.body));
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
