import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IncidentSignal, incidentsOf, NOTED_FOR_MS } from "./incident";

const MINUTE = 60_000;
const signal = (
  minute: number,
  phase: IncidentSignal["phase"],
  change: Partial<IncidentSignal> = {},
): IncidentSignal => ({
  code: "offline",
  phase,
  severity: "major",
  text: `${phase} at ${minute}`,
  observedAt: minute * MINUTE,
  ...change,
});
const raised = (minute: number, change = {}) => signal(minute, "raised", change);
const cleared = (minute: number, change = {}) => signal(minute, "cleared", change);
const noted = (minute: number, change = {}) => signal(minute, "noted", change);

const at = (minute: number, ...signals: IncidentSignal[]) =>
  incidentsOf(signals, minute * MINUTE).map(({ since, lastAt, count, endedAt, ended, phase }) => ({
    phase,
    since: since / MINUTE,
    lastAt: lastAt / MINUTE,
    count,
    ...(endedAt !== null && { endedAt: endedAt / MINUTE, ended }),
  }));

describe("what is raised", () => {
  test("is open until it is cleared", () => {
    expect(at(9_999, raised(1))).toEqual([{ phase: "raised", since: 1, lastAt: 1, count: 1 }]);
    expect(at(9, raised(1), cleared(5))).toEqual([
      { phase: "raised", since: 1, lastAt: 1, count: 1, endedAt: 5, ended: "cleared" },
    ]);
  });

  test("again is the same trouble, once for each moment", () => {
    expect(at(9, raised(1), raised(3), raised(3), raised(2))).toEqual([
      { phase: "raised", since: 1, lastAt: 3, count: 3 },
    ]);
  });

  test("after its clear is new trouble", () => {
    expect(at(9, raised(1), cleared(3), raised(5), raised(6))).toEqual([
      { phase: "raised", since: 5, lastAt: 6, count: 2 },
    ]);
  });

  test("late, before a clear that came first, is not open", () => {
    expect(at(9, cleared(5), raised(4))).toMatchObject([{ endedAt: 5 }]);
  });

  test("in the same moment as its clear is cleared", () => {
    expect(at(9, cleared(4), raised(4))).toMatchObject([{ endedAt: 4 }]);
    expect(at(9, raised(1), raised(4), cleared(4))).toMatchObject([{ since: 1, endedAt: 4 }]);
  });

  test("was cleared when it was first cleared", () => {
    expect(at(9, raised(1), cleared(3), cleared(5))).toMatchObject([{ endedAt: 3 }]);
  });

  test("says its last words", () => {
    const incident = incidentsOf([raised(2, { severity: "critical" }), raised(1)], 9)[0];
    expect(incident).toMatchObject({ text: "raised at 2", severity: "critical" });
  });

  test("stays raised when something is noted on top of it", () => {
    expect(at(9_999, raised(1), noted(3, { severity: "info" }))).toEqual([
      { phase: "raised", since: 1, lastAt: 3, count: 1 },
    ]);
    expect(incidentsOf([raised(1), noted(3, { severity: "info" })], 9)[0]).toMatchObject({ severity: "major" });
  });
});

test("a clear alone is nothing", () => {
  expect(at(9, cleared(5))).toEqual([]);
});

describe("what is noted", () => {
  const hour = NOTED_FOR_MS / MINUTE;

  test("is over after an hour of silence", () => {
    expect(at(1 + hour - 0.001, noted(1))).toEqual([{ phase: "noted", since: 1, lastAt: 1, count: 1 }]);
    expect(at(1 + hour, noted(1))).toMatchObject([{ endedAt: 1 + hour, ended: "silent" }]);
  });

  test("again within the hour goes on, later is new", () => {
    expect(at(62, noted(1), noted(60))).toEqual([{ phase: "noted", since: 1, lastAt: 60, count: 2 }]);
    expect(at(62, noted(1), noted(61))).toEqual([{ phase: "noted", since: 61, lastAt: 61, count: 1 }]);
  });

  test("can be cleared, unless it is over already", () => {
    expect(at(9, noted(1), cleared(3))).toMatchObject([{ endedAt: 3, ended: "cleared" }]);
    expect(at(99, noted(1), cleared(70))).toMatchObject([{ endedAt: 61, ended: "silent" }]);
  });

  test("and then raised lasts, since it was raised", () => {
    expect(at(9_999, noted(1), raised(2))).toEqual([{ phase: "raised", since: 2, lastAt: 2, count: 1 }]);
    expect(at(9_999, noted(2), raised(2))).toEqual([{ phase: "raised", since: 2, lastAt: 2, count: 1 }]);
  });
});

test("each code has its own", () => {
  const signals = [
    raised(1, { code: "camera" }),
    raised(2, { code: "microphone" }),
    cleared(3, { code: "microphone" }),
  ];
  expect(incidentsOf(signals, 9 * MINUTE).map(({ code, endedAt }) => [code, endedAt])).toEqual([
    ["camera", null],
    ["microphone", 3 * MINUTE],
  ]);
});

test("any order and any repetition ends in the same incidents", () => {
  const anySignal: fc.Arbitrary<IncidentSignal> = fc.record({
    code: fc.constantFrom("camera", "offline"),
    phase: fc.constantFrom("raised", "cleared", "noted"),
    severity: fc.constantFrom("critical", "major", "minor", "info"),
    text: fc.constantFrom("", "gone", "back"),
    observedAt: fc.integer({ min: 0, max: 12 }).map((n) => n * 20 * MINUTE),
  });
  const shuffled = fc.array(anySignal, { maxLength: 12 }).chain((signals) =>
    fc.record({
      signals: fc.constant(signals),
      again: fc
        .tuple(fc.shuffledSubarray(signals, { minLength: signals.length }), fc.shuffledSubarray(signals))
        .map((parts) => parts.flat()),
      now: fc.integer({ min: 0, max: 16 }).map((n) => n * 20 * MINUTE),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ signals, again, now }) => {
      expect(incidentsOf(again, now)).toEqual(incidentsOf(signals, now));
    }),
  );
});
