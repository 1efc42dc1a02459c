import type { ConfigurationSummary } from "@/lib/core/configuration";
import { COLUMN_TITLES, type Column } from "@/lib/core/imports/import-columns";
import type { ImportReport, ImportResult, Outcome, ReportRow } from "@/lib/core/imports/import-report";
import type { SpaceKind } from "@/lib/core/space";
import type { Text } from "@/lib/core/text";

export function outcomeWord(outcome: Outcome, t: Text): string {
  const words = { create: t("New"), update: t("Changes"), unchanged: t("Unchanged"), problem: t("Problem") };
  return words[outcome];
}

/** What a column is called, as the template calls it where the reader reads English. */
export const columnWord = (column: Column, t: Text): string => t(COLUMN_TITLES[column]);

/** What is wrong with a cell, in one sentence. */
const problemWords = ({ words }: ReportRow["problems"][number], t: Text): string => t(words.text, words.values);

/** What happens to a row, in short parts. */
export function rowWords({ outcome, kind, changes, source, problems }: ReportRow, t: Text): string[] {
  if (outcome === "problem") return problems.map((problem) => problemWords(problem, t));
  const said = changes.map(({ column, before, after }) => changeWords(columnWord(column, t), before, after, t));
  const move = source ? [sourceWords(source, t)] : [];
  return [...(outcome === "create" && kind ? [newWords(kind, t)] : []), ...said, ...move];
}

const newWords = (kind: SpaceKind, t: Text) =>
  t(
    "{kind, select, site {New site} building {New building} floor {New floor} room {New room} zone {New zone} other {New desk}}",
    { kind },
  );

function changeWords(title: string, before: string | null, after: string | null, t: Text): string {
  if (before === null) return `${title} ${after}`;
  return after === null ? t("{title} {before} is taken away", { title, before }) : `${title} ${before} → ${after}`;
}

const sourceWords = ({ vendor, id, from }: NonNullable<ReportRow["source"]>, t: Text) =>
  from === null
    ? t("{source} is assigned", { source: `${vendor} ${id}` })
    : t("{source} moves here from {from}", { source: `${vendor} ${id}`, from });

/** "497 ready, 3 problems". */
export function summaryWords({ counts }: ImportReport, t: Text): string {
  const { unchanged, problem } = counts;
  const parts = [
    t("{count, number} ready", { count: counts.create + counts.update }),
    ...(unchanged > 0 ? [t("{count, number} unchanged", { count: unchanged })] : []),
    ...(problem > 0 ? [t("{count, plural, one {# problem} other {# problems}}", { count: problem })] : []),
  ];
  return parts.join(t(", "));
}

/** What comes along with the rows: parents that have none of their own, sources that are assigned. */
export function besidesWords({ parents, assigned }: ImportReport, t: Text): string | null {
  const kinds = Map.groupBy(parents, ({ kind }) => kind);
  const made = [...kinds].map(([kind, all]) => kindCount(kind, all.length, t)).join(t(", "));
  if (made === "" && assigned === 0) return null;
  if (assigned === 0) return t("It also makes {made} on the way.", { made });
  if (made === "") return t("It also assigns {assigned, plural, one {# source} other {# sources}}.", { assigned });
  return t("It also makes {made} on the way and assigns {assigned, plural, one {# source} other {# sources}}.", {
    made,
    assigned,
  });
}

/** "2 floors". */
function kindCount(kind: SpaceKind, count: number, t: Text): string {
  switch (kind) {
    case "site":
      return t("{count, plural, one {# site} other {# sites}}", { count });
    case "building":
      return t("{count, plural, one {# building} other {# buildings}}", { count });
    case "floor":
      return t("{count, plural, one {# floor} other {# floors}}", { count });
    case "room":
      return t("{count, plural, one {# room} other {# rooms}}", { count });
    case "zone":
      return t("{count, plural, one {# zone} other {# zones}}", { count });
    case "desk":
      return t("{count, plural, one {# desk} other {# desks}}", { count });
  }
}

/** What was done. */
export function resultWords({ created, updated, assigned, left, unchanged }: ImportResult, t: Text): string {
  const parts = [
    ...(created > 0 ? [t("{count, plural, one {# space} other {# spaces}} made", { count: created })] : []),
    ...(updated > 0 ? [t("{count, plural, one {# space} other {# spaces}} changed", { count: updated })] : []),
    ...(assigned > 0 ? [t("{count, plural, one {# source} other {# sources}} assigned", { count: assigned })] : []),
    ...(unchanged > 0 ? [t("{count, number} unchanged", { count: unchanged })] : []),
    ...(left > 0 ? [t("{count, plural, one {# row} other {# rows}} left out", { count: left })] : []),
  ];
  return t("{parts}.", { parts: parts.join(t(", ")) });
}

/** What a configuration file holds: "1 site, 3 rooms, 2 plans". */
export function contentWords(summary: ConfigurationSummary, t: Text): string {
  const { types, plans, drawings, sources, thresholds, rules } = summary;
  const kinds = Object.entries(summary.kinds) as [SpaceKind, number][]; // its keys are the kinds
  const parts: [number, string][] = [
    ...kinds.map(([kind, count]): [number, string] => [count, kindCount(kind, count, t)]),
    [types, t("{count, plural, one {# type} other {# types}}", { count: types })],
    [plans, t("{count, plural, one {# plan} other {# plans}}", { count: plans })],
    [drawings, t("{count, plural, one {# drawing} other {# drawings}}", { count: drawings })],
    [sources, t("{count, plural, one {# source} other {# sources}}", { count: sources })],
    [thresholds, t("{count, plural, one {# air limit} other {# air limits}}", { count: thresholds })],
    [rules, t("{count, plural, one {# alert rule} other {# alert rules}}", { count: rules })],
  ];
  const said = parts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  return said.length > 0 ? said.join(t(", ")) : t("Nothing at all");
}
