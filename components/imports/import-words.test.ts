import { expect, test } from "vitest";
import type { ImportReport, ReportRow } from "@/lib/core/imports/import-report";
import { english as t } from "@/lib/core/text";
import { besidesWords, contentWords, resultWords, rowWords, summaryWords } from "./import-words";

const row = (change: Partial<ReportRow>): ReportRow => ({
  ...{ row: 2, outcome: "update", kind: "room", way: ["Oslo", "Fjord"], spaceId: "4", changes: [] },
  ...{ source: null, problems: [] },
  ...change,
});
const report = (change: Partial<ImportReport>): ImportReport => ({
  ...{ fingerprint: "", columns: [], ignored: [], assigned: 0, parents: [], rows: [] },
  counts: { create: 490, update: 7, unchanged: 0, problem: 3 },
  ...change,
});

test("a row in short parts", () => {
  const changes = [
    { column: "capacity", before: "8", after: "9" },
    { column: "type", before: null, after: "Focus" },
    { column: "tags", before: "a", after: null },
  ] as const;
  expect(rowWords(row({ changes: [...changes] }), t)).toEqual(["Capacity 8 → 9", "Type Focus", "Tags a is taken away"]);
  const source = { vendor: "zoom", id: "r1", from: "Vik" };
  expect(rowWords(row({ outcome: "create", source }), t)).toEqual(["New room", "zoom r1 moves here from Vik"]);
  expect(
    rowWords(
      row({ outcome: "problem", problems: [{ column: null, words: { text: "No.", values: {} }, message: "No." }] }),
      t,
    ),
  ).toEqual(["No."]);
});

test("the whole file", () => {
  expect(summaryWords(report({}), t)).toBe("497 ready, 3 problems");
  expect(besidesWords(report({}), t)).toBeNull();
  const parents = [
    { kind: "site", way: ["A"] },
    { kind: "floor", way: ["A", "B", "1"] },
    { kind: "floor", way: ["A", "B", "2"] },
  ] as const;
  expect(besidesWords(report({ parents: parents.map((one) => ({ ...one, way: [...one.way] })), assigned: 1 }), t)).toBe(
    "It also makes 1 site, 2 floors on the way and assigns 1 source.",
  );
});

test("what was done", () => {
  const none = { created: 0, updated: 0, unchanged: 0, assigned: 0, left: 0, roots: [] };
  expect(resultWords({ ...none, created: 497, left: 3 }, t)).toBe("497 spaces made, 3 rows left out.");
  expect(resultWords({ ...none, updated: 1, assigned: 2 }, t)).toBe("1 space changed, 2 sources assigned.");
});

test("what a configuration holds", () => {
  const kinds = { site: 1, building: 1, floor: 2, room: 0, zone: 0, desk: 40 };
  const rest = { types: 0, plans: 2, drawings: 1, sources: 3, assigned: 3, thresholds: 0, rules: 9, settings: 0 };
  const summary = { exportedAt: "", isApplied: false, obstacle: null, kinds, ...rest };
  expect(contentWords(summary, t)).toBe(
    "1 site, 1 building, 2 floors, 40 desks, 2 plans, 1 drawing, 3 sources, 9 alert rules",
  );
});
