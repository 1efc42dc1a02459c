import "server-only";
import { metricOf } from "@/lib/core/metric";
import { nameParts } from "@/lib/core/name-match";
import type { SpaceKind } from "@/lib/core/space";
import { shown } from "@/lib/core/space-row";
import {
  fittingKinds,
  placeTexts,
  rankPlaces,
  type Suggestion,
  type SuggestionSource,
  type SuggestionSpace,
  senseOf,
  settleRivals,
} from "@/lib/core/suggestion";
import type { Database } from "./database";
import { spacesWithin } from "./place-of";

/** A source that waits, as far as its own row and words go; `gateways` are ids of what heard it. */
export interface WaitingSource extends Omit<SuggestionSource, "heardOn"> {
  readonly gateways: readonly string[];
}

const NEAREST = 6;
const MOST_WORDS = 4;
const MOST_READ = 12;
const MOST_TEXTS = 8;

/**
 * $1 texts, $2 the kinds that fit each (comma-separated), $3 sites or null, $4 whether what sounds alike counts: the
 * spaces that are called, or numbered, so. One look-up per different text, whatever the number of sources.
 */
const FIND_NAMED = `
WITH RECURSIVE ${spacesWithin("$3")},
said AS (
  SELECT text, string_to_array(kinds, ',') AS kinds, bool_or(is_whole) AS is_whole
  FROM unnest($1::text[], $2::text[], $4::bool[]) AS t(text, kinds, is_whole) GROUP BY text, kinds
),
living AS MATERIALIZED (
  SELECT s.id, s.kind::text AS kind, lower(coalesce(s.name, s.vendor_name)) AS name, lower(s.custom_id) AS custom_id,
         lower(s.vendor_custom_id) AS vendor_custom_id
  FROM space s WHERE s.archived_at IS NULL AND ($3::int[] IS NULL OR s.id IN (SELECT id FROM mine))
),
exact AS MATERIALIZED (
  SELECT said.text, living.id FROM said JOIN living ON living.name = said.text AND living.kind = ANY(said.kinds)
  UNION SELECT said.text, living.id FROM said JOIN living ON living.custom_id = said.text AND living.kind = ANY(said.kinds)
  UNION SELECT said.text, living.id FROM said JOIN living ON living.vendor_custom_id = said.text AND living.kind = ANY(said.kinds)
)
SELECT text, id FROM exact
UNION SELECT said.text, near.id FROM said CROSS JOIN LATERAL (
  SELECT s.id FROM space s
  WHERE lower(coalesce(s.name, s.vendor_name)) % said.text AND s.archived_at IS NULL AND s.kind::text = ANY(said.kinds)
    AND ($3::int[] IS NULL OR s.id IN (SELECT id FROM mine))
  ORDER BY lower(coalesce(s.name, s.vendor_name)) <-> said.text, s.id LIMIT ${NEAREST}) near
WHERE said.is_whole AND said.text NOT IN (SELECT text FROM exact)`;

/** $1 gateways: how the other devices that they hear are spread over floors, as a part of all that stand on one. */
const FIND_HEARD = `
WITH heard AS (
  SELECT f.name, m.floor_id, count(*)::int AS n, min(s.vendor) AS vendor, min(s.kind) AS kind
  FROM source_fact f JOIN source s ON s.id = f.source_id
  JOIN assignment a ON a.source_id = f.source_id AND a.ends_at IS NULL
  JOIN floor_member m ON m.space_id = a.space_id AND NOT m.removed
  WHERE f.name = ANY($1::text[]) AND f.value = 'true' GROUP BY 1, 2
)
SELECT name, floor_id, (n::float8 / sum(n) OVER (PARTITION BY name))::float8 AS share,
       (SELECT o.name FROM source o
        WHERE o.vendor = heard.vendor AND o.kind = heard.kind AND o.external_id = substr(heard.name, 9)) AS called
FROM heard`;

/** $1 floors, $2 sites or null. */
const FIND_ON_FLOORS = `
WITH RECURSIVE ${spacesWithin("$2")}
SELECT m.space_id AS id, m.floor_id FROM floor_member m
WHERE m.floor_id = ANY($1::int[]) AND NOT m.removed AND ($2::int[] IS NULL OR m.space_id IN (SELECT id FROM mine))`;

/** $1 spaces: with what they are in, and who stands there. */
const READ_SPACES = `
WITH RECURSIVE up AS (
  SELECT s.id AS space_id, s.id, s.parent_id, s.kind, coalesce(s.name, s.vendor_name) AS name, 0 AS far
  FROM space s WHERE s.id = ANY($1::int[])
  UNION ALL
  SELECT up.space_id, s.id, s.parent_id, s.kind, coalesce(s.name, s.vendor_name), up.far + 1
  FROM up JOIN space s ON s.id = up.parent_id
),
above AS (
  SELECT space_id, array_agg(name ORDER BY far) FILTER (WHERE far > 0) AS names,
         max(id) FILTER (WHERE kind = 'floor') AS floor_id, max(name) FILTER (WHERE kind = 'floor') AS floor_name
  FROM up GROUP BY space_id
),
there AS (
  SELECT a.space_id, json_agg(json_build_object('vendor', o.vendor, 'kind', o.kind,
    'type', (SELECT f.value FROM source_fact f WHERE f.source_id = o.id AND f.name = 'type'),
    'measures', (SELECT array_agg(v.metric) FROM source_value v WHERE v.source_id = o.id))) AS sources
  FROM assignment a JOIN source o ON o.id = a.source_id
  WHERE a.space_id = ANY($1::int[]) AND a.ends_at IS NULL GROUP BY a.space_id
)
SELECT s.id, s.kind, coalesce(s.name, s.vendor_name) AS name, s.custom_id, s.vendor_custom_id,
       above.names, above.floor_id, above.floor_name, there.sources
FROM space s JOIN above ON above.space_id = s.id LEFT JOIN there ON there.space_id = s.id
WHERE s.id = ANY($1::int[])`;

interface SpaceRow {
  id: number;
  kind: SpaceKind;
  name: string | null;
  custom_id: string | null;
  vendor_custom_id: string | null;
  names: (string | null)[] | null;
  floor_id: number | null;
  floor_name: string | null;
  sources: { vendor: string; kind: string; type: string | null; measures: number[] | null }[] | null;
}

/** Where the sources of a page probably stand. Four queries, however many they are; `sites` null for all. */
export async function suggestPlaces(
  waiting: readonly WaitingSource[],
  sites: readonly number[] | null,
  db: Database,
): Promise<Map<string, Suggestion>> {
  const sources = await withGateways(waiting, db);
  const candidates = await findCandidates(sources, sites, db);
  const ids = [...new Set([...candidates.values()].flatMap((found) => [...found]))];
  const spaces = await readSpaces(ids, db);
  return settleRivals(
    sources.map((source) => ({
      sourceId: source.id,
      sourceName: source.name ?? source.externalId,
      ranked: rankPlaces(
        source,
        [...(candidates.get(source.id) ?? [])].flatMap((id) => spaces.get(id) ?? []),
      ),
    })),
  );
}

async function withGateways(waiting: readonly WaitingSource[], db: Database): Promise<SuggestionSource[]> {
  const named = [...new Set(waiting.flatMap(({ gateways }) => gateways))];
  type Heard = { name: string; floor_id: number; share: number; called: string | null };
  const { rows } = named.length > 0 ? await db.read.query<Heard>(FIND_HEARD, [named]) : { rows: [] };
  return waiting.map(({ gateways, ...source }) => ({
    ...source,
    heardOn: rows
      .filter(({ name }) => gateways.includes(name))
      .map(({ name, floor_id, share, called }) => ({
        floorId: String(floor_id),
        gateway: shown(called ?? name.slice("gateway:".length)),
        share,
      })),
  }));
}

/** Ids of the spaces worth a look, by id of the source. */
async function findCandidates(sources: readonly SuggestionSource[], sites: readonly number[] | null, db: Database) {
  const texts = sources.flatMap(lookUps);
  const floors = [...new Set(sources.flatMap(({ heardOn }) => heardOn.map(({ floorId }) => Number(floorId))))];
  const [named, onFloors] = await Promise.all([
    db.read.query<{ text: string; id: number }>(FIND_NAMED, [
      texts.map(({ text }) => text),
      texts.map(({ kinds }) => kinds),
      sites,
      texts.map(({ isWhole }) => isWhole),
    ]),
    db.read.query<{ id: number; floor_id: number }>(FIND_ON_FLOORS, [floors, sites]),
  ]);
  const byText = groupBy(named.rows, ({ text }) => text);
  const byFloor = groupBy(onFloors.rows, ({ floor_id }) => String(floor_id));
  const found = new Map(sources.map(({ id }) => [id, new Set<number>()]));
  for (const { sourceId, text } of texts) for (const { id } of byText.get(text) ?? []) found.get(sourceId)?.add(id);
  for (const { id: sourceId, heardOn } of sources)
    for (const { floorId } of heardOn) for (const { id } of byFloor.get(floorId) ?? []) found.get(sourceId)?.add(id);
  return found;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

interface LookUp {
  readonly sourceId: string;
  readonly text: string;
  /** Of spaces, comma-separated. */
  readonly kinds: string;
  /** Everything that was said, not words out of the middle. */
  readonly isWhole: boolean;
}

/** The texts of a source and the runs of words in them: a name may stand in the middle of a label. */
function lookUps(source: SuggestionSource): LookUp[] {
  const kinds = fittingKinds(source).join();
  const texts = placeTexts(source).slice(0, MOST_TEXTS);
  const ids = [source.externalId, source.customId]; // nothing sounds like an id
  const whole = new Set(texts.filter((text) => !ids.includes(text)).map((text) => text.trim().toLowerCase()));
  const parts = new Set(
    texts.flatMap((text) => [text.trim().toLowerCase(), ...runs(nameParts(text)), ...runs(plainWords(text))]),
  );
  return [
    ...[...whole].map((text) => ({ sourceId: source.id, text, kinds, isWhole: true })),
    ...[...parts]
      .filter((text) => !whole.has(text))
      .map((text) => ({ sourceId: source.id, text, kinds, isWhole: false })),
  ];
}

const plainWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d.]+/u)
    .filter(Boolean);

function runs(words: readonly string[]): string[] {
  return words
    .slice(0, MOST_READ)
    .flatMap((_, i) =>
      Array.from({ length: Math.min(MOST_WORDS, words.length - i) }, (_, n) => words.slice(i, i + n + 1).join(" ")),
    );
}

async function readSpaces(ids: readonly number[], db: Database): Promise<Map<number, SuggestionSpace>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.read.query<SpaceRow>(READ_SPACES, [ids]);
  return new Map(rows.map((row) => [row.id, suggestionSpace(row)]));
}

const isText = (text: string | null): text is string => text !== null;

function suggestionSpace(row: SpaceRow): SuggestionSpace {
  return {
    id: String(row.id),
    kind: row.kind,
    name: shown(row.name ?? ""),
    customIds: [row.custom_id, row.vendor_custom_id].filter(isText),
    floor:
      row.floor_id === null || row.kind === "floor"
        ? null
        : { id: String(row.floor_id), name: shown(row.floor_name ?? "") },
    above: (row.names ?? []).filter(isText).map(shown),
    senses: (row.sources ?? []).map(({ type, measures, ...source }) =>
      senseOf({
        ...source,
        type: type === null ? null : String(JSON.parse(type)),
        measures: (measures ?? []).map(metricOf),
      }),
    ),
  };
}
