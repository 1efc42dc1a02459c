import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { MailContent } from "@/lib/core/notifications/mail";
import { type ReportFacts, reportBody } from "@/lib/core/reports/report-body";
import { reportMail } from "@/lib/core/reports/report-forms";
import { periodToCompare, type ReportPeriod } from "@/lib/core/reports/schedule";
import { FigureQuery, HeatmapQuery } from "@/lib/core/space-metrics";
import type { Text } from "@/lib/core/text";
import type { Readable } from "@/lib/db/place-of";
import type { ReportRecord } from "@/lib/db/reports/report-repository";
import { readFigures } from "@/lib/services/history/read-figures";
import { readHeatmap } from "@/lib/services/history/read-heatmap";

type Asked = Pick<ReportRecord, "withinId" | "kind" | "typeId" | "tag" | "hours">;

const questionOf = ({ withinId, kind, typeId, tag, hours }: Asked, { from, to }: ReportPeriod) => ({
  within: String(withinId),
  kind,
  ...(typeId !== null && { type: String(typeId) }),
  ...(tag !== null && { tag }),
  ...{ hours, from, to },
});

/** What a period of a report tells, by the services of the page of history and the rights of an actor. */
export async function reportFacts(
  report: ReportRecord,
  period: ReportPeriod,
  actor: Actor,
  db: Readable,
  now: number,
): Promise<ReportFacts> {
  const asked = questionOf(report, period);
  const compared = questionOf(report, periodToCompare(period));
  const figures = await readFigures(FigureQuery.parse(asked), actor, db, now);
  const before = await readFigures(FigureQuery.parse(compared), actor, db, now);
  const heatmap = await readHeatmap(HeatmapQuery.parse(asked), actor, db, now);
  const { place, typeName, tag, every } = report;
  const names = place ? [place.siteName, ...(place.kind === "site" ? [] : [place.name])] : [];
  return { every, period, place: names, kind: report.kind, type: typeName, tag, figures, before, heatmap };
}

/** The same period on the page of history, compared alike. */
function historyPath(report: Asked, period: ReportPeriod): string {
  const search = new URLSearchParams({ ...questionOf(report, period), period: "custom", compare: "previous" });
  return `/history?${search.toString()}`;
}

interface Sending {
  readonly id: string;
  /** Without a slash at its end; null when nobody said. */
  readonly publicUrl: string | null;
  /** It goes to whoever made the report. */
  readonly isToOwner: boolean;
  readonly t: Text;
}

/** The mail that tells these facts. */
export function reportContent(report: ReportRecord, facts: ReportFacts, sending: Sending): MailContent {
  const { id, publicUrl, isToOwner, t } = sending;
  const link = publicUrl === null ? null : `${publicUrl}${historyPath(report, facts.period)}`;
  const footer = isToOwner
    ? t("You asked for this mail. Change it or stop it under “Your notifications”.")
    : t("{name} has this mail sent to you. Ask them to change it or to stop it.", { name: report.ownerName });
  return reportMail(reportBody(facts, t), { id, link, footer, t });
}
