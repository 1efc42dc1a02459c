import type { Alert } from "@/lib/core/alert";
import type { AlertDetail } from "@/lib/core/alert-detail";
import { readerUnit } from "@/lib/core/reader-unit";
import type { Text } from "@/lib/core/text";

export type AlertChartSource = NonNullable<AlertDetail["chart"]>;

/** An alert's value over time, ready to be drawn. Moments are ms. */
export interface AlertChartData {
  readonly rows: readonly { readonly at: number; readonly value: number }[];
  readonly from: number;
  readonly to: number;
  readonly yMin: number;
  readonly yMax: number;
  /** When it began. */
  readonly since: number;
  /** When it was over, else as far as is known. */
  readonly until: number;
  readonly threshold: number | null;
  readonly clear: number | null;
  readonly unit: string;
  readonly last: number;
  readonly least: number;
  readonly most: number;
}

/** Room above and below the line, as a share of what it spans. */
const MARGIN = 0.12;

/** Null when there is nothing to draw. The last value stands until now only where the alert still does. */
export function prepareAlertChart(chart: AlertChartSource, alert: Alert, now: number, t: Text): AlertChartData | null {
  const { unit, shown } = readerUnit(chart.unit, t);
  const [threshold, clear] = [chart.threshold, chart.clear].map((mark) => (mark === null ? null : shown(mark)));
  const rows = chart.points
    .map(({ at, value }) => ({ at: Date.parse(at), value: shown(value) }))
    .sort((a, b) => a.at - b.at);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const since = Date.parse(alert.since);
  const until = alert.resolvedAt === null ? now : Date.parse(alert.resolvedAt);
  const values = rows.map(({ value }) => value);
  const marks = [...values, ...[threshold, clear].filter((mark) => mark != null)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(...marks) - Math.min(...marks) || Math.abs(most) || 1;
  return {
    rows,
    from: Math.min(first.at, since),
    to: Math.max(last.at, until),
    yMin: Math.min(...marks) - span * MARGIN,
    yMax: Math.max(...marks) + span * MARGIN,
    since,
    until,
    threshold: threshold ?? null,
    clear: clear ?? null,
    unit,
    last: last.value,
    least,
    most,
  };
}
