import { describe, expect, test } from "vitest";
import type { Calendar } from "../alerts/scope";
import { type AlertFacts, type Escalation, escalate, SETTLE_MS } from "./escalate";
import type { EscalationStep } from "./escalation";

const MINUTE = 60_000;
const T = Date.UTC(2026, 10, 18, 10); // a Wednesday
const OFFICE: Calendar = {
  hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["08:00", "18:00"]]])),
  holidays: null,
  timeZone: "UTC",
};
const step = (change: Partial<EscalationStep> = {}): EscalationStep => ({
  afterMinutes: 0,
  when: "always",
  minSeverity: "notice",
  to: [{ to: "followers" }],
  ...change,
});
const STEPS = [step(), step({ afterMinutes: 15 }), step({ afterMinutes: 60, minSeverity: "critical" })];
const alert = (change: Partial<AlertFacts> = {}): AlertFacts => ({
  kind: "water",
  severity: "warning",
  status: "open",
  isSuppressed: false,
  hasParent: false,
  openedAt: T,
  snoozedUntil: null,
  resolvedReason: null,
  ...change,
});

/** Looks at these moments (minutes after T) at what is so then; answers what was taken, by minute and round. */
function play(
  looks: readonly (readonly [minute: number, alert: Partial<AlertFacts>])[],
  steps = STEPS,
  calendar = OFFICE,
) {
  let last: Escalation | null = null;
  const told: string[] = [];
  for (const [minute, change] of looks) {
    const now = T + minute * MINUTE;
    const { next, take, isOver }: ReturnType<typeof escalate> = escalate(last, alert(change), steps, calendar, now);
    for (const i of take) told.push(`${minute}: round ${next.round} step ${i + 1}`);
    if (isOver) told.push(`${minute}: over`);
    expect(escalate(next, alert(change), steps, calendar, now)).toEqual({ next, take: [], isOver: false });
    last = next;
  }
  return { told, last };
}

const ACKED = { status: "acknowledged" } as const;
const OVER = { status: "resolved", resolvedReason: "cleared" } as const;

describe("steps", () => {
  test.each<[string, Parameters<typeof play>[0], string[]]>([
    [
      "at once, and the next when nobody acknowledges",
      [
        [0, {}],
        [14, {}],
        [15, {}],
      ],
      ["0: round 1 step 1", "15: round 1 step 2"],
    ],
    [
      "none after an acknowledgement",
      [
        [0, {}],
        [10, ACKED],
        [15, ACKED],
        [90, ACKED],
      ],
      ["0: round 1 step 1"],
    ],
    [
      "go on where they were when it is taken back",
      [
        [0, {}],
        [10, ACKED],
        [20, {}],
      ],
      ["0: round 1 step 1", "20: round 1 step 2"],
    ],
    [
      "none after it is over, and everybody told is told so once",
      [
        [0, {}],
        [5, OVER],
        [15, OVER],
      ],
      ["0: round 1 step 1", "5: over"],
    ],
    [
      "pass by what is not grave enough",
      [
        [0, {}],
        [61, {}],
      ],
      ["0: round 1 step 1", "61: round 1 step 2"],
    ],
    [
      "reach what is",
      [
        [0, { severity: "critical" }],
        [61, { severity: "critical" }],
      ],
      ["0: round 1 step 1", "61: round 1 step 2", "61: round 1 step 3"],
    ],
    [
      "begin anew when it gets worse",
      [
        [0, { severity: "notice" }],
        [5, { severity: "critical" }],
      ],
      ["0: round 1 step 1", "5: round 2 step 1"],
    ],
    [
      "do not when it gets better",
      [
        [0, { severity: "critical" }],
        [5, { severity: "notice" }],
      ],
      ["0: round 1 step 1"],
    ],
    [
      "begin anew when it was over and is reopened",
      [
        [0, {}],
        [5, OVER],
        [6, {}],
      ],
      ["0: round 1 step 1", "5: over", "6: round 2 step 1"],
    ],
    [
      "what was missed for a while is caught up with, once",
      [
        [0, {}],
        [500, {}],
      ],
      ["0: round 1 step 1", "500: round 1 step 2"],
    ],
    [
      "what was open for long when it is first seen starts then",
      [
        [300, {}],
        [314, {}],
        [315, {}],
      ],
      ["300: round 1 step 1", "315: round 1 step 2"],
    ],
  ])("%s", (_, looks, told) => {
    expect(play(looks).told).toEqual(told);
  });

  test("the next look is when the next step is due, and never after the last", () => {
    expect(play([[0, {}]]).last?.dueAt).toBe(T + 15 * MINUTE);
    expect(
      play([
        [0, {}],
        [15, {}],
      ]).last?.dueAt,
    ).toBeNull();
    expect(
      play([
        [0, {}],
        [1, ACKED],
      ]).last?.dueAt,
    ).toBeNull();
  });
});

describe("quiet ones", () => {
  const SNOOZED = { status: "snoozed", snoozedUntil: T + 20 * MINUTE } as const;
  test.each<[string, Parameters<typeof play>[0], string[]]>([
    [
      "part of an incident: nobody is told, not even that it is over",
      [
        [0, { hasParent: true }],
        [20, { hasParent: true }],
        [30, { ...OVER, hasParent: true }],
      ],
      [],
    ],
    [
      "left behind by its incident: told then",
      [
        [0, { hasParent: true }],
        [20, {}],
      ],
      ["20: round 2 step 1"],
    ],
    [
      "joined an incident after it was told: its end is the incident's",
      [
        [0, {}],
        [5, { hasParent: true }],
        [9, { ...OVER, hasParent: true }],
      ],
      ["0: round 1 step 1"],
    ],
    [
      "in a maintenance window: told after it, if still so",
      [
        [0, { isSuppressed: true }],
        [30, { isSuppressed: true }],
        [60, {}],
      ],
      ["60: round 2 step 1"],
    ],
    [
      "over within the window: nobody is told",
      [
        [0, { isSuppressed: true }],
        [30, { ...OVER, isSuppressed: true }],
      ],
      [],
    ],
    [
      "snoozed: no further step",
      [
        [0, {}],
        [5, SNOOZED],
        [15, SNOOZED],
      ],
      ["0: round 1 step 1"],
    ],
    [
      "back from snooze: everybody anew",
      [
        [0, {}],
        [5, SNOOZED],
        [20, {}],
        [35, {}],
      ],
      ["0: round 1 step 1", "20: round 2 step 1", "35: round 2 step 2"],
    ],
    [
      "snooze taken back: goes on",
      [
        [0, {}],
        [5, SNOOZED],
        [16, {}],
      ],
      ["0: round 1 step 1", "16: round 1 step 2"],
    ],
    [
      "over because it became part of another: no news",
      [
        [0, {}],
        [5, { status: "resolved", resolvedReason: "merged" }],
      ],
      ["0: round 1 step 1"],
    ],
  ])("%s", (_, looks, told) => {
    expect(play(looks).told).toEqual(told);
  });

  test("a silent device waits for its neighbours: alone it is told after a minute, in an incident never", () => {
    const silent = { kind: "device-offline" } as const;
    expect(
      play([
        [0, silent],
        [0.5, silent],
        [1, silent],
      ]).told,
    ).toEqual(["1: round 1 step 1"]);
    expect(play([[0, silent]]).last?.dueAt).toBe(T + SETTLE_MS);
    expect(
      play([
        [0, silent],
        [0.5, { ...silent, hasParent: true }],
        [9, { ...silent, hasParent: true }],
      ]).told,
    ).toEqual([]);
    expect(
      play([
        [0, silent],
        [0.5, { ...silent, ...OVER }],
      ]).told,
    ).toEqual(["0.5: over"]);
  });
});

describe("working hours", () => {
  const inHours = [step({ when: "working-hours" }), step({ afterMinutes: 15 })];
  const at = (iso: string) => (Date.parse(iso) - T) / MINUTE;
  const looks = (zone: string, ...times: string[]) =>
    play(
      times.map((time) => [at(time), { openedAt: Date.parse(times[0] ?? "") }]),
      inHours,
      { ...OFFICE, timeZone: zone },
    );

  test("a step waits for them, the others do not wait for it", () => {
    const { told, last } = looks("UTC", "2026-11-18T20:00Z", "2026-11-18T20:15Z", "2026-11-19T07:59Z");
    expect(told).toEqual(["615: round 1 step 2"]);
    expect(last?.dueAt).toBe(Date.parse("2026-11-19T08:00Z"));
    expect(looks("UTC", "2026-11-18T20:00Z", "2026-11-19T08:00Z").told).toEqual([
      "1320: round 1 step 1",
      "1320: round 1 step 2",
    ]);
  });

  test("over a weekend in which clocks change, they begin by the site's clock", () => {
    const { last } = looks("Europe/Berlin", "2026-10-24T12:00Z", "2026-10-24T12:15Z");
    expect(last?.dueAt).toBe(Date.parse("2026-10-26T08:00+01:00"));
    const spring = looks("Europe/Berlin", "2026-03-27T20:00Z", "2026-03-27T20:15Z");
    expect(spring.last?.dueAt).toBe(Date.parse("2026-03-30T08:00+02:00"));
  });
});
