import "server-only";
import type { PoolClient } from "pg";
import type { SourceTrouble } from "@/lib/core/alerts/source-conditions";
import type { IncidentSignal } from "@/lib/core/incident";
import { METRICS } from "@/lib/core/metric";
import type { VendorId } from "@/lib/core/observation";
import { msOf } from "../moment-us";

interface SourceRow {
  id: number;
  vendor: VendorId;
  space_id: number | null;
  is_removed: boolean;
  is_connector: boolean;
  online: number | null;
  said_at: number | null;
  since: number | null;
}

const READ_SOURCES = `
SELECT o.id, o.vendor, a.space_id,
       EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true') AS is_removed,
       EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'type' AND f.value = '"ccon"') AS is_connector,
       v.value AS online, ${msOf("v.observed_at")} AS said_at, ${msOf("v.band_since")} AS since
FROM source o
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
LEFT JOIN source_value v ON v.source_id = o.id AND v.metric = ${METRICS.online.code}
WHERE o.id = ANY($1::int[])`;

/** What nothing has cleared since. Notes end by themselves within an hour: of those a day is enough. */
const READ_SIGNALS = `
SELECT g.source_id, g.code, g.phase, g.severity, g.text, ${msOf("g.at")} AS "observedAt" FROM signal g
WHERE g.source_id = ANY($1::int[]) AND g.phase <> 'cleared' AND (g.phase = 'raised' OR g.at > $2::timestamptz - interval '1 day')
  AND NOT EXISTS (SELECT 1 FROM signal c WHERE c.source_id = g.source_id AND c.code = g.code AND c.phase = 'cleared' AND c.at >= g.at)`;

const READ_CLEARED = `
SELECT source_id, code, ${msOf("max(at)")} AS at FROM signal
WHERE source_id = ANY($1::int[]) AND phase = 'cleared' GROUP BY source_id, code`;

/** What is known of a source, but for what rules and windows make of it. */
export interface SourceFactsRow extends Omit<SourceTrouble, "place" | "ruleFor" | "suppressionOf" | "rulesChangeAt"> {
  readonly spaceId: number | null;
}

/** What is known of these sources at a moment. */
export async function readSourceFacts(
  client: PoolClient,
  sourceIds: readonly number[],
  now: Date,
): Promise<SourceFactsRow[]> {
  if (sourceIds.length === 0) return [];
  const sources = await client.query<SourceRow>({ name: "alert-sources", text: READ_SOURCES, values: [sourceIds] });
  const signals = await client.query<IncidentSignal & { source_id: number }>({
    name: "alert-signals",
    text: READ_SIGNALS,
    values: [sourceIds, now],
  });
  const cleared = await client.query<{ source_id: number; code: string; at: number }>({
    name: "alert-cleared",
    text: READ_CLEARED,
    values: [sourceIds],
  });
  const signalsOf = Map.groupBy(signals.rows, (row) => row.source_id);
  const clearedOf = Map.groupBy(cleared.rows, (row) => row.source_id);
  return sources.rows.map((row) => ({
    sourceId: row.id,
    vendor: row.vendor,
    spaceId: row.space_id,
    isConnector: row.is_connector,
    isRemoved: row.is_removed,
    connection: connectionOf(row),
    signals: signalsOf.get(row.id) ?? [],
    clearedAt: new Map((clearedOf.get(row.id) ?? []).map(({ code, at }) => [code, at])),
  }));
}

function connectionOf({ online, said_at: at, since }: SourceRow): SourceTrouble["connection"] {
  if (online === null || at === null) return null;
  return { online: online > 0, at, since: since ?? at };
}
