import "server-only";
import type { PoolClient } from "pg";
import type { BookingFact, Fact, Signal, VisitFact } from "@/lib/core/observation";
import { int4Array, textArray, timestamptzArray } from "./binary-array";

/** An observation whose source is known by its id. */
export type Sourced<T> = T & { readonly sourceId: number };

/** Facts that a floor shows. The others are looked up when somebody asks. */
const SHOWN_FACTS = ["removed", "assigned", "meeting", "signage"];

const ids = (rows: readonly { sourceId: number }[]) => int4Array(rows.map((row) => row.sourceId));
const moments = (rows: readonly { observedAtUs: number }[]) => timestamptzArray(rows.map((row) => row.observedAtUs));
const text = (value: string | null) => value ?? "";

/** The later word wins; of two at one moment, the greater text, so that any order of arrival ends alike. */
const WRITE_FACTS = `
WITH written AS (
  INSERT INTO source_fact AS x (source_id, name, value, observed_at)
  SELECT DISTINCT ON (source_id, name) source_id, name, value, observed_at
  FROM unnest($1::int4[], $2::text[], $3::text[], $4::timestamptz[]) AS t(source_id, name, value, observed_at)
  ORDER BY source_id, name, observed_at DESC, value DESC
  ON CONFLICT (source_id, name) DO UPDATE SET value = EXCLUDED.value, observed_at = EXCLUDED.observed_at
    WHERE (EXCLUDED.observed_at, EXCLUDED.value) > (x.observed_at, x.value)
  RETURNING source_id, name
)
SELECT source_id, name = ANY($5::text[]) AS shown FROM written`;

export async function writeFacts(client: PoolClient, facts: readonly Sourced<Fact>[]): Promise<Changed> {
  const { rows } = await client.query<{ source_id: number; shown: boolean }>({
    name: "write-facts",
    text: WRITE_FACTS,
    values: [
      ids(facts),
      textArray(facts.map((fact) => fact.name)),
      textArray(facts.map((fact) => JSON.stringify(fact.value))),
      moments(facts),
      textArray(SHOWN_FACTS),
    ],
  });
  return { written: rows.map((r) => r.source_id), shown: rows.filter((r) => r.shown).map((r) => r.source_id) };
}

/** Sources about which something was written, once per fact, and those of them whose floors show it. */
export interface Changed {
  readonly written: readonly number[];
  readonly shown: readonly number[];
}

/**
 * Every word moves its own column to the latest moment, and place and times follow the latest "set": any order ends
 * alike. Words of one booking inside a batch are folded first, because ON CONFLICT may not meet a row twice.
 */
const WRITE_BOOKINGS = `
WITH said AS (
  SELECT * FROM unnest($1::int4[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                       $7::timestamptz[], $8::text[], $9::text[])
    AS t(source_id, vendor, external_id, change, at, starts_at, ends_at, topic, reserved_for)
),
placed AS (
  SELECT DISTINCT ON (vendor, external_id) * FROM said ORDER BY vendor, external_id, (change = 'set') DESC, at DESC
),
folded AS (
  SELECT vendor, external_id,
         max(at) FILTER (WHERE change = 'checked-in') AS checked_in_at,
         max(at) FILTER (WHERE change = 'checked-out') AS checked_out_at,
         max(at) FILTER (WHERE change = 'cancelled') AS cancelled_at
  FROM said GROUP BY vendor, external_id
),
written AS (
  INSERT INTO booking AS x (vendor, external_id, source_id, starts_at, ends_at, topic, reserved_for, said_at,
                            checked_in_at, checked_out_at, cancelled_at)
  SELECT p.vendor, p.external_id, p.source_id, p.starts_at, p.ends_at, nullif(p.topic, ''), nullif(p.reserved_for, ''),
         CASE WHEN p.change = 'set' THEN p.at END, f.checked_in_at, f.checked_out_at, f.cancelled_at
  FROM placed p JOIN folded f USING (vendor, external_id) ORDER BY p.vendor, p.external_id
  ON CONFLICT (vendor, external_id) DO UPDATE SET
    source_id = CASE WHEN EXCLUDED.said_at > coalesce(x.said_at, '-infinity') THEN EXCLUDED.source_id ELSE x.source_id END,
    starts_at = CASE WHEN EXCLUDED.said_at > coalesce(x.said_at, '-infinity') THEN EXCLUDED.starts_at ELSE x.starts_at END,
    ends_at = CASE WHEN EXCLUDED.said_at > coalesce(x.said_at, '-infinity') THEN EXCLUDED.ends_at ELSE x.ends_at END,
    topic = CASE WHEN EXCLUDED.said_at > coalesce(x.said_at, '-infinity') THEN EXCLUDED.topic ELSE x.topic END,
    reserved_for = CASE WHEN EXCLUDED.said_at > coalesce(x.said_at, '-infinity')
                        THEN EXCLUDED.reserved_for ELSE x.reserved_for END,
    said_at = greatest(x.said_at, EXCLUDED.said_at),
    checked_in_at = greatest(x.checked_in_at, EXCLUDED.checked_in_at),
    checked_out_at = greatest(x.checked_out_at, EXCLUDED.checked_out_at),
    cancelled_at = greatest(x.cancelled_at, EXCLUDED.cancelled_at)
  WHERE EXCLUDED.said_at > coalesce(x.said_at, '-infinity')
     OR EXCLUDED.checked_in_at > coalesce(x.checked_in_at, '-infinity')
     OR EXCLUDED.checked_out_at > coalesce(x.checked_out_at, '-infinity')
     OR EXCLUDED.cancelled_at > coalesce(x.cancelled_at, '-infinity')
  RETURNING source_id
)
-- What a booking left is changed as well: the table as it was before this statement still says where it stood.
SELECT source_id FROM written
UNION SELECT b.source_id FROM booking b JOIN said USING (vendor, external_id) WHERE EXISTS (SELECT 1 FROM written)`;

export async function writeBookings(client: PoolClient, bookings: readonly Sourced<BookingFact>[]): Promise<Changed> {
  const set = bookings.map(({ change }) => (change.type === "set" ? change : null));
  const { rows } = await client.query<{ source_id: number }>({
    name: "write-bookings",
    text: WRITE_BOOKINGS,
    values: [
      ids(bookings),
      textArray(bookings.map((b) => b.source.vendor)),
      textArray(bookings.map((b) => b.bookingId)),
      textArray(bookings.map((b) => b.change.type)),
      moments(bookings),
      timestamptzArray(set.map((change) => change?.startsAtUs ?? null)),
      timestamptzArray(set.map((change) => change?.endsAtUs ?? null)),
      textArray(set.map((change) => text(change?.topic ?? null))),
      textArray(set.map((change) => text(change?.reservedFor ?? null))),
    ],
  });
  const written = rows.map((row) => row.source_id);
  return { written, shown: written };
}

/** Word by word; the same word twice is one. */
const WRITE_SIGNALS = `
INSERT INTO signal (source_id, code, at, phase, severity, text, received_at)
SELECT DISTINCT ON (source_id, code, at, phase) source_id, code, at, phase, severity, text, received_at
FROM unnest($1::int4[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
  AS t(source_id, code, at, phase, severity, text, received_at)
ORDER BY source_id, code, at, phase
ON CONFLICT DO NOTHING RETURNING source_id`;

export async function writeSignals(
  client: PoolClient,
  signals: readonly (Sourced<Signal> & { readonly receivedAtUs: number })[],
): Promise<Changed> {
  const { rows } = await client.query<{ source_id: number }>({
    name: "write-signals",
    text: WRITE_SIGNALS,
    values: [
      ids(signals),
      textArray(signals.map((s) => s.code)),
      moments(signals),
      textArray(signals.map((s) => s.phase)),
      textArray(signals.map((s) => s.severity)),
      textArray(signals.map((s) => s.text)),
      timestamptzArray(signals.map((s) => s.receivedAtUs)),
    ],
  });
  const written = rows.map((row) => row.source_id);
  return { written, shown: written };
}

const WRITE_VISITS = `
INSERT INTO visit_event (source_id, change, at, invitation_id, visitor, host_id, starts_at, ends_at, visitor_name, host_name)
SELECT source_id, change, at, invitation_id, visitor, host_id, starts_at, ends_at,
       nullif(visitor_name, ''), nullif(host_name, '')
FROM unnest($1::int4[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
            $8::timestamptz[], $9::text[], $10::text[])
  AS t(source_id, change, at, invitation_id, visitor, host_id, starts_at, ends_at, visitor_name, host_name)
ORDER BY source_id, visitor, host_id, change, at
ON CONFLICT DO NOTHING RETURNING source_id`;

/** Visits are counted per site, not shown on a floor. */
export async function writeVisits(client: PoolClient, visits: readonly Sourced<VisitFact>[]): Promise<Changed> {
  const { rows } = await client.query<{ source_id: number }>({
    name: "write-visits",
    text: WRITE_VISITS,
    values: [
      ids(visits),
      textArray(visits.map((v) => v.change)),
      moments(visits),
      textArray(visits.map((v) => text(v.invitationId))),
      textArray(visits.map((v) => v.visitor)),
      textArray(visits.map((v) => v.hostId)),
      timestamptzArray(visits.map((v) => v.startsAtUs)),
      timestamptzArray(visits.map((v) => v.endsAtUs)),
      textArray(visits.map((v) => text(v.visitorName))),
      textArray(visits.map((v) => text(v.hostName))),
    ],
  });
  return { written: rows.map((row) => row.source_id), shown: [] };
}
