import { csvText } from "../csv-text";
import { datedAt } from "../dated";
import { coverageText, type FigureTile, figureCell, figureTiles, isThin } from "../figure-words";
import { heatmapCsv, spacesCsv } from "../history-csv";
import { intlLocale } from "../locale";
import { type RankedSpace, rankSpaces } from "../rank-spaces";
import type { Heatmap, HistoryFigures } from "../space-metrics";
import { type Text, text } from "../text";
import { weekdayName } from "../weekday-name";
import type { ReportPeriod } from "./schedule";

/** What a report tells of, as the services of the page of history answer it. */
export interface ReportFacts {
  readonly every: "week" | "month";
  readonly period: ReportPeriod;
  /** From the site down: one or two names. */
  readonly place: readonly string[];
  readonly kind: "room" | "zone" | "desk";
  /** Only those of this type, and with this tag. */
  readonly type: string | null;
  readonly tag: string | null;
  readonly figures: HistoryFigures;
  readonly before: HistoryFigures;
  /** Of the time used. */
  readonly heatmap: Heatmap;
}

/** A space or an hour in a list, with the part of its time that was seen. */
interface Line {
  readonly name: string;
  readonly value: string;
  readonly coverage: string;
}

/** What a report says, before it is put into a form. */
export interface ReportBody {
  readonly title: string;
  readonly about: string;
  /** Said first, where something is to be known before reading figures. */
  readonly notes: readonly string[];
  readonly tiles: readonly FigureTile[];
  readonly lists: readonly { readonly title: string; readonly lines: readonly Line[] }[];
  readonly attachments: readonly { readonly name: string; readonly csv: string }[];
}

const LISTED = 3;

/** The words of a report. What was not seen is said to be so; every figure carries its coverage. */
export function reportBody(facts: ReportFacts, t: Text): ReportBody {
  const { figures, before } = facts;
  const about = aboutWords(facts, t);
  const title = titleOf(facts, t);
  if (figures.spaces === 0) return { title, about, notes: [t("There is nothing here to be measured.")], ...NOTHING };
  if (figures.group.coverage === 0 && figures.pendingHours === 0)
    return {
      title,
      about,
      notes: [t("Nothing was seen in this time: there are no figures. It may have been used or not.")],
      ...NOTHING,
    };
  const rows = rankSpaces(figures.items, { sort: "timeUsedPercent", up: false, unsure: false });
  const ranked = rows.filter(({ isUnranked, space }) => !isUnranked && space.figures.timeUsedPercent?.value != null);
  const tiles = figureTiles(
    {
      figures: figures.group.figures,
      before: before.group.coverage > 0 ? before.group.figures : null,
      isGroup: true,
      timeZone: figures.timeZone,
    },
    t,
  );
  return {
    title,
    about,
    notes: notesOf(facts, rows, t),
    tiles,
    lists: [
      { title: t("Busiest hours"), lines: busiestHours(facts.heatmap, t) },
      { title: t("Used most"), lines: spaceLines(ranked.slice(0, LISTED), t) },
      { title: t("Used least"), lines: spaceLines(ranked.slice(LISTED).slice(-LISTED).reverse(), t) },
    ].filter(({ lines }) => lines.length > 0),
    attachments: attachmentsOf(facts, rows, t),
  };
}

const NOTHING = { tiles: [], lists: [], attachments: [] };

/** "9–15 Nov 2026", as the language puts it. */
export function periodWords({ from, to }: ReportPeriod, t: Text): string {
  const style = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  const words = new Intl.DateTimeFormat(intlLocale(t.locale), style).formatRange(Date.parse(from), Date.parse(to));
  return words.replace(/^(\d{1,2})\s–\s/u, "$1–");
}

/** "Riverside · week of 9–15 Nov 2026" */
function titleOf({ every, period, place }: ReportFacts, t: Text): string {
  const name = place.join(" / ");
  if (every === "week") return t("{place} · week of {days}", { place: name, days: periodWords(period, t) });
  return t("{place} · {month}", { place: name, month: datedAt(Date.parse(period.from), "UTC", "LLLL yyyy", t) });
}

const KINDS = { room: text("Rooms"), zone: text("Zones"), desk: text("Desks") };

function aboutWords({ kind, type, tag, figures }: ReportFacts, t: Text): string {
  const zone = figures.timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? figures.timeZone;
  const hours = figures.hours === "working" ? t("Working hours") : t("All hours");
  const what = [type ?? t(KINDS[kind]), tag].filter(Boolean).join(", ");
  return [what, hours, t("clock of {zone}", { zone }), t("compared with as many days before")].join(" · ");
}

function notesOf({ figures, before }: ReportFacts, rows: readonly RankedSpace[], t: Text): string[] {
  const unranked = rows.filter(({ isUnranked }) => isUnranked).length;
  return [
    figures.pendingHours > 0
      ? t(
          "{count, plural, one {# hour is} other {# hours are}} being worked out again. These figures may still change.",
          {
            count: figures.pendingHours,
          },
        )
      : "",
    isThin(figures.group.coverage) && figures.pendingHours === 0
      ? t("Only {coverage} of the time was seen: read the figures with care.", {
          coverage: coverageText(figures.group.coverage),
        })
      : "",
    before.group.coverage === 0 && before.pendingHours === 0
      ? t("Nothing was seen in the days before: there is nothing to compare with.")
      : "",
    unranked > 0
      ? t("{count, plural, one {# space is} other {# spaces are}} not ranked: seen for less than 80 % of the time.", {
          count: unranked,
        })
      : "",
  ].filter(Boolean);
}

function spaceLines(rows: readonly RankedSpace[], t: Text): Line[] {
  return rows.map(({ space }) => {
    const figure = space.figures.timeUsedPercent;
    return {
      name: space.floor ? `${space.name} · ${space.floor.name}` : space.name,
      value: figureCell("timeUsedPercent", figure, t),
      coverage: coverageText(figure?.coverage ?? 0),
    };
  });
}

function busiestHours({ cells }: Heatmap, t: Text): Line[] {
  const seen = cells.filter(({ value, coverage }) => value !== null && value > 0 && !isThin(coverage));
  seen.sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.weekday - b.weekday || a.hour - b.hour);
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  return seen.slice(0, LISTED).map(({ weekday, hour, value, coverage }) => ({
    name: `${weekdayName(weekday, t, "long")} ${clock(hour)}–${clock(hour + 1)}`,
    value: figureCell("timeUsedPercent", { value, coverage }, t),
    coverage: coverageText(coverage),
  }));
}

/** The files that the page of history saves, sign by sign. */
function attachmentsOf({ place, period, heatmap }: ReportFacts, rows: readonly RankedSpace[], t: Text) {
  const subject = place.join(" ");
  const name = fileName(t("History {subject} {from} to {to}", { subject, ...period }));
  const csv = (cells: string[][]) => `\ufeff${csvText(cells)}`;
  return [
    { name: `${name}.csv`, csv: csv(spacesCsv(rows, t)) },
    {
      name: `${name} ${fileName(t("hours of the week"))}.csv`,
      csv: csv(heatmapCsv(heatmap, (weekday) => weekdayName(weekday, t, "long"), t)),
    },
  ];
}

const fileName = (words: string) => words.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, " ").trim();
