import { describe, expect, test } from "vitest";
import type { Says } from "@/components/alerts/alert-words";
import type { MaintenanceWindow } from "@/lib/core/maintenance";
import { english } from "@/lib/core/text";
import type { Weekday } from "@/lib/core/working-hours";
import { daysWords, groupOfWindow, whenWords } from "./window-words";

const NOW = Date.parse("2026-11-17T10:42:00Z");
const says: Says = { t: english, now: NOW };
const aWindow = (change: Partial<MaintenanceWindow> = {}): MaintenanceWindow => ({
  id: "1",
  spaceId: "11",
  sourceId: null,
  about: "Level 1",
  timeZone: "UTC",
  name: "HVAC works",
  startsAt: "2026-11-17T08:00:00.000Z",
  endsAt: "2026-11-17T18:00:00.000Z",
  weekly: null,
  mutedKinds: null,
  createdBy: "Ann",
  createdAt: "2026-11-17T08:00:00.000Z",
  endedAt: null,
  isOn: true,
  changesAt: "2026-11-17T18:00:00.000Z",
  ...change,
});

test.each<[Weekday[], string]>([
  [["mon", "tue", "wed", "thu", "fri"], "Mon to Fri"],
  [["mon", "wed"], "Mon, Wed"],
  [["sat", "sun"], "Sat, Sun"],
  [["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "Every day"],
])("%j", (days, words) => {
  expect(daysWords(days, says)).toBe(words);
});

describe("when", () => {
  const weekly = { weekdays: ["sat", "sun"] as Weekday[], from: "22:00", until: "06:00" };
  test.each<[string, Partial<MaintenanceWindow>, string]>([
    ["it is on", {}, "until 18:00"],
    ["nobody said until when", { endsAt: null }, "until somebody ends it"],
    ["it is to come", { startsAt: "2026-11-18T08:00:00.000Z", endsAt: null }, "from Wed 18 Nov 08:00"],
    ["it comes every week", { weekly, endsAt: null }, "Sat, Sun, 22:00 to 06:00"],
    ["it was ended", { endedAt: "2026-11-17T09:30:00.000Z" }, "ended 09:30"],
  ])("%s", (_, change, words) => {
    expect(whenWords(aWindow(change), says)).toBe(words);
  });
});

test("on, to come, over", () => {
  expect(groupOfWindow(aWindow(), NOW)).toBe("on");
  expect(groupOfWindow(aWindow({ isOn: false, startsAt: "2026-11-17T12:00:00.000Z" }), NOW)).toBe("coming");
  expect(groupOfWindow(aWindow({ isOn: false, endedAt: "2026-11-17T10:00:00.000Z" }), NOW)).toBe("over");
});
