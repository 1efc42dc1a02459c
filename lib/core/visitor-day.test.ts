import { expect, test } from "vitest";
import { type KeyedVisit, tellVisitorDay } from "./visitor-day";

const at = (time: string, day = "17") => Date.parse(`2026-11-${day}T${time}:00Z`);
const DAY = { date: "2026-11-17", timeZone: "UTC", from: at("00:00"), to: at("00:00", "18") };
const visit = (key: string, change: Partial<KeyedVisit>): KeyedVisit => ({
  ...{ key, invitationId: null, visitor: "person:v", hostId: "h", visitorName: null, hostName: null },
  ...{ startsAt: at("10:00"), endsAt: at("11:00"), status: "expected", saidAt: at("08:00", "10") },
  ...{ checkedInAt: null, checkedOutAt: null, cancelledAt: null },
  ...change,
});

const VISITS = [
  visit("late", {}),
  visit("here", { status: "in", startsAt: at("09:00"), endsAt: at("13:00"), checkedInAt: at("09:05") }),
  visit("overdue", { status: "in", startsAt: at("08:30"), endsAt: at("09:30"), checkedInAt: at("08:20") }),
  visit("gone", { status: "out", startsAt: at("08:00"), checkedInAt: at("08:10"), checkedOutAt: at("08:50") }),
  visit("cancelled", { status: "cancelled", cancelledAt: at("07:00") }),
  visit("walked in", { status: "in", startsAt: null, endsAt: null, checkedInAt: at("11:59") }),
  visit("tomorrow", { startsAt: at("10:00", "18") }),
  visit("yesterday, never out", { status: "in", startsAt: at("10:00", "16"), checkedInAt: at("10:00", "16") }),
];

test("who is expected, in, overdue and gone at noon", () => {
  const { counts, visits, total } = tellVisitorDay(VISITS, { ...DAY, now: at("12:00") });
  expect(counts).toEqual({ expected: 1, in: 3, out: 1, overdue: 1, missed: 0 });
  expect(visits.map(({ key, status, isOverdue }) => [key, status, isOverdue])).toEqual([
    ["gone", "out", false],
    ["overdue", "in", true],
    ["here", "in", false],
    ["late", "expected", false],
    ["walked in", "in", false],
  ]);
  expect(total).toBe(5);
});

test("on a day that is over, who did not come was missed", () => {
  const { counts, visits } = tellVisitorDay(VISITS, { ...DAY, now: at("12:00", "19") });
  expect(counts).toMatchObject({ expected: 0, missed: 1, in: 3, out: 1 });
  expect(visits.find(({ key }) => key === "late")?.status).toBe("missed");
});

test("half hours: who was to come and who came, whoever cancelled in neither", () => {
  const { halfHours } = tellVisitorDay(VISITS, { ...DAY, now: at("12:00") });
  expect(halfHours).toHaveLength(48);
  const told = halfHours.filter(({ expected, arrived }) => expected + arrived > 0);
  expect(told.map((half) => [half.at.slice(11, 16), half.expected, half.arrived])).toEqual([
    ["08:00", 1, 2],
    ["08:30", 1, 0],
    ["09:00", 1, 1],
    ["10:00", 1, 0],
    ["11:30", 0, 1],
  ]);
});
