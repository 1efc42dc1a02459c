import fc from "fast-check";
import { expect, test } from "vitest";
import { eachStep, packLine } from "./line-code";
import type { LineStep } from "./space-line";
import { pieceTotals, sessionsIn, stepsWithin, sumTotals, totalsWithin } from "./use-totals";

const people = (count: number) => 3 + count;
const line = (...steps: [at: number, code: number][]): LineStep[] => steps.map(([at, code]) => ({ at, code }));

test("sums, sessions and stays of a stretch; what is unknown counts as nothing", () => {
  const given = line([0, 0], [10, people(2)], [30, people(5)], [40, people(0)], [50, 0], [60, 2], [90, 1]);
  expect(pieceTotals(given, { from: 0, to: 100, goesOn: false })).toEqual({
    validMs: 80,
    usedMs: 60,
    countedMs: 40,
    usedCountedMs: 30,
    peopleMs: 2 * 20 + 5 * 10,
    minPeople: 0,
    maxPeople: 5,
    maxAt: 30,
    starts: 2,
    carried: false,
    headMs: 0,
    tailMs: 0,
    longestMs: 30,
    isWhole: false,
  });
});

test("a session over the edge of two stretches is one session, and as long as both parts", () => {
  const given = line([-1, 0], [50, 2], [150, 1]);
  const hours = [0, 100].map((from) => totalsWithin(given, [{ from: 0, to: 200 }], { from, to: from + 100 }));
  expect(hours.map(sessionsIn)).toEqual([1, 1]);
  expect(sessionsIn(sumTotals(hours))).toBe(1);
  expect(sumTotals(hours).longestMs).toBe(100);
});

test("a session over night is one for all hours and one for each of two working days", () => {
  const given = line([-1, 0], [50, 2], [500, 1]);
  const shifts = [
    { from: 0, to: 100 },
    { from: 200, to: 300 },
  ];
  expect(sessionsIn(totalsWithin(given, [{ from: 0, to: 300 }], { from: 0, to: 300 }))).toBe(1);
  const working = totalsWithin(given, shifts, { from: 0, to: 300 });
  expect([sessionsIn(working), working.longestMs, working.usedMs]).toEqual([2, 100, 150]);
});

const steps = fc
  .uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 30 })
  .chain((times) =>
    fc.tuple(
      ...times.toSorted((a, b) => a - b).map((at) => fc.integer({ min: 0, max: 6 }).map((code) => ({ at, code }))),
    ),
  )
  .map((all): LineStep[] => [{ at: -1, code: 0 }, ...all]);

test("totals of any stretches that follow one another add up to the totals of the whole", () => {
  const edges = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 12 });
  const scopes = fc.constantFrom(
    [{ from: -5, to: 2000 }],
    [
      { from: 100, to: 300 },
      { from: 310, to: 700 },
      { from: 800, to: 1200 },
    ],
  );
  fc.assert(
    fc.property(steps, edges, scopes, (given, cuts, scope) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), 1000];
      const parts = at.slice(1).map((to, i) => totalsWithin(given, scope, { from: at[i] as number, to }));
      expect(sumTotals(parts)).toEqual(totalsWithin(given, scope, { from: 0, to: 1000 }));
    }),
    { numRuns: 500 },
  );
});

test("a line comes back from its bytes", () => {
  fc.assert(
    fc.property(steps, (given) => {
      const cut = stepsWithin(given, { from: 200, to: 900 });
      const back: LineStep[] = [];
      eachStep(packLine(cut, 200), 200, (at, code) => back.push({ at, code }));
      expect([...(cut[0]?.code === 0 ? [{ at: 200, code: 0 }] : []), ...back]).toEqual(cut);
    }),
  );
});
