import { expect, test } from "vitest";
import { airFigure, airText, airUnit, keptValue, shownValue } from "./environment";
import { textIn } from "./text";

const t = textIn("en", {}, "fahrenheit");

test.each([
  [0, 32],
  [18, 64.4],
  [22.4, 72.3],
  [-40, -40],
])("%s °C are read as %s °F", (kept, shown) => {
  expect(shownValue("temperature", kept, t)).toBe(shown);
});

test.each([64.4, 68, 72.3, 78.8, -4])("%s °F stay what was typed", (shown) => {
  expect(shownValue("temperature", keptValue("temperature", shown, t), t)).toBe(shown);
});

test("only temperatures change their unit", () => {
  expect([airText("temperature", 22.4, t), airText("humidity", 41.2, t), airText("co2", 812, t)]).toEqual([
    "72.3\u2009°F",
    "41\u2009%RH",
    "812\u2009ppm",
  ]);
  expect([airUnit("temperature"), airFigure("temperature", 22.4)]).toEqual(["°C", "22.4"]);
});
