import { expect, test } from "vitest";
import { bucketTotals } from "./bucket-totals";

const at = (iso: string) => Date.parse(iso);
const span = { from: at("2026-10-25T00:00:00+02:00"), to: at("2026-10-26T00:00:00+01:00") };

test("the day the clocks go back has 25 hours and is one day", () => {
  const amounts = [
    { at: at("2026-10-25T00:30:00Z"), amount: 2 }, // 02:30 summer time
    { at: at("2026-10-25T01:30:00Z"), amount: 3 }, // 02:30 again
  ];
  const hours = bucketTotals(amounts, span, "hour", "Europe/Berlin");
  expect(hours).toHaveLength(25);
  expect(hours.map(({ total }) => total).filter((total) => total !== null)).toEqual([2, 3]);
  expect(bucketTotals(amounts, span, "day", "Europe/Berlin")).toEqual([{ ...span, total: 5 }]);
});

test("where nothing was reported there is no total; a reported nothing is 0", () => {
  const buckets = bucketTotals(
    [{ at: span.from, amount: 0 }],
    { ...span, to: span.from + 2 * 3_600_000 },
    "hour",
    "UTC",
  );
  expect(buckets.map(({ total }) => total)).toEqual([0, null]);
});

test("what lies outside the span is left out", () => {
  const amounts = [
    { at: span.from - 1, amount: 9 },
    { at: span.to, amount: 9 },
  ];
  expect(bucketTotals(amounts, span, "day", "Europe/Berlin")[0]?.total).toBeNull();
});
