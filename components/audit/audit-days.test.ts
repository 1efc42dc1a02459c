import { expect, it } from "vitest";
import { english } from "@/lib/core/text";
import { auditDays, auditTime } from "./audit-days";

const at = (moment: string) => ({
  id: moment,
  at: moment,
  actor: { id: null, name: "Ada" },
  address: null,
  action: "space.update",
  object: { type: "space", id: "1", name: null },
  site: null,
  before: null,
  after: null,
});

it("sorts entries into the days of the reader's clock", () => {
  const items = [
    "2026-11-21T22:30:00Z",
    "2026-11-21T12:00:00Z",
    "2026-11-20T23:30:00Z",
    "2026-11-19T09:00:00Z",
    "2025-12-31T09:00:00Z",
  ];
  const days = auditDays(items.map(at), "Europe/Oslo", Date.parse("2026-11-21T23:30:00Z"), english);
  expect(days.map(({ label, items: of }) => `${label}: ${of.length}`)).toEqual([
    "Yesterday: 3",
    "Thursday 19 November: 1",
    "Wednesday 31 December 2025: 1",
  ]);
  expect(auditTime("2026-11-20T23:30:00Z", "Europe/Oslo")).toBe("00:30:00");
});
