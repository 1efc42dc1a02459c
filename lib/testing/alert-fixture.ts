import type { Pool } from "pg";
import { createAlertEngine } from "@/lib/alerts/engine";
import type { FeedSilence } from "@/lib/alerts/judge-feeds";
import { seedRules } from "@/lib/db/alerts/rule-rows";
import { openIngest } from "./ingest-fixture";

let events = 0;
const stamp = (at: number) => new Date(at).toISOString().replace(/Z$/, "000Z");

/** A DT event of a device; `at` in ms. */
export function dtEvent(device: string, eventType: string, data: object, at: number, deviceType = "motion") {
  return {
    event: {
      eventId: `d0event${events++}`,
      targetName: `projects/d0project/devices/${device}`,
      eventType,
      data: { [eventType]: { ...data, updateTime: stamp(at) } },
      timestamp: stamp(at),
    },
    labels: { name: device },
    metadata: { deviceId: device, projectId: "d0project", deviceType, productNumber: "102588" },
  };
}

/** DT's word on a connection. */
export const connectionEvent = (device: string, word: "OFFLINE" | "SDS" | "ETHERNET", at: number) =>
  dtEvent(
    device,
    "connectionStatus",
    { connection: word, available: word === "OFFLINE" ? [] : [word] },
    at,
    word === "ETHERNET" || device.startsWith("ccon") ? "ccon" : "motion",
  );

/** That a Cloud Connector heard a device. */
export const heardEvent = (device: string, connector: string, at: number) =>
  dtEvent(
    device,
    "networkStatus",
    {
      signalStrength: 45,
      rssi: -83,
      cloudConnectors: [{ id: connector, signalStrength: 45, rssi: -83 }],
      transmissionMode: "LOW_POWER_STANDARD_MODE",
    },
    at,
  );

/** A real database with an ingest and an alert engine; the clock is the test's. */
export async function openAlerting(clock: { now: number }) {
  const ingest = await openIngest({ now: () => clock.now });
  await seedRules(ingest.db.read);
  const feeds: FeedSilence[] = [];
  const passed: unknown[] = [];
  const engine = createAlertEngine({
    pool: ingest.db.read,
    now: () => clock.now,
    onPassed: (error) => void passed.push(error),
    readFeeds: async () => feeds,
  });
  return {
    ...ingest,
    engine,
    feeds,
    /** What was passed by, and why. */
    passed,
    /** Looks until nothing is waiting. */
    look: async () => {
      while ((await engine.look()).isMore);
    },
    alerts: (where = "true") => readAlerts(ingest.db.read, where),
  };
}

interface AlertRow {
  id: string;
  cause: string;
  kind: string;
  code: string;
  severity: string;
  status: string;
  confirmed: boolean;
  count: number;
  since: Date;
  reason: string | null;
  parent: string | null;
  source: string | null;
  events: string[];
}

const readAlerts = async (pool: Pool, where: string) =>
  (
    await pool.query<AlertRow>(
      `SELECT a.id::text, a.cause, a.kind, a.code, a.severity, a.status, a.is_confirmed AS confirmed, a.count, a.since,
         a.resolved_reason AS reason, a.parent_id::text AS parent, o.external_id AS source,
         ARRAY(SELECT e.kind FROM alert_event e WHERE e.alert_id = a.id ORDER BY e.id) AS events
       FROM alert a LEFT JOIN source o ON o.id = a.source_id WHERE ${where} ORDER BY a.id`,
    )
  ).rows;
