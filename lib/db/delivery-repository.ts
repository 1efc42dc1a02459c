import "server-only";
import type { DeliveryOutcome, DeliveryPage, DeliveryQuery, DeliverySummary, ReplayRequest } from "@/lib/core/delivery";
import { METRICS } from "@/lib/core/metric";
import type { Reading } from "@/lib/core/observation";
import { database } from "./client";
import type { Database } from "./database";
import { isoOfUs, usOf } from "./moment-us";

type Reader = Pick<Database, "read">;

interface SummaryRow {
  id: string;
  vendor: string;
  event_type: string;
  outcome: DeliveryOutcome; // the writer stores nothing else
  received_us: number;
  observed_us: number | null;
  duplicates: number;
}

const SUMMARY = `id, vendor, event_type, outcome, ${usOf("received_at")} AS received_us,
  ${usOf("observed_at")} AS observed_us, duplicates`;

const iso = (us: number) => new Date(us / 1000).toISOString();

const summary = (row: SummaryRow): DeliverySummary => ({
  id: row.id,
  vendor: row.vendor,
  eventType: row.event_type,
  outcome: row.outcome,
  receivedAt: iso(row.received_us),
  observedAt: row.observed_us === null ? null : iso(row.observed_us),
  lagMs: row.observed_us === null ? null : Math.round((row.received_us - row.observed_us) / 1000),
  duplicates: row.duplicates,
});

/** Conditions and their parameters, for a query that is put together. */
class Where {
  readonly values: unknown[] = [];
  readonly #conditions: string[] = [];

  /** `$` in the condition stands for the value. */
  and(condition: string, value: unknown): this {
    this.values.push(value);
    this.#conditions.push(condition.replaceAll("$", `$${this.values.length}`));
    return this;
  }

  get sql(): string {
    return this.#conditions.length === 0 ? "" : `WHERE ${this.#conditions.join(" AND ")}`;
  }
}

type Filter = Partial<Pick<DeliveryQuery, "vendor" | "outcome" | "type">>;

function matching({ vendor, outcome, type }: Filter): Where {
  const where = new Where();
  if (vendor !== undefined) where.and("vendor = $", vendor);
  if (outcome !== undefined) where.and("outcome = $", outcome);
  if (type !== undefined) where.and("event_type = $", type);
  return where;
}

const FIRST_SPAN_US = 5 * 60_000_000;
const GROWTH = 8;
/** Longer than deliveries are kept. */
const LONGEST_SPAN_US = 60 * 86_400_000_000;
/** Clocks of instances differ a little. */
const AHEAD_US = 60_000_000;

/**
 * One page of the delivery log, newest first. Time has no full index (that would cost every insert), only a coarse
 * one: so the log is read in spans that lie one before the other, each longer than the last, until a page is full.
 */
export async function listDeliveries(query: DeliveryQuery, db: Reader = database()): Promise<DeliveryPage> {
  const [cursorUs, cursorId] = query.cursor?.split(".").map(Number) ?? [];
  const end = Math.min(
    query.to ? query.to.getTime() * 1000 : Date.now() * 1000 + AHEAD_US,
    cursorUs === undefined ? Number.POSITIVE_INFINITY : cursorUs + 1,
  );
  const start = query.from ? query.from.getTime() * 1000 : 0;
  const rows: SummaryRow[] = [];
  let until = end;
  for (let span = FIRST_SPAN_US; until > start && rows.length <= query.limit; span *= GROWTH) {
    const since = span > LONGEST_SPAN_US ? start : Math.max(start, until - span);
    const where = matching(query).and("received_at >= $", isoOfUs(since)).and("received_at < $", isoOfUs(until));
    if (cursorUs !== undefined) {
      where.and(`(received_at, id) < ('${isoOfUs(cursorUs)}'::timestamptz, $)`, cursorId);
    }
    const { rows: found } = await db.read.query<SummaryRow>(
      `SELECT ${SUMMARY} FROM delivery ${where.sql}
       ORDER BY received_at DESC, id DESC LIMIT ${query.limit + 1 - rows.length}`,
      where.values,
    );
    rows.push(...found);
    until = since;
  }
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(summary),
    next: last && rows.length > page.length ? `${last.received_us}.${last.id}` : null,
  };
}

/** A delivery as it lies in the log: what a replay starts from. Moments are whole µs since the epoch. */
export interface StoredDelivery extends DeliverySummary {
  readonly receivedAtUs: number;
  /** Days since the epoch, UTC. */
  readonly eventDay: number;
  readonly key: Buffer;
  readonly issues: string[];
  readonly body: string;
}

interface StoredRow extends SummaryRow {
  event_day: number;
  key: Buffer;
  issues: string[] | null;
  body: string;
}

const STORED = `${SUMMARY}, event_day - date '1970-01-01' AS event_day, key, issues, body`;

const stored = (row: StoredRow): StoredDelivery => ({
  ...summary(row),
  receivedAtUs: row.received_us,
  eventDay: row.event_day,
  key: row.key,
  issues: row.issues ?? [],
  body: row.body,
});

export async function readDelivery(id: string, db: Reader = database()): Promise<StoredDelivery | null> {
  const { rows } = await db.read.query<StoredRow>(`SELECT ${STORED} FROM delivery WHERE id = $1`, [id]);
  return rows[0] ? stored(rows[0]) : null;
}

/** Deliveries to judge anew, oldest first: those that are named, or the first that match. */
export async function deliveriesToReplay(
  request: ReplayRequest,
  most: number,
  db: Reader = database(),
): Promise<StoredDelivery[]> {
  const where = "ids" in request ? new Where().and("id = ANY ($::int8[])", request.ids) : matching(request);
  if ("from" in request && request.from) where.and("received_at >= $", request.from.toISOString());
  if ("to" in request && request.to) where.and("received_at < $", request.to.toISOString());
  const { rows } = await db.read.query<StoredRow>(
    `SELECT ${STORED} FROM delivery ${where.sql} ORDER BY received_at, id LIMIT ${most}`,
    where.values,
  );
  return rows.map(stored);
}

/** What is stored for the moment of a reading. */
export interface StandingReading {
  /** What its source is called now, by the place it stands in or by itself. */
  readonly sourceName: string | null;
  readonly standing: { readonly value: number; readonly receivedAtUs: number } | null;
}

interface StandingRow {
  name: string | null;
  value: number | null;
  received_us: number | null;
}

const READ_STANDING = `
SELECT coalesce(p.name, p.vendor_name, s.name) AS name, r.value, ${usOf("r.received_at")} AS received_us
FROM json_to_recordset($1::json) AS k(nr int, vendor text, kind text, external_id text, metric smallint, observed_at timestamptz)
LEFT JOIN source s ON s.vendor = k.vendor AND s.kind = k.kind AND s.external_id = k.external_id
LEFT JOIN assignment a ON a.source_id = s.id AND a.ends_at IS NULL
LEFT JOIN space p ON p.id = a.space_id
LEFT JOIN reading r ON r.source_id = s.id AND r.metric = k.metric AND r.observed_at = k.observed_at
ORDER BY k.nr`;

/** For each reading, in order. */
export async function readStanding(
  readings: readonly Reading[],
  db: Reader = database(),
): Promise<readonly StandingReading[]> {
  if (readings.length === 0) return [];
  const keys = readings.map(({ source, metric, observedAtUs }, nr) => ({
    nr,
    vendor: source.vendor,
    kind: source.kind,
    external_id: source.externalId,
    metric: METRICS[metric].code,
    observed_at: isoOfUs(observedAtUs),
  }));
  const { rows } = await db.read.query<StandingRow>(READ_STANDING, [JSON.stringify(keys)]);
  return rows.map(({ name, value, received_us }) => ({
    sourceName: name,
    standing: value === null || received_us === null ? null : { value, receivedAtUs: received_us },
  }));
}
