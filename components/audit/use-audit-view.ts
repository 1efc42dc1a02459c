import { parseAsIsoDateTime, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import type { AuditFilter } from "@/lib/client/use-audit";
import { text } from "@/lib/core/text";

const DAY_MS = 86_400_000;

/** How far back the log is looked at; `span` has its own ends. Said by `t`. */
export const RANGES = {
  all: { label: text("Any time"), lastMs: null },
  "24h": { label: text("Last 24 hours"), lastMs: DAY_MS },
  "7d": { label: text("Last 7 days"), lastMs: 7 * DAY_MS },
  "30d": { label: text("Last 30 days"), lastMs: 30 * DAY_MS },
  span: { label: text("From … to …"), lastMs: null },
} as const;
export type RangeName = keyof typeof RANGES;
export const RANGE_NAMES = Object.keys(RANGES) as RangeName[];

const FILTER = {
  actor: parseAsString,
  action: parseAsString,
  site: parseAsString,
  text: parseAsString,
  range: parseAsStringLiteral(RANGE_NAMES).withDefault("all"),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

export interface AuditChoice {
  readonly actor: string | null;
  readonly action: string | null;
  readonly site: string | null;
  readonly text: string | null;
  readonly range: RangeName;
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface AuditView {
  readonly choice: AuditChoice;
  readonly choose: (change: Partial<AuditChoice>) => void;
  readonly clear: () => void;
}

/** What is filtered lives in the address, so a link shows the same entries. */
export function useAuditView(): AuditView {
  const [choice, setChoice] = useQueryStates(FILTER);
  return { choice, choose: (change) => void setChoice(change), clear: () => void setChoice(null) };
}

export const isFiltered = ({ actor, action, site, text, range }: AuditChoice): boolean =>
  range !== "all" || [actor, action, site, text].some((one) => one !== null);

/** The filter of a choice; "last 7 days" are counted back from `now`, ms. */
export function filterOf({ actor, action, site, text, range, from, to }: AuditChoice, now: number): AuditFilter {
  const { lastMs } = RANGES[range];
  const since = lastMs === null ? null : new Date(now - lastMs).toISOString();
  const span = range === "span" ? { from: from?.toISOString() ?? null, to: to?.toISOString() ?? null } : null;
  return { actor, action, siteId: site, text, from: since, to: null, ...span };
}
