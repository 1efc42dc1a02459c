import { expect, test } from "vitest";
import { wantedPartitions } from "./partitions";

test("partitions touch without a gap, from the past that is kept to the days ahead", () => {
  for (const table of ["delivery", "reading"]) {
    const ranges = wantedPartitions(new Date("2026-12-31T23:59:59Z")).filter((range) => range.table === table);
    for (const [i, range] of ranges.entries()) if (i > 0) expect(range.from).toBe(ranges[i - 1]?.to);
    expect((ranges[0]?.from ?? "") < "2026-12-02").toBe(true);
    expect((ranges.at(-1)?.to ?? "") > "2027-01-01 12").toBe(true);
  }
});
