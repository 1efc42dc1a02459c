import type { OwnLimits } from "./air-limits";
import {
  type OpenAlerts,
  type SpaceBooking,
  type SpaceClosing,
  type SpaceSnapshot,
  type SpaceSource,
  type SpaceTrouble,
  spaceFacts,
  verdictAt,
} from "./floor";
import { Speaker } from "./fusion";
import { type IncidentSignal, incidentsOf } from "./incident";
import { METRICS, type Metric, metricOf } from "./metric";
import { sensesPeople } from "./senses";
import type { SpaceKind } from "./space";
import { judgeReadings } from "./space-state";
import type { Span } from "./span";

export interface ValueRow {
  metric: number;
  value: number;
  observedAt: number;
  receivedAt: number;
  since: number;
  uncertain: boolean;
}

export interface BookingRow {
  startsAt: number | null;
  endsAt: number | null;
  checkedInAt: number | null;
  checkedOutAt: number | null;
}

export interface SourceRow {
  id: number;
  vendor: string;
  kind: string;
  name: string;
  assignedAt: number;
  expectedIntervalMs: number | null;
  values: ValueRow[];
  signals: IncidentSignal[];
  bookings: BookingRow[];
}

/** A stretch of a maintenance window. */
export interface ClosingRow {
  id: number;
  name: string;
  from: number;
  until: number | null;
}

/** A space as `readSpaceRows` reads it. Moments are ms since the epoch. */
export interface SpaceRow {
  id: number;
  kind: SpaceKind;
  parentId: number | null;
  name: string;
  type: string | null;
  tags: string[] | null;
  capacity: number | null;
  holdMinutes: number | null;
  removed: boolean;
  /** Who speaks for it, best first; null for the usual order. */
  speakers: string[] | null;
  sources: SourceRow[];
  /** When maintenance closes it, from now on. */
  closings: ClosingRow[];
  /** Lunches in which who left is away. */
  breaks: readonly Span[];
  /** Null for none. */
  openAlerts: OpenAlerts | null;
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Display never shows what could reorder or hide text around it: control and bidi characters go. */
export const shown = (name: string) =>
  name.replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "").trim() || "Unnamed";

/** What the wire carries of a row; the state is as of `now` (ms). */
export function spaceSnapshot(row: SpaceRow, now: number, limits?: OwnLimits): SpaceSnapshot {
  const evidence = {
    capacity: row.capacity,
    holdMinutes: row.holdMinutes,
    ...speakingValues(row, now),
    sources: row.sources.map(spaceSource),
    bookings: row.sources
      .flatMap((source) => source.bookings)
      .sort((a, b) => startOf(a) - startOf(b))
      .slice(0, MOST_BOOKINGS)
      .map(spaceBooking),
    ...onlySome(row),
  };
  const verdict = verdictAt(evidence, now);
  return {
    id: String(row.id),
    kind: row.kind,
    parentId: row.parentId === null ? null : String(row.parentId),
    name: shown(row.name),
    type: row.type,
    ...(row.tags ? { tags: row.tags.map(shown) } : {}),
    ...(limits ? { limits } : {}),
    state: verdict.state,
    since: isoOrNull(verdict.since),
    ...evidence,
    alerts: troubles(row, now),
    ...(row.openAlerts ? { openAlerts: row.openAlerts } : {}),
  };
}

/** What only some spaces have. */
function onlySome({ closings, breaks, speakers }: SpaceRow): Pick<SpaceSnapshot, "closings" | "breaks" | "speakers"> {
  return {
    ...(closings.length > 0 ? { closings: closings.map(spaceClosing) } : {}),
    ...(breaks.length > 0
      ? { breaks: breaks.map(({ from, until }) => ({ from: iso(from), until: iso(until ?? from) })) }
      : {}),
    ...(speakers === null ? {} : { speakers: speakers.map((speaker) => Speaker.parse(speaker)) }),
  };
}

const spaceClosing = ({ id, name, from, until }: ClosingRow): SpaceClosing => ({
  id: String(id),
  name: shown(name),
  from: iso(from),
  until: isoOrNull(until),
});

const MOST_BOOKINGS = 5;
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));
const startOf = (booking: BookingRow) => booking.startsAt ?? booking.checkedInAt ?? 0;

function spaceBooking(booking: BookingRow): SpaceBooking {
  return {
    startsAt: isoOrNull(booking.startsAt),
    endsAt: isoOrNull(booking.endsAt),
    checkedInAt: isoOrNull(booking.checkedInAt),
    checkedOutAt: isoOrNull(booking.checkedOutAt),
  };
}

type Told = SpaceSnapshot["others"][number];

/** Per metric the value that speaks for the space, and what the other sources say. */
function speakingValues(row: SpaceRow, now: number): Pick<SpaceSnapshot, "metrics" | "others"> {
  const told = row.sources.flatMap((source) =>
    source.values.filter(isAboutTheSpace).map((value) => metricValue(value, source)),
  );
  const metrics: SpaceSnapshot["metrics"] = {};
  const others: Told[] = [];
  for (const value of bestFirst(row, told, now)) {
    const { metric, ...rest } = value;
    if (metrics[metric] === undefined) metrics[metric] = rest;
    else others.push(value);
  }
  return { metrics, others };
}

/** Connection, battery and signal are about the device and stand there. */
const isAboutTheSpace = ({ metric }: ValueRow) => {
  const name = metricOf(metric);
  return name !== "online" && METRICS[name].says !== "health";
};

function metricValue(value: ValueRow, source: SourceRow): Told {
  return {
    metric: metricOf(value.metric),
    value: value.value,
    observedAt: iso(value.observedAt),
    receivedAt: iso(value.receivedAt),
    since: iso(value.since),
    source: String(source.id),
    ...(value.uncertain ? { uncertain: true as const } : {}),
  };
}

/** With one source there is nothing to choose. Else who has a vote comes first, then the newest. */
function bestFirst(row: SpaceRow, told: readonly Told[], now: number): readonly Told[] {
  if (row.sources.length < 2) return told;
  const evidence = {
    capacity: row.capacity,
    holdMinutes: row.holdMinutes,
    metrics: {},
    others: [...told],
    sources: row.sources.map(spaceSource),
    bookings: [],
    ...onlySome(row),
  };
  const votes = judgeReadings(spaceFacts(evidence), now).map(({ reading }) => `${reading.metric}/${reading.source}`);
  const rank = (value: Told) => {
    const place = votes.indexOf(`${value.metric}/${value.source}`);
    return place < 0 ? votes.length : place;
  };
  return [...told].sort((a, b) => rank(a) - rank(b) || Date.parse(b.observedAt) - Date.parse(a.observedAt));
}

function spaceSource(source: SourceRow): SpaceSource {
  const { values } = source;
  const latest = (metric: Metric) => values.find((value) => value.metric === METRICS[metric].code);
  const online = latest("online");
  const heard = values.filter((value) => value !== online).map((value) => value.observedAt);
  return {
    id: String(source.id),
    vendor: source.vendor,
    kind: source.kind,
    name: shown(source.name),
    assignedAt: iso(source.assignedAt),
    expectedIntervalMs: source.expectedIntervalMs,
    senses: sensesPeople(
      source,
      values.map((value) => metricOf(value.metric)),
    ),
    lastReadingAt: heard.length > 0 ? iso(Math.max(...heard)) : null,
    online: online ? online.value > 0 : null,
    offlineAt: online && online.value <= 0 ? iso(online.observedAt) : null,
    battery: latest("battery")?.value ?? null,
    signal: latest("signal")?.value ?? null,
  };
}

const SEVERITIES = ["critical", "major", "minor", "info"];

/** Open incidents of the space's sources, the gravest first. */
function troubles(row: SpaceRow, now: number): SpaceTrouble[] {
  return row.sources
    .flatMap((source) =>
      incidentsOf(source.signals, now)
        .filter((incident) => incident.endedAt === null)
        .map(({ code, phase, severity, text, since }) => ({
          source: String(source.id),
          code,
          phase,
          severity,
          text: shown(text),
          since: iso(since),
        })),
    )
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.since < b.since ? 1 : -1));
}
