import { describe, expect, it } from "vitest";
import { auditDifference, auditWords } from "./audit-words";

const entry = (action: string, name: string | null = null, more = {}) => ({
  action,
  object: { type: action.split(".")[0] ?? "", id: "7", name },
  before: null,
  after: null,
  ...more,
});

describe("auditWords", () => {
  it.each([
    ["space.update", "Fjord", "changed Fjord"],
    ["space.create", "Fjord", "added Fjord"],
    ["user.sign-in", "Ada", "signed in"],
    ["space-type.delete", null, "removed the space type 7"],
    ["vendor-secret.set", "Butlr", "set a secret of Butlr"],
    ["audit.export", null, "exported the audit log"],
    ["something-new.polish", "Vase", "something new: polish Vase"],
  ])("%s of %s", (action, name, words) => {
    expect(auditWords(entry(action, name), {})).toBe(words);
  });

  it.each([
    [null, "4", "put Sensor into Birch"],
    ["3", "4", "moved Sensor from Fjord to Birch"],
    ["3", null, "took Sensor out of Fjord"],
    ["9", "4", "moved Sensor from another place to Birch"],
  ])("a source that goes from %s to %s", (from, to, words) => {
    const moved = entry("source.assign", "Sensor", { before: { spaceId: from }, after: { spaceId: to } });
    expect(auditWords(moved, { 3: "Fjord", 4: "Birch" })).toBe(words);
  });
});

describe("auditDifference", () => {
  it("tells only what differs, with ids as names", () => {
    const before = { capacity: 8, name: "Fjord", parentId: "3", tags: ["a"] };
    const after = { capacity: 10, name: "Fjord", parentId: "4", tags: ["a", "b"], typeId: null };
    expect(auditDifference({ before, after }, { 3: "First", 4: "Second" })).toEqual([
      { label: "Capacity", before: "8", after: "10" },
      { label: "Place", before: "First", after: "Second" },
      { label: "Tags", before: "a", after: "a, b" },
    ]);
  });

  it("tells what there was, and what there is, when the other side is missing", () => {
    expect(auditDifference({ before: null, after: { disabled: true } }, {})).toEqual([
      { label: "Disabled", before: null, after: "yes" },
    ]);
    expect(auditDifference({ before: { name: "x" }, after: null }, {})).toEqual([
      { label: "Name", before: "x", after: null },
    ]);
    expect(auditDifference({ before: null, after: null }, {})).toEqual([]);
    expect(auditDifference({ before: "a", after: 3 }, {})).toEqual([{ label: "Value", before: "a", after: "3" }]);
  });

  it("tells moments to the minute", () => {
    const after = { expiresAt: "2026-11-28T18:44:27.594Z", secrets: [{ slot: "next", setBy: "Ada" }] };
    expect(auditDifference({ before: null, after }, {})).toEqual([
      { label: "Expires at", before: null, after: "2026-11-28 18:44 UTC" },
      { label: "Secrets", before: null, after: "slot next, set by Ada" },
    ]);
  });

  it("opens what is nested, one level, and keeps the rest as it is", () => {
    const after = { workingHours: { mon: [{ from: "08:00", to: "18:00" }] }, summary: ["Moved Birch", "Added Elm"] };
    expect(auditDifference({ before: null, after }, {})).toEqual([
      { label: "Working hours, mon", before: null, after: "from 08:00, to 18:00" },
      { label: "Summary", before: null, after: "Moved Birch, Added Elm" },
    ]);
  });
});
