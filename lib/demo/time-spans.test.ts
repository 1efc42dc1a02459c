import { describe, expect, it } from "vitest";
import { mergeSpans, missingSpans, newestFirst } from "./time-spans";

const span = (from: number, to: number) => ({ from, to });

describe("mergeSpans", () => {
  it("joins what touches or overlaps and drops what is empty", () => {
    expect(mergeSpans([span(5, 9), span(0, 3), span(3, 4), span(8, 12), span(20, 20)])).toEqual([
      span(0, 4),
      span(5, 12),
    ]);
  });

  it("keeps the longer one when one lies within the other", () => {
    expect(mergeSpans([span(0, 10), span(2, 3)])).toEqual([span(0, 10)]);
  });
});

describe("missingSpans", () => {
  it.each([
    ["all of it when nothing is covered", [], [span(10, 20)]],
    ["nothing when all is covered", [span(0, 30)], []],
    ["the time since the last run", [span(10, 15)], [span(15, 20)]],
    ["the time before the first run", [span(15, 20)], [span(10, 15)]],
    ["the hole between two runs", [span(5, 12), span(18, 25)], [span(12, 18)]],
    ["all of it when only later time is covered", [span(20, 40)], [span(10, 20)]],
    ["all of it when only earlier time is covered", [span(0, 10)], [span(10, 20)]],
  ])("is %s", (_name, covered, missing) => {
    expect(missingSpans(span(10, 20), covered)).toEqual(missing);
  });
});

describe("newestFirst", () => {
  it("cuts from the newer end", () => {
    expect(newestFirst(span(0, 25), 10)).toEqual([span(15, 25), span(5, 15), span(0, 5)]);
  });

  it("has nothing to cut in an empty span", () => {
    expect(newestFirst(span(5, 5), 10)).toEqual([]);
  });
});
