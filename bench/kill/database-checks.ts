import type { Client } from "pg";
import type { Oracle } from "./oracle";

export interface Check {
  readonly name: string;
  /** Empty when all is well. */
  readonly problems: readonly string[];
}

/** Which of these acknowledged deliveries are not in the delivery log. */
export async function lostDeliveries(database: Client, keys: readonly string[]): Promise<string[]> {
  const { rows } = await database.query<{ key: string }>(
    `SELECT k AS key FROM unnest($1::text[]) AS k
     WHERE NOT EXISTS (SELECT FROM delivery d WHERE d.vendor = 'butlr' AND d.key = decode(k, 'hex'))`,
    [keys],
  );
  return rows.map((row) => row.key);
}

interface ReadingRow {
  room: string;
  at: number;
  value: number;
  first: number;
  revisions: number;
  rows: number;
}

const READINGS = `
SELECT s.name AS room, (extract(epoch FROM r.observed_at) * 1000)::float8 AS at, max(r.value) AS value,
       max(r.first_value) AS first, max(r.revisions) AS revisions, count(*)::int AS rows
FROM reading r JOIN source s ON s.id = r.source_id GROUP BY s.name, r.source_id, r.metric, r.observed_at`;

const CURRENT = `
SELECT s.vendor_name AS room, v.value FROM source_value v JOIN assignment a ON a.source_id = v.source_id
JOIN space s ON s.id = a.space_id`;

const LOG = `SELECT count(*)::int AS rows, count(DISTINCT key)::int AS keys, (sum(duplicates) + count(*))::int AS posts
FROM delivery`;

/** Everything the database must say once all is acknowledged. */
export async function checkDatabase(
  database: Client,
  oracle: Oracle,
  sent: { attempts: number; acknowledged: number },
): Promise<Check[]> {
  const readings = (await database.query<ReadingRow>(READINGS)).rows;
  const current = (await database.query<{ room: string; value: number }>(CURRENT)).rows;
  const log = (await database.query<{ rows: number; keys: number; posts: number }>(LOG)).rows[0];
  const lost = await lostDeliveries(database, [...oracle.keys]);
  const honest = log !== undefined && log.posts >= sent.acknowledged && log.posts <= sent.attempts;
  return [
    { name: "every acknowledged delivery is in the log", problems: lost.map((key) => `${key} is not there`) },
    {
      name: "the log holds each delivery once and counts its copies honestly",
      problems:
        log?.rows === oracle.keys.size && log.keys === oracle.keys.size && honest
          ? []
          : [`${JSON.stringify(log)}, sent ${oracle.keys.size} in ${JSON.stringify(sent)}`],
    },
    { name: "no fact is there twice and none is missing", problems: countProblems(readings, oracle) },
    { name: "every reading equals the oracle", problems: readingProblems(readings, oracle) },
    { name: "first values and revisions can be true", problems: revisionProblems(readings, oracle) },
    {
      name: "every room's current state equals the oracle",
      problems: [
        ...current.filter((row) => row.value !== oracle.current.get(row.room)).map((row) => JSON.stringify(row)),
        ...(current.length === oracle.current.size ? [] : [`${current.length} rooms, not ${oracle.current.size}`]),
      ],
    },
  ];
}

function countProblems(readings: readonly ReadingRow[], { moments }: Oracle): string[] {
  const twice = readings.filter((row) => row.rows !== 1).map((row) => `${row.room} at ${row.at}: ${row.rows} rows`);
  return readings.length === moments ? twice : [...twice, `${readings.length} readings, not ${moments}`];
}

function readingProblems(readings: readonly ReadingRow[], { facts }: Oracle): string[] {
  return readings.flatMap((row) => {
    const expected = facts.get(row.room)?.get(row.at)?.value;
    return row.value === expected
      ? []
      : [`${row.room} at ${new Date(row.at).toISOString()}: ${row.value}, not ${expected}`];
  });
}

function revisionProblems(readings: readonly ReadingRow[], { facts }: Oracle): string[] {
  return readings.flatMap((row) => {
    const said = facts.get(row.room)?.get(row.at)?.said ?? new Set();
    const isTrue = said.has(row.first) && row.revisions <= 4 && (row.first === row.value || row.revisions > 0);
    return isTrue ? [] : [JSON.stringify(row)];
  });
}
