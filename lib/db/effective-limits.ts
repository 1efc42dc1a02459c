import "server-only";
import { type AirLimits, BUILT_IN_LIMITS } from "@/lib/core/air-limits";
import { database } from "./client";
import { floorLimits, ownLimits, type ThresholdRow } from "./own-limits";
import type { Readable } from "./place-of";

interface Row {
  id: number;
  /** From the space itself up to its site. */
  way_up: number[];
  thresholds: ThresholdRow[] | null;
}

const READ_LIMITS = `
WITH RECURSIVE up AS (
  SELECT id AS at, id, parent_id, 0 AS depth FROM space WHERE id = ANY($1::int[])
  UNION ALL SELECT up.at, s.id, s.parent_id, up.depth + 1 FROM space s JOIN up ON s.id = up.parent_id
)
SELECT up.at AS id, array_agg(up.id ORDER BY up.depth) AS way_up, (
  SELECT json_agg(json_build_object('spaceId', l.space_id, 'metric', l.metric, 'limits', l.limits))
  FROM threshold l WHERE l.space_id IS NULL OR l.space_id = ANY(array_agg(up.id))) AS thresholds
FROM up GROUP BY up.at`;

/**
 * The limits of the air that count in each of these spaces: the same answer as the floor gives its readers. Spaces
 * that do not exist are left out.
 * @public
 */
export async function readEffectiveLimits(
  spaceIds: readonly number[],
  db: Readable = database(),
): Promise<ReadonlyMap<number, AirLimits>> {
  const { rows } = await db.read.query<Row>(READ_LIMITS, [spaceIds]);
  return new Map(
    rows.map(({ id, way_up, thresholds }) => {
      const { limits } = floorLimits(ownLimits(thresholds), way_up);
      const { co2, temperature, humidity } = BUILT_IN_LIMITS;
      return [
        id,
        {
          co2: limits?.co2 ?? co2,
          temperature: limits?.temperature ?? temperature,
          humidity: limits?.humidity ?? humidity,
        },
      ];
    }),
  );
}
