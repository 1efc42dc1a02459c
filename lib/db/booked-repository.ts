import "server-only";
import type { TimedBooking } from "@/lib/core/booked/booked-time";
import { addSeen, type SeenStretch } from "@/lib/core/booked/seen-time";
import { AppError } from "@/lib/core/errors";
import { eachStep } from "@/lib/core/line-code";
import type { Span } from "@/lib/core/moment-or-day";
import { isUsed, UNKNOWN } from "@/lib/core/space-line";
import { msOf } from "./moment-us";
import type { Readable } from "./place-of";

const at = (parameter: string) => `to_timestamp(${parameter} / 1000.0)`;

/** Which of these spaces can be booked: something that is booked stood in them during the span. */
export async function readBookable(
  spaceIds: readonly number[],
  { from, to }: Span,
  db: Readable,
): Promise<ReadonlySet<number>> {
  const { rows } = await db.read.query<{ id: number }>({
    name: "bookable-spaces",
    text: `SELECT DISTINCT a.space_id AS id FROM assignment a JOIN source o ON o.id = a.source_id
      WHERE a.space_id = ANY($1::int[]) AND o.vendor = 'zoom' AND o.kind = 'workspace'
        AND a.starts_at < ${at("$3")} AND coalesce(a.ends_at, 'infinity') > ${at("$2")}`,
    values: [spaceIds, from, to],
  });
  return new Set(rows.map(({ id }) => id));
}

/** A booking of a space. */
export interface SpaceBooking extends TimedBooking {
  readonly spaceId: number;
  readonly vendor: string;
  readonly externalId: string;
}

const MOST_BOOKINGS = 200_000;

/** A booking belongs to the space in which its source stood when it began. */
const READ_BOOKINGS = `
SELECT a.space_id, b.vendor, b.external_id, ${msOf("b.starts_at")}, ${msOf("b.ends_at")}, ${msOf("b.checked_in_at")},
       ${msOf("b.checked_out_at")}, ${msOf("b.cancelled_at")}
FROM assignment a JOIN booking b ON b.source_id = a.source_id AND b.ends_at > ${at("$2")} AND b.starts_at < ${at("$3")}
  AND b.starts_at >= a.starts_at AND b.starts_at < coalesce(a.ends_at, 'infinity')
WHERE a.space_id = ANY($1::int[]) AND (b.cancelled_at IS NULL OR b.cancelled_at > b.starts_at)
LIMIT ${MOST_BOOKINGS + 1}`;

type Row = [number, string, string, number, number, number | null, number | null, number | null];

/** Bookings that touch the span and were not cancelled before they began. Throws `invalid` when they are too many. */
export async function readSpaceBookings(
  spaceIds: readonly number[],
  { from, to }: Span,
  db: Readable,
): Promise<SpaceBooking[]> {
  const { rows } = await db.read.query<Row>({
    name: "space-bookings",
    text: READ_BOOKINGS,
    values: [spaceIds, from, to],
    rowMode: "array",
  });
  if (rows.length > MOST_BOOKINGS)
    throw new AppError("invalid", "These are too many bookings at once. Ask for fewer spaces, or fewer days.");
  return rows.map(([spaceId, vendor, externalId, startsAt, endsAt, checkedInAt, checkedOutAt, cancelledAt]) => ({
    ...{ spaceId, vendor, externalId, startsAt, endsAt, checkedInAt, checkedOutAt, cancelledAt },
  }));
}

/** Sealed names of who booked, in the order asked; null where none is kept. */
export async function readOrganisers(
  bookings: readonly Pick<SpaceBooking, "vendor" | "externalId">[],
  db: Readable,
): Promise<(string | null)[]> {
  const { rows } = await db.read.query<{ sealed: string | null }>(
    `SELECT b.reserved_for AS sealed FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t(vendor, external_id, i)
     LEFT JOIN booking b USING (vendor, external_id) ORDER BY t.i`,
    [bookings.map(({ vendor }) => vendor), bookings.map(({ externalId }) => externalId)],
  );
  return rows.map(({ sealed }) => sealed);
}

/** Time of a space. */
export interface SpaceSpan extends Span {
  readonly spaceId: number;
}

/** An hour of a clock is two hours at most. */
const READ_SEEN = `
SELECT h.space_id, ${msOf("h.starts_at")}, ${msOf("h.ends_at")}, h.line
FROM unnest($1::int[], $2::float8[], $3::float8[]) AS t(space_id, since, until)
JOIN rollup_hour h ON h.space_id = t.space_id AND h.scope = 0
  AND h.starts_at > ${at("t.since")} - interval '2 hours' AND h.ends_at > ${at("t.since")} AND h.starts_at < ${at("t.until")}
ORDER BY h.space_id, h.starts_at`;

/** What sensors saw in the hours that touch these spans, from the lines that rollups keep. A space's spans are apart. */
export async function readSeen(spans: readonly SpaceSpan[], db: Readable): Promise<Map<number, SeenStretch[]>> {
  const { rows } = await db.read.query<[number, number, number, Buffer]>({
    name: "rollup-seen",
    text: READ_SEEN,
    values: [spans.map(({ spaceId }) => spaceId), spans.map(({ from }) => from), spans.map(({ to }) => to)],
    rowMode: "array",
  });
  const seen = new Map<number, SeenStretch[]>();
  let lastHour = 0;
  let lastSpace = 0;
  for (const [spaceId, from, to, line] of rows) {
    if (spaceId === lastSpace && from === lastHour) continue; // two spans met in one hour
    [lastSpace, lastHour] = [spaceId, from];
    const stretches = seen.get(spaceId) ?? [];
    if (stretches.length === 0) seen.set(spaceId, stretches);
    addHour(stretches, { from, to }, line);
  }
  return seen;
}

function addHour(stretches: SeenStretch[], { from, to }: Span, line: Uint8Array): void {
  let [since, code] = [from, UNKNOWN];
  const add = (until: number) => {
    if (code !== UNKNOWN) addSeen(stretches, { from: since, to: until, isUsed: isUsed(code) });
  };
  eachStep(line, from, (step, next) => {
    add(step);
    [since, code] = [step, next];
  });
  add(to);
}
