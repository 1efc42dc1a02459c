import { expect, test } from "vitest";
import { readerUnit } from "./reader-unit";
import { english, textIn } from "./text";

const fahrenheit = textIn("en", {}, "fahrenheit");

test("temperatures in °F, there and back; everything else as it is", () => {
  const { unit, shown, kept } = readerUnit("°C", fahrenheit);
  expect(unit).toBe("°F");
  expect([26, 19, -40].map(shown)).toEqual([78.8, 66.2, -40]);
  expect([78.8, 66.2, 75].map(kept)).toEqual([26, 19, 23.89]);
  expect(shown(kept(75))).toBe(75);
  expect(readerUnit("ppm", fahrenheit)).toMatchObject({ unit: "ppm" });
  expect(readerUnit("ppm", fahrenheit).shown(1200)).toBe(1200);
});

test("without °F nothing is rounded; people need no unit", () => {
  expect(readerUnit("°C", english).shown(25.55)).toBe(25.55);
  expect(readerUnit("people", english).unit).toBe("");
});
