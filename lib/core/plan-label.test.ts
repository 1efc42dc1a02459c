import { describe, expect, test } from "vitest";
import { fitLabel, signSizes, textWidth } from "./plan-label";

const words = { name: "Birch", value: "7 of 10", detail: "since 10:03", hasIcon: true };
const parts = (width: number, height: number, of = words) =>
  fitLabel(of, { width, height })?.lines.map(({ part, iconSize }) =>
    iconSize > 0 && part !== "icon" ? `icon+${part}` : part,
  ) ?? null;

describe("a label takes what room there is", () => {
  test.each([
    ["all of it", 200, 100, ["name", "icon+value", "detail"]],
    ["low: no detail", 200, 36, ["name", "icon+value"]],
    ["lower: no name", 200, 20, ["icon+value"]],
    ["narrower than the value", 30, 60, ["icon"]],
    ["next to nothing", 10, 12, ["icon"]],
    ["nothing", 4, 4, null],
  ])("%s", (_, width, height, expected) => {
    expect(parts(width, height)).toEqual(expected);
  });

  test("narrow and high: the icon gets a line of its own", () => {
    const long = { ...words, value: "100 of 120", detail: "" };
    expect(parts(68, 100, long)).toEqual(["icon", "name", "value"]);
  });

  test("words that are not there leave no gap", () => {
    expect(parts(200, 100, { ...words, detail: "", hasIcon: false })).toEqual(["name", "value"]);
  });

  test("letters shrink before anything is left out, and never below 11 px", () => {
    const full = fitLabel(words, { width: 400, height: 400 });
    const tight = fitLabel(words, { width: (full?.width ?? 0) - 4, height: 400 });
    expect(tight?.lines.map(({ part }) => part)).toEqual(["name", "value", "detail"]);
    expect(tight?.width).toBeLessThan(full?.width ?? 0);
    for (const { size, part } of tight?.lines ?? []) if (part !== "icon") expect(size).toBeGreaterThanOrEqual(11);
  });

  test("is never larger than its room", () => {
    for (let width = 10; width < 220; width += 7) {
      for (let height = 10; height < 120; height += 7) {
        const label = fitLabel(words, { width, height });
        expect(label === null || (label.width <= width && label.height <= height)).toBe(true);
      }
    }
  });
});

test("signs of a zone go from all words to the icon", () => {
  const signs = signSizes(words);
  expect(signs.map(({ label }) => label.lines.map(({ text }) => text))).toEqual([
    ["Birch", "7 of 10"],
    ["7 of 10"],
    [""],
  ]);
  expect(signs[0]?.width).toBeGreaterThan(signs[1]?.width ?? 0);
});

test("text is measured by its letters", () => {
  expect(textWidth("iiii", 10)).toBeLessThan(textWidth("mmmm", 10));
  expect(textWidth("会議室", 10)).toBeGreaterThan(30);
  expect(textWidth("7 of 10", 10, true)).toBeGreaterThan(textWidth("7 of 10", 10));
});

test("a zone of which nothing is known has its name alone, in the middle of its sign", () => {
  const [sign, ...others] = signSizes({ name: "North Desks", value: "", detail: "", hasIcon: false });
  expect(others).toEqual([]);
  expect(sign?.label.lines.map(({ part }) => part)).toEqual(["name"]);
  expect(sign?.label.width).toBe(textWidth("North Desks", 12.5));
});
