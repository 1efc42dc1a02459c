import type { AlertKind, AlertSeverity } from "../alert";
import { type Incident, type IncidentSignal, incidentsOf, NOTED_FOR_MS } from "../incident";
import type { Severity, VendorId } from "../observation";
import { causeOf } from "./cause";
import type { AlertPlace, Condition, Ended, Suppression } from "./condition";

/** Rules that need no number: what a vendor reports itself. */
const REPORT_TEMPLATES = [
  "device-offline",
  "connector-offline",
  "room-equipment",
  "water",
  "wire",
  "gateway",
  "battery",
] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

/** How a report becomes an alert. */
export interface ReportRule {
  readonly id: number;
  readonly severity: AlertSeverity;
  /** How long it must be so before it is an alert, ms. */
  readonly graceMs: number;
}

/** Everything that is known of one source. Moments are ms since the epoch. */
export interface SourceTrouble {
  readonly sourceId: number;
  readonly vendor: VendorId;
  readonly isConnector: boolean;
  readonly isRemoved: boolean;
  readonly place: AlertPlace;
  /** Its vendor's word on the connection; null when it never said. */
  readonly connection: { readonly online: boolean; readonly since: number; readonly at: number } | null;
  /** What was said since the last clear of each code. */
  readonly signals: readonly IncidentSignal[];
  /** When each code was last cleared. */
  readonly clearedAt: ReadonlyMap<string, number>;
  /** The rule that covers it, here and now; null where it is off. */
  readonly ruleFor: (template: ReportTemplate) => ReportRule | null;
  /** The window that keeps this kind quiet here. */
  readonly suppressionOf: (kind: AlertKind) => Suppression | null;
}

export interface SourceJudgement {
  readonly conditions: readonly Condition[];
  /** Why a cause is over, for those that were open. */
  readonly endOf: (cause: string) => Ended;
  /** When time alone will change something, ms. */
  readonly checkAt: number | null;
}

/** What is wrong with a source at a moment (ms). */
export function judgeSource(source: SourceTrouble, now: number): SourceJudgement {
  if (source.isRemoved) return { conditions: [], endOf: () => ({ ended: "removed", at: now }), checkAt: null };
  const incidents = incidentsOf(source.signals, now);
  const found = [offlineOf(source, now), ...incidents.map((incident) => signalled(source, incident, now))];
  const conditions = found.filter((condition) => condition !== null);
  const moments = [
    ...conditions.map(({ firesAt }) => firesAt),
    ...incidents.filter(isNoted).map(({ lastAt }) => lastAt + NOTED_FOR_MS),
    ...conditions.map(({ suppression }) => suppression?.until ?? null),
  ].filter((at): at is number => at !== null && at > now);
  return {
    conditions,
    endOf: (cause) => endOf(source, incidents, cause, now),
    checkAt: moments.length > 0 ? Math.min(...moments) : null,
  };
}

const isNoted = ({ phase, endedAt }: Incident) => phase === "noted" && endedAt === null;

function endOf(source: SourceTrouble, incidents: readonly Incident[], cause: string, now: number): Ended {
  if (cause === causeOf.offline(source.sourceId)) {
    const { connection } = source;
    return connection?.online ? { ended: "cleared", at: connection.since } : { ended: "rule-off", at: now };
  }
  const code = cause.slice(causeOf.signal(source.sourceId, "").length);
  const incident = incidents.find((one) => one.code === code);
  if (incident?.ended) return { ended: incident.ended, at: incident.endedAt ?? now };
  const clearedAt = source.clearedAt.get(code);
  if (incident === undefined && clearedAt !== undefined) return { ended: "cleared", at: clearedAt };
  return { ended: incident === undefined ? "silent" : "rule-off", at: now };
}

/** A vendor's clock that is ahead of ours delays nothing. */
const firesAt = (since: number, { graceMs }: ReportRule, now: number) =>
  graceMs === 0 ? Math.min(since, now) : since + graceMs;

function offlineOf(source: SourceTrouble, now: number): Condition | null {
  const { connection, isConnector, sourceId, vendor, place } = source;
  if (!connection || connection.online) return null;
  const template = isConnector ? "connector-offline" : "device-offline";
  const rule = source.ruleFor(template);
  if (!rule) return null;
  return {
    cause: causeOf.offline(sourceId),
    kind: template,
    code: "offline",
    severity: rule.severity,
    since: connection.since,
    lastAt: connection.at,
    count: 1,
    firesAt: firesAt(connection.since, rule, now),
    text: null,
    value: null,
    threshold: null,
    ruleId: rule.id,
    sourceId,
    vendor,
    place,
    suppression: source.suppressionOf(template),
  };
}

function signalled(source: SourceTrouble, incident: Incident, now: number): Condition | null {
  if (incident.endedAt !== null) return null;
  const template = templateOf(incident.code);
  const rule = source.ruleFor(template);
  if (!rule) return null;
  const { sourceId, vendor, place } = source;
  return {
    cause: causeOf.signal(sourceId, incident.code),
    kind: template,
    code: incident.code,
    severity: severityOf(template, incident.severity, rule.severity),
    since: incident.since,
    lastAt: incident.lastAt,
    count: incident.count,
    firesAt: firesAt(incident.since, rule, now),
    text: incident.text,
    value: null,
    threshold: null,
    ruleId: rule.id,
    sourceId,
    vendor,
    place,
    suppression: source.suppressionOf(template),
  };
}

const TEMPLATES: Readonly<Record<string, ReportTemplate>> = {
  water: "water",
  "probe-wires": "wire",
  ethernet: "gateway",
  cellular: "gateway",
  battery: "battery",
};

/** Which rule covers a signal: what is not known otherwise is a room's equipment. */
function templateOf(code: string): ReportTemplate {
  if (code.startsWith("zoom.alert.battery-low.")) return "battery";
  return TEMPLATES[code] ?? "room-equipment";
}

const FROM_VENDOR: Record<Severity, AlertSeverity> = {
  critical: "critical",
  major: "warning",
  minor: "notice",
  info: "notice",
};

/** Of a room's equipment the vendor's own word says how grave it is: a missing camera is not a room that is off. */
function severityOf(template: ReportTemplate, said: Severity, ruled: AlertSeverity): AlertSeverity {
  if (template === "room-equipment") return FROM_VENDOR[said];
  return template === "battery" && said === "major" ? "warning" : ruled;
}
