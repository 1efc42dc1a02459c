import "server-only";
import type { Alert } from "@/lib/core/alert";
import type { PastEvent, PastEvents } from "@/lib/core/past-events";
import { shown } from "@/lib/core/space-row";
import { type AlertRow, alertOf, alertSelect } from "./alerts/alert-row";
import { database } from "./client";
import type { Database } from "./database";
import { parseId } from "./parse-id";
import { GRAVEST_ALERTS_FIRST, PAST_ALERTS, READ_KEPT_SINCE, READ_PAST_EVENTS } from "./past-events-sql";

const MOST_EVENTS = 300;
const READ_ALERTS = `${alertSelect(PAST_ALERTS)} ORDER BY ${GRAVEST_ALERTS_FIRST}`;

interface EventRow {
  at: Date;
  kind: PastEvent["kind"];
  space_id: number;
  name: string;
  text: string | null;
  severity: PastEvent["severity"];
}

interface Asked {
  /** ms */
  readonly from: number;
  readonly to: number;
  /** Are alerts told of too? */
  readonly hasAlerts: boolean;
}

/** What happened on a floor in a span, to be marked on its line. */
export async function readPastEvents(
  floorId: string,
  { from, to, hasAlerts }: Asked,
  db: Database = database(),
): Promise<PastEvents> {
  const values = [parseId(floorId), new Date(from), new Date(to), MOST_EVENTS + 1];
  const [alerts, events, kept] = await Promise.all([
    hasAlerts ? db.read.query<AlertRow>({ name: "read-past-alerts", text: READ_ALERTS, values }) : { rows: [] },
    db.read.query<EventRow>({ name: "read-past-events", text: READ_PAST_EVENTS, values: [...values, hasAlerts] }),
    db.read.query<{ at: Date | null }>({ name: "read-kept-since", text: READ_KEPT_SINCE, values: [values[0]] }),
  ]);
  const told = [...alerts.rows.flatMap((row) => marksOf(alertOf(row), { from, to })), ...events.rows.map(eventOf)];
  return {
    events: told.slice(0, MOST_EVENTS).sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    more: told.length > MOST_EVENTS,
    keptSince: kept.rows[0]?.at?.toISOString() ?? null,
  };
}

function eventOf({ at, kind, space_id, name, text, severity }: EventRow): PastEvent {
  return {
    ...{ at: at.toISOString(), kind, spaceId: String(space_id), space: shown(name), severity, alert: null },
    text: text === null ? null : shown(text),
  };
}

/** Where an alert begins and ends, as far as that is in the span. One that became part of another has no end of its own. */
function marksOf(
  { id, title, severity, since, resolvedAt, resolvedReason, space }: Alert,
  span: Omit<Asked, "hasAlerts">,
) {
  const about = { ...{ text: null, severity: null }, spaceId: space?.id ?? null, space: space?.name ?? null };
  const mark = (kind: PastEvent["kind"], at: string): PastEvent[] => {
    const ms = Date.parse(at);
    return ms >= span.from && ms < span.to ? [{ at, kind, ...about, alert: { id, title, severity } }] : [];
  };
  const end = resolvedAt === null || resolvedReason === "merged" ? [] : mark("alert-over", resolvedAt);
  return [...mark("alert", since), ...end];
}
