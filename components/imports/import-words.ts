import type { ConfigurationSummary } from "@/lib/core/configuration";
import { COLUMN_TITLES } from "@/lib/core/imports/import-columns";
import type { ImportReport, ImportResult, Outcome, ReportRow } from "@/lib/core/imports/import-report";

export const OUTCOME_WORDS: Record<Outcome, string> = {
  create: "New",
  update: "Changes",
  unchanged: "Unchanged",
  problem: "Problem",
};

const number = new Intl.NumberFormat("en-GB");

/** "1 row", "497 rows". */
export const countOf = (count: number, one: string, more = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : more}`;

/** What happens to a row, in short parts. */
export function rowWords({ outcome, kind, changes, source, problems }: ReportRow): string[] {
  if (outcome === "problem") return problems.map(({ message }) => message);
  const said = changes.map(({ column, before, after }) => changeWords(COLUMN_TITLES[column], before, after));
  const move = source ? [sourceWords(source)] : [];
  return [...(outcome === "create" ? [`New ${kind}`] : []), ...said, ...move];
}

function changeWords(title: string, before: string | null, after: string | null): string {
  if (before === null) return `${title} ${after}`;
  return after === null ? `${title} ${before} is taken away` : `${title} ${before} → ${after}`;
}

const sourceWords = ({ vendor, id, from }: NonNullable<ReportRow["source"]>) =>
  from === null ? `${vendor} ${id} is assigned` : `${vendor} ${id} moves here from ${from}`;

/** "497 ready, 3 problems". */
export function summaryWords({ counts }: ImportReport): string {
  const ready = counts.create + counts.update;
  const parts = [
    `${number.format(ready)} ready`,
    ...(counts.unchanged > 0 ? [`${number.format(counts.unchanged)} unchanged`] : []),
    ...(counts.problem > 0 ? [countOf(counts.problem, "problem")] : []),
  ];
  return parts.join(", ");
}

/** What comes along with the rows: parents that have none of their own, sources that are assigned. */
export function besidesWords({ parents, assigned }: ImportReport): string | null {
  const kinds = Map.groupBy(parents, ({ kind }) => kind);
  const made = [...kinds].map(([kind, all]) => countOf(all.length, kind));
  const parts = [
    ...(made.length > 0 ? [`makes ${made.join(", ")} on the way`] : []),
    ...(assigned > 0 ? [`assigns ${countOf(assigned, "source")}`] : []),
  ];
  return parts.length > 0 ? `It also ${parts.join(" and ")}.` : null;
}

/** What was done. */
export function resultWords({ created, updated, assigned, left, unchanged }: ImportResult): string {
  const parts = [
    ...(created > 0 ? [`${countOf(created, "space")} made`] : []),
    ...(updated > 0 ? [`${countOf(updated, "space")} changed`] : []),
    ...(assigned > 0 ? [`${countOf(assigned, "source")} assigned`] : []),
    ...(unchanged > 0 ? [`${number.format(unchanged)} unchanged`] : []),
    ...(left > 0 ? [`${countOf(left, "row")} left out`] : []),
  ];
  return `${parts.join(", ")}.`;
}

/** What a configuration file holds: "1 site, 3 rooms, 2 plans". */
export function contentWords({
  kinds,
  plans,
  drawings,
  sources,
  types,
  thresholds,
  rules,
}: ConfigurationSummary): string {
  const counts: [number, string][] = [
    ...(Object.entries(kinds).map(([kind, count]) => [count, kind]) as [number, string][]),
    [types, "type"],
    [plans, "plan"],
    [drawings, "drawing"],
    [sources, "source"],
    [thresholds, "air limit"],
    [rules, "alert rule"],
  ];
  const parts = counts.filter(([count]) => count > 0).map(([count, word]) => countOf(count, word));
  return parts.length > 0 ? parts.join(", ") : "Nothing at all";
}
