import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Metric } from "./metric";
import { isUsed, type LineInput, type LineReading, type LineStay, peopleOf, spaceLine } from "./space-line";
import { bandOf, type SpaceFacts, spaceState } from "./space-state";

const MINUTE = 60_000;
const FOREVER = Number.POSITIVE_INFINITY;
const stay = (source: number, change: Partial<LineStay> = {}): LineStay => ({
  source,
  from: 0,
  to: FOREVER,
  expectedIntervalMs: MINUTE,
  ...change,
});
const input = (change: Partial<LineInput>): LineInput => ({
  holdMs: null,
  stays: [stay(1)],
  readings: [],
  speakers: null,
  closings: [],
  breaks: [],
  ...change,
});
const said = (minute: number, value: number, metric: Metric = "occupancy", source = 1): LineReading => ({
  at: minute * MINUTE,
  source,
  metric,
  value,
});
const span = { from: 0, to: 120 * MINUTE };
const shown = (given: Partial<LineInput>, over = span) =>
  spaceLine(input(given), over).map(({ at, code }) => [
    at / MINUTE,
    code === 0 ? null : (peopleOf(code) ?? (isUsed(code) ? "used" : "empty")),
  ]);

describe("the line of a space", () => {
  test("says nothing before the first word, and nothing again when the count is too old", () => {
    expect(shown({ readings: [said(10, 3), said(11, 3), said(12, 0)] })).toEqual([
      [0, null],
      [10, 3],
      [12, 0],
      [22, null],
    ]);
  });

  test("begins with what was said before it and still holds", () => {
    const readings = [said(-5, 2)];
    expect(shown({ stays: [stay(1, { from: -FOREVER })], readings })).toEqual([
      [0, 2],
      [5, null],
    ]);
  });

  test("a count outranks motion until it is stale; motion speaks after it", () => {
    const readings = [said(0, 1, "motion", 2), said(5, 4)];
    const stays = [stay(1), stay(2, { expectedIntervalMs: null })];
    expect(shown({ stays, readings })).toEqual([
      [0, "used"],
      [5, 4],
      [15, "used"],
    ]);
  });

  test("after its motion a space is held as used, then empty", () => {
    const readings = [said(0, 1, "motion"), said(30, 0, "motion"), said(35, 0, "motion")];
    expect(shown({ holdMs: 10 * MINUTE, readings })).toEqual([
      [0, "used"],
      [40, "empty"],
    ]);
  });

  test("offline and closed are not known, and not empty", () => {
    const readings = [said(0, 1, "deskOccupied"), said(20, 0, "online"), said(30, 0, "deskOccupied")];
    expect(shown({ readings, closings: [{ from: 60 * MINUTE, until: 70 * MINUTE }] })).toEqual([
      [0, "used"],
      [20, null],
      [30, "empty"],
      [60, null],
      [70, "empty"],
    ]);
  });

  test("a source speaks only while it stands here", () => {
    const stays = [stay(1, { to: 30 * MINUTE }), stay(2, { from: 30 * MINUTE })];
    const readings = [said(25, 3), said(29, 9, "occupancy", 2), said(31, 5, "occupancy", 2), said(32, 7)];
    expect(shown({ stays, readings })).toEqual([
      [0, null],
      [25, 3],
      [30, null],
      [31, 5],
      [41, null],
    ]);
  });
});

// What the live floor would say at a moment, made from the readings without the fold.
function factsAt({ holdMs, stays, readings, speakers, closings, breaks }: LineInput, now: number): SpaceFacts {
  const here = stays.filter(({ from, to }) => from <= now && now < to);
  const told = (source: number) =>
    readings.filter(
      (r) => r.source === source && r.at <= now && here.some((s) => s.source === source && s.from <= r.at),
    );
  const metricsOf = (source: number) => [...new Set(told(source).map(({ metric }) => metric))];
  const newest = (source: number, metric: Metric) => told(source).findLast((r) => r.metric === metric);
  return {
    capacity: null,
    holdMs,
    sources: here.map(({ source, expectedIntervalMs, from }) => {
      const online = newest(source, "online");
      return {
        id: String(source),
        assignedAt: from,
        expectedIntervalMs,
        senses: true,
        offlineAt: online && online.value === 0 ? online.at : null,
        heardAt: newest(source, "signal") ? (told(source).findLast((r) => r.metric !== "online")?.at ?? null) : null,
      };
    }),
    readings: here.flatMap(({ source }) =>
      metricsOf(source)
        .filter((metric) => metric !== "online" && metric !== "signal")
        .flatMap((metric) => {
          const last = newest(source, metric);
          if (!last) return [];
          const all = told(source).filter((r) => r.metric === metric);
          const changed = all.findLastIndex((r) => bandOf(r.value, null) !== bandOf(last.value, null));
          const bandSince = all[changed + 1]?.at ?? last.at;
          return [
            { metric, source: String(source), value: last.value, observedAt: last.at, bandSince, uncertain: false },
          ];
        }),
    ),
    bookings: [],
    speakers,
    closings,
    breaks,
  };
}

test("at any moment the line says what the state of the space would have been", () => {
  const METRICS: Metric[] = ["occupancy", "occupancySmoothed", "motion", "deskOccupied", "online", "signal"];
  const reading = fc.record({
    at: fc.integer({ min: -300, max: 400 }).map((minute) => minute * MINUTE),
    source: fc.integer({ min: 1, max: 2 }),
    metric: fc.constantFrom(...METRICS),
    value: fc.integer({ min: 0, max: 3 }),
  });
  // A source tells a metric once per moment: that is its key in the database.
  const readings = fc
    .uniqueArray(reading, { selector: (r) => `${r.at}/${r.source}/${r.metric}`, maxLength: 40 })
    .map((all) => all.toSorted((a, b) => a.at - b.at || a.source - b.source));
  const world = fc.record({
    holdMs: fc.constantFrom(null, 7 * MINUTE),
    readings,
    first: fc.constantFrom(null, MINUTE, 20 * MINUTE),
    speakers: fc.constantFrom(null, ["motion", "desk", "count"] as const),
    closings: fc.constantFrom([], [{ from: 50 * MINUTE, until: 90 * MINUTE }], [{ from: 200 * MINUTE, until: null }]),
    breaks: fc.constantFrom([], [{ from: 100 * MINUTE, until: 140 * MINUTE }]),
    movedAt: fc.integer({ min: -200, max: 300 }).map((minute) => minute * MINUTE),
  });
  fc.assert(
    fc.property(world, fc.array(fc.integer({ min: 0, max: 300 * MINUTE }), { minLength: 20 }), (given, times) => {
      const stays = [
        stay(1, { from: -FOREVER, expectedIntervalMs: given.first }),
        stay(2, { from: given.movedAt, expectedIntervalMs: null }),
      ];
      const all = input({ ...given, stays });
      const line = spaceLine(all, { from: 0, to: 301 * MINUTE });
      const ties = new Set(given.readings.map(({ at }) => at));
      for (const now of times) {
        const { state, count } = spaceState(factsAt(all, now), now);
        const code = line.findLast(({ at }) => at <= now)?.code ?? 0;
        const isKnown = ["over", "occupied", "away", "free"].includes(state);
        // Two alike of the same moment: either may speak.
        if (ties.size < given.readings.length) continue;
        expect([code > 0, code > 0 && isUsed(code), code > 0 ? peopleOf(code) : null]).toEqual([
          isKnown,
          isKnown && state !== "free",
          isKnown ? count : null,
        ]);
      }
    }),
    { numRuns: 400 },
  );
});
