import { expect, test } from "vitest";
import type { Figure, HistoryFigures, SpaceFigures } from "../space-metrics";
import { english } from "../text";
import { type ReportFacts, reportBody } from "./report-body";
import { reportMail } from "./report-forms";

const figure = (value: number | null, coverage = 1): Figure => ({ value, coverage });
const space = (name: string, used: number | null, coverage: number): SpaceFigures => ({
  ...{
    id: name,
    name,
    kind: "room",
    type: null,
    floor: { id: "1", name: "2nd floor" },
    capacity: 4,
    coverage,
    minutes: 600,
  },
  figures: { timeUsedPercent: figure(used, coverage) },
});
const answer = (items: SpaceFigures[], used: number | null, coverage: number): HistoryFigures => ({
  ...{ timeZone: "Europe/Copenhagen", from: "2026-11-01T00:00:00+01:00", to: "2026-12-01T00:00:00+01:00" },
  ...{ hours: "working", spaces: items.length, pendingHours: 0, items },
  group: {
    capacity: 4,
    coverage,
    minutes: 600,
    figures: { peak: figure(null, 0), timeUsedPercent: figure(used, coverage) },
  },
});
const rooms = [
  space("Oak", 71, 0.97),
  space("Elm", 50, 1),
  space("Ash", 40, 1),
  space("Fir", 12, 0.9),
  space("Yew", 90, 0.4),
  space("<b>Bay</b>", 0, 0.85),
];
const facts = (change: Partial<ReportFacts> = {}): ReportFacts => ({
  every: "month",
  period: { from: "2026-11-01", to: "2026-11-30" },
  place: ["Riverside", "2nd floor"],
  ...{ kind: "room", type: null, tag: null },
  figures: answer(rooms, 42, 0.9),
  before: answer(rooms, 30, 0.9),
  heatmap: {
    ...{ timeZone: "Europe/Copenhagen", from: "2026-11-01T00:00:00+01:00", to: "2026-12-01T00:00:00+01:00" },
    ...{ hours: "working", spaces: 6, pendingHours: 0, metric: "timeUsedPercent", unit: "percent" },
    cells: [
      { weekday: 2, hour: 11, ...figure(80, 0.95), days: 4 },
      { weekday: 3, hour: 9, ...figure(99, 0.3), days: 1 },
      { weekday: 4, hour: 9, ...figure(null, 0), days: 0 },
    ],
  },
  ...change,
});
const frame = { id: "1", link: "https://occ.example/history?a=1&b=2", footer: "Bye.", t: english };

test("a month is told with the change on the days before, the ends of the ranking, and no figure without coverage", () => {
  const { text, subject } = reportMail(reportBody(facts(), english), frame);
  expect(subject).toBe("Riverside / 2nd floor · November 2026");
  expect(text.replaceAll("\u2009", " ").split("\n")).toEqual([
    "Riverside / 2nd floor · November 2026",
    "Rooms · Working hours · clock of Copenhagen · compared with as many days before",
    "",
    "1 space is not ranked: seen for less than 80 % of the time.",
    "",
    "Peak: no data · coverage 0 %",
    "Time used: 42 % · + 12 points on before · coverage 90 %",
    "",
    "Busiest hours",
    "  Tuesday 11:00–12:00: 80 % · coverage 95 %",
    "",
    "Used most",
    "  Oak · 2nd floor: 71 % · coverage 97 %",
    "  Elm · 2nd floor: 50 % · coverage 100 %",
    "  Ash · 2nd floor: 40 % · coverage 100 %",
    "",
    "Used least",
    "  <b>Bay</b> · 2nd floor: 0 % · coverage 85 %",
    "  Fir · 2nd floor: 12 % · coverage 90 %",
    "",
    "https://occ.example/history?a=1&b=2",
    "",
    "Bye.",
    "",
  ]);
});

test("what vendors and people wrote is text in HTML, too", () => {
  const { html } = reportMail(reportBody(facts(), english), frame);
  expect(html).toContain("&lt;b&gt;Bay&lt;/b&gt;");
  expect(html).not.toContain("<b>Bay");
  expect(html).toContain("history?a=1&amp;b=2");
});

test("where nothing was seen there is no figure, no ranking and no file", () => {
  const body = reportBody(facts({ figures: answer(rooms, null, 0) }), english);
  expect(body).toMatchObject({ tiles: [], lists: [], attachments: [] });
  expect(body.notes).toEqual([expect.stringContaining("Nothing was seen")]);
});

test("hours that are still being worked out are not called unseen", () => {
  const figures = { ...answer(rooms, null, 0), pendingHours: 7 };
  const { notes } = reportBody(facts({ figures }), english);
  expect(notes[0]).toBe("7 hours are being worked out again. These figures may still change.");
  expect(notes.join(" ")).not.toMatch(/Nothing was seen|was seen:/);
});

test("weeks that reach over months and years say so", () => {
  const title = (from: string, to: string) => reportBody(facts({ every: "week", period: { from, to } }), english).title;
  const plain = (text: string) => text.replace(/\s/g, " ");
  expect(title("2026-11-09", "2026-11-15")).toBe("Riverside / 2nd floor · week of 9–15 Nov 2026");
  expect(plain(title("2026-11-30", "2026-12-06"))).toBe("Riverside / 2nd floor · week of 30 Nov – 6 Dec 2026");
  expect(plain(title("2026-12-28", "2027-01-03"))).toBe("Riverside / 2nd floor · week of 28 Dec 2026 – 3 Jan 2027");
});
