import "server-only";
import type { Pool, PoolClient } from "pg";
import { visibleText } from "@/lib/core/imports/csv-cell";
import type { KnownSource, KnownType } from "@/lib/core/imports/import-plan";
import type { KnownSpace } from "@/lib/core/imports/import-tree";
import type { SourceWish } from "@/lib/core/imports/row-wish";
import { shown } from "@/lib/core/space-row";
import { spacesWithin } from "./place-of";

type Client = Pool | PoolClient;

/** Ids of sites; null for every site. */
export type Sites = readonly number[] | null;

/** Every living space within these sites, by the names people see, parents first. */
export async function readKnownSpaces(client: Client, sites: Sites): Promise<KnownSpace[]> {
  const { rows } = await client.query<KnownSpace>(
    `WITH RECURSIVE ${spacesWithin("$1")}
     SELECT id, kind, parent_id AS "parentId", coalesce(name, vendor_name, '') AS name,
            coalesce(custom_id, vendor_custom_id) AS "customId", type_id AS "typeId", capacity, tags,
            time_zone AS "timeZone"
     FROM space WHERE archived_at IS NULL AND ($1::int[] IS NULL OR id IN (SELECT id FROM mine))
     ORDER BY kind, sort_order, lower(coalesce(name, vendor_name)), id`,
    [sites],
  );
  return rows.map((row) => ({
    ...row,
    name: shown(row.name),
    customId: row.customId === null ? null : visibleText(row.customId) || null,
  }));
}

export async function readTypes(client: Client): Promise<KnownType[]> {
  const { rows } = await client.query<KnownType>("SELECT id, name, kind FROM space_type ORDER BY name");
  return rows;
}

const SELECT_SOURCE = `
SELECT o.id, o.vendor, o.kind, o.external_id AS "externalId", o.custom_id AS "customId", a.space_id AS "spaceId",
       o.name AS name, coalesce(s.name, s.vendor_name) AS "spaceName"
FROM source o
LEFT JOIN assignment a ON a.source_id = o.id AND a.ends_at IS NULL
LEFT JOIN space s ON s.id = a.space_id
WHERE NOT EXISTS (SELECT 1 FROM source_fact f WHERE f.source_id = o.id AND f.name = 'removed' AND f.value = 'true')`;

/** Those of the wished sources that stand within these sites, or nowhere yet. */
export async function readWishedSources(
  client: Client,
  wishes: readonly SourceWish[],
  sites: Sites,
): Promise<KnownSource[]> {
  if (wishes.length === 0) return [];
  const { rows } = await client.query<KnownSource>(
    `WITH RECURSIVE ${spacesWithin("$3")}, wish AS (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS t(vendor, id))
     ${SELECT_SOURCE}
       AND EXISTS (SELECT 1 FROM wish w WHERE w.vendor = o.vendor AND w.id IN (o.external_id, o.custom_id))
       AND ($3::int[] IS NULL OR a.space_id IS NULL OR a.space_id IN (SELECT id FROM mine))
     ORDER BY o.id`,
    [wishes.map(({ vendor }) => vendor), wishes.map(({ id }) => id), sites],
  );
  return rows.map((row) => ({ ...row, spaceName: row.spaceName === null ? null : shown(row.spaceName) }));
}

/** A source and the living space it stands in. */
export type PlacedSource = KnownSource & { readonly spaceId: number; readonly name: string | null };

/** Every source that stands within these sites. */
export async function readPlacedSources(client: Client, sites: Sites): Promise<PlacedSource[]> {
  const { rows } = await client.query<PlacedSource>(
    `WITH RECURSIVE ${spacesWithin("$1")} ${SELECT_SOURCE}
       AND a.space_id IS NOT NULL AND s.archived_at IS NULL
       AND ($1::int[] IS NULL OR a.space_id IN (SELECT id FROM mine))
     ORDER BY o.vendor, o.kind, o.id`,
    [sites],
  );
  return rows;
}
