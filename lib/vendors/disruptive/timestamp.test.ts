import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { microseconds } from "./timestamp";

const SECOND = Date.parse("2026-11-16T09:20:00Z") * 1000;

test.each([
  ["2026-11-16T09:20:00Z", SECOND],
  ["2026-11-16T09:20:00.5Z", SECOND + 500_000],
  ["2026-11-16T09:20:00.51Z", SECOND + 510_000],
  ["2026-11-16T09:20:00.361Z", SECOND + 361_000],
  ["2026-11-16T09:20:00.361454Z", SECOND + 361_454],
  ["2026-11-16T09:20:00.361454999Z", SECOND + 361_454],
  ["2026-11-16T10:20:00.000001+01:00", SECOND + 1],
  ["2026-11-16T03:50:00.000001-05:30", SECOND + 1],
  ["2026-11-16T09:20:00-00:00", SECOND],
  ["2028-02-29T00:00:00Z", Date.parse("2028-02-29T00:00:00Z") * 1000],
])("%s", (text, us) => {
  expect(microseconds(text)).toBe(us);
});

describe("no moment", () => {
  test.each([
    "",
    "2026-11-16",
    "2026-11-16 09:20:00Z",
    "2026-11-16T09:20Z",
    "2026-11-16T09:20:00",
    "2026-11-16T09:20:00.Z",
    "2026-11-16T09:20:00,5Z",
    "2026-11-16T09:20:00+0100",
    "2026-11-16T09:20:00+24:00",
    "2026-11-16T24:00:00Z",
    "2026-11-16T09:60:00Z",
    "2026-11-16T09:20:60Z",
    "2026-02-29T00:00:00Z",
    "2026-02-30T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "+12026-11-16T09:20:00Z",
    " 2026-11-16T09:20:00Z",
    "2026-11-16T09:20:00Z\n",
    "1794820800",
  ])("%j", (text) => {
    expect(microseconds(text)).toBeNull();
  });
});

const LATEST_EXACT = Date.UTC(2255, 0, 1) * 1000;
const moments = fc.integer({ min: 0, max: LATEST_EXACT });
const offsets = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });

/** The same moment on a clock that is so many minutes from UTC. */
function written(us: number, offsetMinutes: number): string {
  const wallClock = new Date(Math.floor(us / 1000) + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const fraction = String(us % 1_000_000).padStart(6, "0");
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return `${wallClock}.${fraction}${offsetMinutes < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

test("every µs until 2255 is read back exactly, whatever the offset", () => {
  fc.assert(fc.property(moments, offsets, (us, offset) => microseconds(written(us, offset)) === us));
});

test("any text is a whole number or nothing", () => {
  fc.assert(fc.property(fc.string(), (text) => Number.isInteger(microseconds(text) ?? 0)));
});
