import { describe, expect, test } from "vitest";
import { USUAL_WISHES } from "./preference";
import { quietUntil } from "./quiet-hours";
import { retryAfter } from "./retry";
import { type Reader, targetsOf } from "./targets";

const NIGHT = { from: "22:00", to: "06:30", butCritical: true };

describe("quiet hours", () => {
  test.each([
    ["2026-11-18T21:59+01:00", null],
    ["2026-11-18T22:00+01:00", "2026-11-19T06:30+01:00"],
    ["2026-11-19T03:00+01:00", "2026-11-19T06:30+01:00"],
    ["2026-11-19T06:30+01:00", null],
    // The night in which clocks are set back has an hour more, the one in spring an hour less.
    ["2026-10-24T23:00+02:00", "2026-10-25T06:30+01:00"],
    ["2026-03-28T23:00+01:00", "2026-03-29T06:30+02:00"],
  ])("at %s in Berlin: until %s", (at, until) => {
    const found = quietUntil(NIGHT, "warning", "Europe/Berlin", Date.parse(at));
    expect(found).toBe(until && Date.parse(until));
  });

  test("a time that a clock change leaves out is the first moment after it", () => {
    const quiet = { from: "01:00", to: "02:30", butCritical: false };
    const until = quietUntil(quiet, "warning", "Europe/Berlin", Date.parse("2026-03-29T01:30+01:00"));
    expect(until).toBe(Date.parse("2026-03-29T03:30+02:00"));
  });

  test("are by the clock of the site, not of the person", () => {
    const at = Date.parse("2026-11-18T22:30+01:00");
    expect(quietUntil(NIGHT, "warning", "America/New_York", at)).toBeNull();
  });

  test("let critical alerts through only where that is wished for", () => {
    const at = Date.parse("2026-11-18T23:00+01:00");
    expect(quietUntil(NIGHT, "critical", "Europe/Berlin", at)).toBeNull();
    expect(quietUntil({ ...NIGHT, butCritical: false }, "critical", "Europe/Berlin", at)).not.toBeNull();
  });
});

describe("who is told", () => {
  const now = Date.parse("2026-11-18T10:00Z");
  const ALERT = { kind: "water", severity: "warning", wayUp: [9, 5, 2, 1], timeZone: "UTC" } as const;
  const MAIL = { id: "00000000-0000-4000-8000-000000000001", kind: "email", name: "Mail" } as const;
  const SLACK = { id: "00000000-0000-4000-8000-000000000002", kind: "slack", name: "#facilities" } as const;
  const reader = (userId: string, change: Partial<Reader> = {}): Reader => ({
    userId,
    name: userId,
    role: "operator",
    wishes: null,
    browsers: 0,
    ...change,
  });
  const follower = (userId: string, change = {}) =>
    reader(userId, { wishes: { ...USUAL_WISHES, isFollowing: true, ...change } });
  const told = (to: Parameters<typeof targetsOf>[0]["to"], readers: readonly Reader[], channels = [MAIL, SLACK]) =>
    targetsOf({ afterMinutes: 0, when: "always", minSeverity: "notice", to }, ALERT, { readers, channels }, now).map(
      ({ target }) => target,
    );

  test.each<[string, Reader[], string[]]>([
    ["those who asked for it, not the others", [follower("ada"), reader("bob")], ["user:ada:email"]],
    ["by every way they chose", [{ ...follower("ada"), browsers: 2 }], ["user:ada:email", "user:ada:push"]],
    ["not of other kinds", [follower("ada", { kinds: ["battery"] })], []],
    ["not of less than they asked for", [follower("ada", { minSeverity: "critical" })], []],
    [
      "of places they chose, and what is in them",
      [follower("ada", { places: ["2"] }), follower("bob", { places: ["7"] })],
      ["user:ada:email"],
    ],
  ])("followers: %s", (_, readers, expected) => {
    expect(told([{ to: "followers" }], readers)).toEqual(expected);
  });

  test("whom a step names is told once, however often it names them, and by mail when they never said how", () => {
    const twice = told(
      [
        { to: "person", userId: "bob" },
        { to: "role", role: "operator" },
      ],
      [reader("bob")],
    );
    expect(twice).toEqual(["user:bob:email"]);
  });

  test("who may not see the alert is not among the readers, and is not told when named", () => {
    expect(told([{ to: "person", userId: "eve" }], [reader("bob")])).toEqual([]);
  });

  test("channels are told as they are; one that is gone or off is passed by", () => {
    expect(told([{ to: "channel", channelId: SLACK.id }], [])).toEqual([`channel:${SLACK.id}`]);
    expect(told([{ to: "channel", channelId: SLACK.id }], [], [MAIL])).toEqual([]);
  });

  test("without a mail server nobody is mailed", () => {
    expect(told([{ to: "followers" }], [follower("ada")], [])).toEqual([]);
  });

  test("in somebody's quiet hours theirs waits, the others' do not", () => {
    const quiet = { from: "09:00", to: "11:00", butCritical: false };
    const targets = targetsOf(
      { afterMinutes: 0, when: "always", minSeverity: "notice", to: [{ to: "followers" }] },
      ALERT,
      { readers: [follower("ada", { quiet }), follower("bob")], channels: [MAIL] },
      now,
    );
    expect(targets.map(({ userId, notBefore }) => [userId, notBefore - now])).toEqual([
      ["ada", 3_600_000],
      ["bob", 0],
    ]);
  });
});

test("tries are further and further apart, and end after about a day", () => {
  const waits = Array.from({ length: 12 }, (_, i) => retryAfter(i + 1, null));
  expect(waits.slice(0, 3)).toEqual([5_000, 30_000, 120_000]);
  expect(waits.slice(9)).toEqual([null, null, null]);
  const total = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0);
  expect(total / 3_600_000).toBeGreaterThan(22);
  expect(retryAfter(1, 60)).toBe(60_000);
  expect(retryAfter(1, 86_400)).toBe(3_600_000);
});
