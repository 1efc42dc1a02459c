import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { FloorViewer } from "./floor-viewer";

/** What the database says a room shows. */
interface RoomNow {
  readonly floorId: string;
  readonly room: string;
  readonly value: number;
  readonly receivedAt: number;
}

const ROOMS_NOW = `
SELECT m.floor_id::text AS "floorId", s.vendor_name AS room, v.value,
       (extract(epoch FROM v.received_at) * 1000)::float8 AS "receivedAt"
FROM source_value v JOIN assignment a ON a.source_id = v.source_id JOIN space s ON s.id = a.space_id
JOIN floor_member m ON m.space_id = s.id AND NOT m.removed`;

export const WITHIN_MS = 2_000;

export interface Agreement {
  /** How long the last viewer took, ms. */
  readonly tookMs: number;
  /** What still differed at the end of the time allowed. */
  readonly differences: readonly string[];
}

/**
 * Asks the database once, then waits for every viewer to agree. While deliveries go on ("reached") a viewer may
 * already show something newer; at rest ("equal") it must show exactly this.
 */
export async function untilViewsAgree(
  database: Client,
  viewers: readonly FloorViewer[],
  how: "reached" | "equal",
): Promise<Agreement> {
  const from = performance.now();
  const { rows } = await database.query<RoomNow>(ROOMS_NOW);
  for (;;) {
    const differences = viewers.flatMap((viewer, i) =>
      differencesOf(viewer, rows, how).map((d) => `viewer ${i}: ${d}`),
    );
    const tookMs = performance.now() - from;
    if (differences.length === 0 || tookMs > WITHIN_MS) return { tookMs, differences };
    await sleep(10);
  }
}

function differencesOf(viewer: FloorViewer, rooms: readonly RoomNow[], how: "reached" | "equal"): string[] {
  const shown = new Map(viewer.view?.spaces.map((space) => [space.name, space.metrics.occupancy]));
  return rooms
    .filter((room) => room.floorId === viewer.floorId)
    .flatMap((room) => {
      const metric = shown.get(room.room);
      if (metric?.value === room.value) return []; // a repeated value is told at most every 30 s, so its age may differ
      const isNewer = metric !== undefined && Date.parse(metric.receivedAt) > Math.floor(room.receivedAt);
      if (how === "reached" && isNewer) return [];
      return [`${room.room} shows ${metric?.value ?? "nothing"}, the database has ${room.value}`];
    });
}
