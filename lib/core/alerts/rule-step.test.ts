import { describe, expect, it } from "vitest";
import {
  type Fired,
  foldRule,
  nextMoment,
  type RuleState,
  type Sample,
  startState,
  type WatchedRule,
} from "./rule-step";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const T = Date.UTC(2026, 9, 23, 10);
const OSLO = { hours: null, holidays: null, timeZone: "Europe/Oslo" };

const co2 = (change: Partial<WatchedRule> = {}): WatchedRule => ({
  comparison: "above",
  threshold: 1_200,
  clearThreshold: 1_000,
  forMs: 10 * MINUTE,
  clearMs: 5 * MINUTE,
  schedule: "always",
  calendar: OSLO,
  holdMs: 3 * HOUR,
  ...change,
});

const at = (minutes: number, value: number): Sample => ({ at: T + minutes * MINUTE, value });
const said = (fired: readonly Fired[]) => fired.map(({ kind, at }) => `${kind} ${(at - T) / MINUTE}`);
const run = (samples: Sample[], untilMinutes: number, rule = co2()) =>
  foldRule(rule, startState(T), samples, T + untilMinutes * MINUTE);

describe("a rule that watches a number", () => {
  const cases: [string, Sample[], string[]][] = [
    ["fires once after its time", [at(0, 1_300), at(5, 1_400), at(20, 1_500)], ["fired 10"]],
    ["does not fire when it was right in between", [at(0, 1_300), at(5, 1_100), at(6, 1_300)], ["fired 16"]],
    ["does not fire at the threshold itself", [at(0, 1_200)], []],
    ["is not over between the two thresholds", [at(0, 1_300), at(15, 1_195), at(40, 1_001)], ["fired 10"]],
    ["is over when it was right for long enough", [at(0, 1_300), at(15, 900)], ["fired 10", "over 20"]],
    ["goes on when it was right too short", [at(0, 1_300), at(15, 900), at(18, 1_100)], ["fired 10"]],
    ["fires again after it was over", [at(0, 1_300), at(15, 900), at(30, 1_250)], ["fired 10", "over 20", "fired 40"]],
    ["passes by what came late or twice", [at(0, 1_300), at(5, 1_300), at(3, 500), at(5, 500)], ["fired 10"]],
  ];
  it.each(cases)("%s", (_, samples, expected) => {
    expect(said(run(samples, 60).fired)).toEqual(expected);
  });

  it("forgets what it waited for when nothing more is heard", () => {
    const { state, fired } = run([at(0, 1_300)], 60, co2({ holdMs: 5 * MINUTE }));
    expect([state.phase, fired]).toEqual(["fine", []]);
  });

  it("does not end because nothing more is heard", () => {
    const { state, fired } = run(
      [0, 3, 6, 9].map((m) => at(m, 1_300)).concat(at(11, 900)),
      60,
      co2({ holdMs: 4 * MINUTE }),
    );
    expect([state.phase, said(fired)]).toEqual(["firing", ["fired 10"]]);
  });

  it("comes to the same in one go and look by look", () => {
    const samples = Array.from({ length: 400 }, (_, i) =>
      at(i * 3, 800 + 700 * Math.abs(Math.sin(i / 9)) + (i % 7) * 20),
    );
    const whole = run(samples, 1_300);
    let state: RuleState = startState(T);
    const fired: Fired[] = [];
    for (let minute = 0; minute <= 1_300; minute++) {
      const now = T + minute * MINUTE;
      const step = foldRule(
        co2(),
        state,
        samples.filter((sample) => sample.at <= now),
        now,
      );
      state = step.state;
      fired.push(...step.fired);
    }
    expect(fired).toEqual(whole.fired);
    expect(fired.length).toBeGreaterThan(10);
  });

  it("says when time alone will change something", () => {
    const { state } = run([at(0, 1_300)], 1);
    expect(nextMoment(co2(), state)).toBe(T + 10 * MINUTE);
    expect(nextMoment(co2(), startState(T))).toBeNull();
  });
});

describe("a rule for working hours, across a change of the clock", () => {
  const hours = { mon: [["08:00", "16:00"]], sun: [["00:00", "24:00"]] } as const;
  const calendar = {
    hours: { mon: [...hours.mon], sun: [...hours.sun] } as never,
    holidays: null,
    timeZone: "Europe/Oslo",
  };
  const rule = co2({ schedule: "working-hours", calendar, holdMs: 96 * HOUR, forMs: 10 * MINUTE });
  const iso = (fired: readonly Fired[]) => fired.map((one) => `${one.kind} ${new Date(one.at).toISOString()}`);

  it("lasts 25 hours on the Sunday in October", () => {
    const samples = [{ at: Date.UTC(2026, 9, 24, 12), value: 1_500 }];
    const { fired } = foldRule(rule, startState(samples[0]?.at ?? 0), samples, Date.UTC(2026, 9, 26, 18));
    expect(iso(fired)).toEqual([
      "fired 2026-10-24T22:10:00.000Z", // Sunday 00:00 in summer time
      "over 2026-10-25T23:00:00.000Z", // Monday 00:00 in winter time
      "fired 2026-10-26T07:10:00.000Z",
      "over 2026-10-26T15:00:00.000Z",
    ]);
  });

  it("begins at eight by the clock of the place after the Sunday in March", () => {
    const samples = [{ at: Date.UTC(2027, 2, 28, 12), value: 1_500 }];
    const monday = { ...rule, calendar: { ...calendar, hours: { mon: [...hours.mon] } as never } };
    const { fired } = foldRule(monday, startState(samples[0]?.at ?? 0), samples, Date.UTC(2027, 2, 29, 18));
    expect(iso(fired)).toEqual(["fired 2027-03-29T06:10:00.000Z", "over 2027-03-29T14:00:00.000Z"]);
  });
});
