import "server-only";
import { randomUUID } from "node:crypto";
import { Client } from "pg";

const CHANNEL = "floor_dirty";
/** NOTIFY carries less than 8,000 bytes. */
const IDS_PER_NOTIFY = 500;
const RECONNECT_MS = 1_000;

export interface FloorWakeups {
  notify(floorIds: readonly number[]): void;
  stop(): Promise<void>;
}

/**
 * The instances' doorbell: LISTEN and NOTIFY on a connection of their own, outside every transaction. It may be
 * lost at any time; the feed's poll is the net.
 */
export function listenForFloors(
  url: string,
  onFloors: (floorIds: number[]) => void,
  log: (message: string) => void,
): FloorWakeups {
  const self = randomUUID();
  let client: Client | null = null;
  let stopped = false;
  let retry: NodeJS.Timeout | null = null;

  const reconnect = (lost: Client) => {
    if (client === lost) client = null;
    void lost.end().catch(() => undefined);
    if (stopped || retry) return;
    retry = setTimeout(() => {
      retry = null;
      void connect();
    }, RECONNECT_MS);
  };

  const connect = async () => {
    const next = new Client({ connectionString: url, application_name: "occupancy listen", keepAlive: true });
    next.on("error", (error) => {
      log(`listening to other instances: ${error.message}`);
      reconnect(next);
    });
    next.on("end", () => reconnect(next));
    next.on("notification", ({ payload = "" }) => {
      const [sender, ids = ""] = payload.split(":");
      if (sender !== self) onFloors(ids.split(",").map(Number));
    });
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      client = next;
    } catch {
      reconnect(next);
    }
  };

  void connect();
  return {
    notify(floorIds) {
      for (let i = 0; i < floorIds.length; i += IDS_PER_NOTIFY) {
        const payload = `${self}:${floorIds.slice(i, i + IDS_PER_NOTIFY).join(",")}`;
        client?.query("SELECT pg_notify($1, $2)", [CHANNEL, payload]).catch(() => undefined);
      }
    },
    async stop() {
      stopped = true;
      if (retry) clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
