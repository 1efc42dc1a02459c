import "server-only";
import type { PoolClient } from "pg";
import type { Configuration, ConfiguredSource, ConfiguredSpace } from "@/lib/core/configuration";
import type { FloorPlan } from "@/lib/core/floor-plan";
import { METRICS } from "@/lib/core/metric";
import { ruleColumns } from "./alerts/rule-rows";
import { stampMembers } from "./floor-members";
import { rebandSpaces } from "./reband";
import { reserveSpaceIds } from "./space-bulk";

/** What stands in the way of restoring a configuration: how many there are of each. */
export interface Contents {
  readonly spaces: number;
  readonly archived: number;
}

export async function readContents(client: { query: PoolClient["query"] }): Promise<Contents> {
  const { rows } = await client.query<Contents>(
    `SELECT count(*) FILTER (WHERE archived_at IS NULL)::int AS spaces,
            count(*) FILTER (WHERE archived_at IS NOT NULL)::int AS archived FROM space`,
  );
  return rows[0] ?? { spaces: 0, archived: 0 };
}

/** Ids of the file → ids here. */
export type IdMap = ReadonlyMap<string, number>;

/** Types by name: one that is here already takes the values of the file. */
export async function restoreTypes(client: PoolClient, types: Configuration["types"]): Promise<IdMap> {
  const { rows } = await client.query<{ id: number; name: string }>(
    `INSERT INTO space_type (name, kind, capacity, hold_minutes, target_percent, speakers, lunch)
     SELECT name, kind, capacity, "holdMinutes", "targetPercent", coalesce(speakers, '{}'), nullif(lunch, 'null')
     FROM jsonb_to_recordset($1::jsonb) AS t(name text, kind space_kind, capacity int, "holdMinutes" int,
       "targetPercent" int, speakers text[], lunch jsonb)
     ON CONFLICT (name) DO UPDATE SET kind = EXCLUDED.kind, capacity = EXCLUDED.capacity,
       hold_minutes = EXCLUDED.hold_minutes, target_percent = EXCLUDED.target_percent,
       speakers = EXCLUDED.speakers, lunch = EXCLUDED.lunch
     RETURNING id, name`,
    [JSON.stringify(types)],
  );
  const byName = new Map(rows.map(({ id, name }) => [name, id]));
  return new Map(types.map(({ id, name }) => [id, byName.get(name) as number])); // each was just written
}

/** The tree with its feeds and floors. Answers the ids here, and the floors. */
export async function restoreSpaces(
  client: PoolClient,
  spaces: readonly ConfiguredSpace[],
  types: IdMap,
): Promise<{ ids: IdMap; floorIds: number[] }> {
  const fresh = await reserveSpaceIds(client, spaces.length);
  const ids = new Map(spaces.map(({ id }, i) => [id, fresh[i] as number])); // as many as spaces
  const rows = spaces.map((space) => ({
    ...space,
    id: ids.get(space.id),
    parentId: space.parentId === null ? null : ids.get(space.parentId),
    typeId: space.typeId === null ? null : types.get(space.typeId),
  }));
  await client.query(
    `INSERT INTO space (id, kind, parent_id, name, vendor_name, vendor_name_at, custom_id, vendor_custom_id, capacity,
                        type_id, tags, time_zone, working_hours, holidays, sort_order, placed_at)
     SELECT id, kind, "parentId", name, "vendorName", "vendorNameAt", "customId", "vendorCustomId", capacity, "typeId",
            ARRAY(SELECT jsonb_array_elements_text(tags)), "timeZone", nullif("workingHours", 'null'),
            nullif(holidays, 'null'), "sortOrder", CASE WHEN "isPlaced" THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS t(id int, kind space_kind, "parentId" int, name text, "vendorName" text,
       "vendorNameAt" timestamptz, "customId" text, "vendorCustomId" text, capacity int, "typeId" int, tags jsonb,
       "timeZone" text, "workingHours" jsonb, holidays jsonb, "sortOrder" int, "isPlaced" boolean) ORDER BY kind`,
    [JSON.stringify(rows)],
  );
  const floorIds = spaces.filter(({ kind }) => kind === "floor").map(({ id }) => ids.get(id) as number);
  await client.query("INSERT INTO floor_feed (floor_id) SELECT unnest($1::int[])", [floorIds]);
  for (const [floor, members] of membersByFloor(spaces))
    await stampMembers(
      client,
      ids.get(floor) as number,
      members.map((id) => ids.get(id) as number),
      false,
    );
  return { ids, floorIds };
}

/** Which spaces stand on which floor; parents come before what is in them. */
function membersByFloor(spaces: readonly ConfiguredSpace[]): Map<string, string[]> {
  const floorOf = new Map<string, string>();
  const members = new Map<string, string[]>();
  for (const { id, kind, parentId } of spaces) {
    const floor = kind === "floor" ? id : floorOf.get(parentId ?? "");
    if (floor === undefined) continue;
    floorOf.set(id, floor);
    if (kind !== "floor") members.set(floor, [...(members.get(floor) ?? []), id]);
  }
  return members;
}

export async function restorePlan(
  client: PoolClient,
  floorId: number,
  { published, draft }: { published: FloorPlan | null; draft: FloorPlan | null },
  by: string,
): Promise<void> {
  const [publishedText, draftText] = [published, draft].map((plan) => (plan === null ? null : JSON.stringify(plan)));
  await client.query(
    `INSERT INTO floor_plan (floor_id, published, published_revision, published_at, published_by,
                             draft, draft_revision, draft_saved_at, draft_saved_by)
     SELECT $1, p, (p IS NOT NULL)::int, CASE WHEN p IS NOT NULL THEN now() END, CASE WHEN p IS NOT NULL THEN $4 END,
            d, (d IS NOT NULL)::int, CASE WHEN d IS NOT NULL THEN now() END, CASE WHEN d IS NOT NULL THEN $4 END
     FROM (SELECT $2::jsonb AS p, $3::jsonb AS d) AS plans`,
    [floorId, publishedText, draftText, by],
  );
}

const STEP_BEFORE = "interval '1 microsecond'";

/**
 * Sources with where they stand. One that has sent something already keeps what it sent, and all of it belongs to its
 * place. Where an admin moved one, the move is kept as a step of one microsecond, so that its vendor does not move it back.
 */
export async function restoreSources(
  client: PoolClient,
  sources: readonly ConfiguredSource[],
  spaces: IdMap,
  by: string,
): Promise<void> {
  const rows = sources.map((source) => ({
    ...source,
    spaceId: source.spaceId === null ? null : spaces.get(source.spaceId),
    movedFrom: source.movedFrom === null ? null : spaces.get(source.movedFrom),
  }));
  const given = JSON.stringify(rows);
  const table = `jsonb_to_recordset($1::jsonb) AS t(vendor text, kind text, "externalId" text, name text, "customId" text,
    "expectedIntervalMs" int, "isIgnored" boolean, "spaceId" int, since timestamptz, "isByPerson" boolean, "movedFrom" int)`;
  await client.query(
    `INSERT INTO source (vendor, kind, external_id, name, custom_id, expected_interval_ms, ignored_at)
     SELECT vendor, kind, "externalId", name, "customId", "expectedIntervalMs", CASE WHEN "isIgnored" THEN now() END
     FROM ${table}
     ON CONFLICT (vendor, kind, external_id) DO UPDATE SET ignored_at = EXCLUDED.ignored_at,
       name = coalesce(source.name, EXCLUDED.name), custom_id = coalesce(source.custom_id, EXCLUDED.custom_id)`,
    [given],
  );
  const joined = `${table} JOIN source o ON o.vendor = t.vendor AND o.kind = t.kind AND o.external_id = t."externalId"`;
  const start = `CASE WHEN "movedFrom" IS NULL THEN 'epoch' ELSE greatest(coalesce(since, 'epoch'), timestamptz 'epoch' + ${STEP_BEFORE}) END`;
  await client.query(
    `INSERT INTO assignment (source_id, space_id, starts_at, ends_at, assigned_by)
     SELECT o.id, "movedFrom", (${start}) - ${STEP_BEFORE}, ${start}, $2 FROM ${joined} WHERE "movedFrom" IS NOT NULL`,
    [given, by],
  );
  await client.query(
    `INSERT INTO assignment (source_id, space_id, starts_at, assigned_by)
     SELECT o.id, "spaceId", ${start}, CASE WHEN "isByPerson" THEN $2 END FROM ${joined} WHERE "spaceId" IS NOT NULL`,
    [given, by],
  );
  await rebandSpaces(client, [...spaces.values()]);
}

export async function restoreSettings(client: PoolClient, settings: Configuration["settings"]): Promise<void> {
  await client.query(
    `INSERT INTO setting (name, value, updated_at)
     SELECT name, value, now() FROM jsonb_to_recordset($1::jsonb) AS t(name text, value jsonb)
     ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value, updated_at = now()`,
    [JSON.stringify(settings)],
  );
}

/** Limits of the air; those for everywhere take the values of the file. */
export async function restoreThresholds(
  client: PoolClient,
  thresholds: Configuration["thresholds"],
  spaces: IdMap,
): Promise<void> {
  await client.query("DELETE FROM threshold WHERE space_id IS NULL");
  const rows = thresholds.map(({ spaceId, metric, limits }) => ({
    spaceId: spaceId === null ? null : spaces.get(spaceId),
    metric: METRICS[metric].code,
    limits,
  }));
  await client.query(
    `INSERT INTO threshold (space_id, metric, limits, changed_at)
     SELECT "spaceId", metric, ARRAY(SELECT jsonb_array_elements(limits)::float8), now()
     FROM jsonb_to_recordset($1::jsonb) AS t("spaceId" int, metric int2, limits jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Alert rules. One whose places or types are all missing in the file is switched off: it must not watch everything. */
export async function restoreRules(
  client: PoolClient,
  rules: Configuration["rules"],
  { spaces, types }: { readonly spaces: IdMap; readonly types: IdMap },
): Promise<void> {
  const here = (ids: readonly string[] | undefined, map: IdMap) =>
    ids?.flatMap((id) => (map.has(id) ? [String(map.get(id))] : []));
  const rows = rules.map((rule) => {
    const within = here(rule.scope.within, spaces);
    const typeIds = here(rule.scope.typeIds, types);
    const isLost = [
      [rule.scope.within, within],
      [rule.scope.typeIds, typeIds],
    ].some(([before, after]) => (before?.length ?? 0) > 0 && after?.length === 0);
    const scope = { ...rule.scope, ...(within ? { within } : {}), ...(typeIds ? { typeIds } : {}) };
    return { template: rule.template, ...ruleColumns({ ...rule, isEnabled: rule.isEnabled && !isLost, scope }) };
  });
  await client.query(
    `INSERT INTO alert_rule (template, name, kind, is_enabled, severity, metric, comparison, threshold, for_minutes,
       clear_threshold, clear_minutes, no_data_minutes, follows_limit, schedule, scope)
     SELECT template, name, kind, is_enabled, severity, metric, comparison, threshold, for_minutes,
       clear_threshold, clear_minutes, no_data_minutes, follows_limit, schedule, scope
     FROM json_populate_recordset(NULL::alert_rule, $1::json)
     ON CONFLICT (template) DO UPDATE SET name = EXCLUDED.name, is_enabled = EXCLUDED.is_enabled,
       severity = EXCLUDED.severity, metric = EXCLUDED.metric, comparison = EXCLUDED.comparison,
       threshold = EXCLUDED.threshold, for_minutes = EXCLUDED.for_minutes,
       clear_threshold = EXCLUDED.clear_threshold, clear_minutes = EXCLUDED.clear_minutes,
       no_data_minutes = EXCLUDED.no_data_minutes, follows_limit = EXCLUDED.follows_limit, schedule = EXCLUDED.schedule, scope = EXCLUDED.scope,
       version = alert_rule.version + 1, updated_at = now()`,
    [JSON.stringify(rows)],
  );
}
