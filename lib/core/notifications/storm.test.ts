import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALERT_SEVERITIES, type AlertSeverity } from "../alert";
import { type DueMessage, GATHER_MS, heldBack, MOST_MESSAGES, STORM_MS, summaryAt } from "./storm";

const due = (count: number, severity: AlertSeverity = "warning", target = "user:1:email"): DueMessage[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${target} ${severity} ${i}`, target, severity }));
const ids = (messages: readonly DueMessage[]) => messages.map(({ id }) => id);

describe("what is held back", () => {
  test.each([
    ["nothing is due", [], 0, []],
    ["as many as are allowed", due(20), 0, []],
    ["one more than is allowed: the last", due(21), 0, ["user:1:email warning 20"]],
    ["what was sent before counts", due(3), 18, ["user:1:email warning 2"]],
    ["more was sent than is allowed, all of it critical", due(1), 40, ["user:1:email warning 0"]],
    ["critical ones are never held back", due(200, "critical"), 200, []],
    ["critical ones take the room of others", [...due(2), ...due(19, "critical")], 0, ["user:1:email warning 1"]],
    ["the gravest go first", [...due(20, "notice"), ...due(1)], 0, ["user:1:email notice 19"]],
  ])("%s", (_, messages, used, expected) => {
    expect(heldBack(messages, new Map([["user:1:email", used]]))).toEqual(expected);
  });

  test("each recipient and way has its own room", () => {
    const messages = [...due(25), ...due(20, "warning", "user:1:push"), ...due(21, "notice", "channel:7")];
    expect(heldBack(messages, new Map([["user:1:push", 1]]))).toEqual(
      ids([
        ...due(25).slice(20),
        ...due(20, "warning", "user:1:push").slice(19),
        ...due(21, "notice", "channel:7").slice(20),
      ]),
    );
  });
});

const bursts = fc.array(
  fc.record({
    afterS: fc.integer({ min: 1, max: 400 }),
    messages: fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom(...ALERT_SEVERITIES)), { maxLength: 60 }),
  }),
  { maxLength: 40 },
);
type Event = { readonly at: number; readonly target: string; readonly severity: AlertSeverity };

/** What becomes of bursts of alerts that are judged as they come. */
function run(all: typeof bursts extends fc.Arbitrary<infer T> ? T : never) {
  const told: Event[] = [];
  const held: Event[] = [];
  const summaries: { target: string; at: number }[] = [];
  let at = 0;
  for (const { afterS, messages } of all) {
    at += afterS * 1_000;
    const now = messages.map(([target, severity], i) => ({ id: String(i), target, severity }));
    const used = new Map<string, number>();
    for (const { target } of told.filter((past) => past.at > at - STORM_MS))
      used.set(target, (used.get(target) ?? 0) + 1);
    const back = heldBack(now, used);
    for (const { id, ...one } of now) (back.includes(id) ? held : told).push({ ...one, at });
    for (const target of new Set(held.filter((one) => one.at === at).map((one) => one.target))) {
      const last = summaries.findLast((one) => one.target === target)?.at ?? null;
      if (last === null || last <= at) summaries.push({ target, at: summaryAt(at, last) });
    }
  }
  return { told, held, summaries };
}

test("nobody gets more than is allowed in any ten minutes, but for critical alerts, and none of those waits", () => {
  fc.assert(
    fc.property(bursts, (all) => {
      const { told, held } = run(all);
      expect(held.filter(({ severity }) => severity === "critical")).toEqual([]);
      const others = told.filter(({ severity }) => severity !== "critical");
      for (const { at, target } of others) {
        const lately = others.filter((one) => one.target === target && one.at > at - STORM_MS && one.at <= at);
        expect(lately.length).toBeLessThanOrEqual(MOST_MESSAGES);
      }
    }),
  );
});

test("one summary at most in any ten minutes, and what is held back is told within them", () => {
  fc.assert(
    fc.property(bursts, (all) => {
      const { held, summaries } = run(all);
      for (const target of ["a", "b"]) {
        const mine = summaries.filter((one) => one.target === target).map(({ at }) => at);
        for (const [i, at] of mine.slice(1).entries()) expect(at - (mine[i] ?? 0)).toBeGreaterThanOrEqual(STORM_MS);
        for (const one of held.filter((back) => back.target === target))
          expect(mine.some((at) => at >= one.at && at - one.at <= STORM_MS)).toBe(true);
      }
    }),
  );
});

test("asked again about what it let through, it holds back nothing more", () => {
  const messages = fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom(...ALERT_SEVERITIES)), {
    maxLength: 90,
  });
  fc.assert(
    fc.property(messages, fc.nat(30), (all, used) => {
      const now = all.map(([target, severity], i) => ({ id: String(i), target, severity }));
      const sent = new Map([["a", used]]);
      const back = heldBack(now, sent);
      expect(
        heldBack(
          now.filter(({ id }) => !back.includes(id)),
          sent,
        ),
      ).toEqual([]);
    }),
  );
});

test.each([
  ["the first waits for more of the same", null, GATHER_MS],
  ["ten minutes after the last", -60_000, STORM_MS - 60_000],
  ["the last is long ago", -3 * STORM_MS, GATHER_MS],
])("a summary: %s", (_, last, expected) => {
  expect(summaryAt(1_000_000, last === null ? null : 1_000_000 + last) - 1_000_000).toBe(expected);
});
