import { expect, test } from "vitest";
import { placeBeside } from "./place-beside";

const VIEW = { width: 400, height: 300 };
const BOX = { width: 100, height: 40 };
const about = (left: number, top: number) => ({ left, top, width: 20, height: 20 });

test("stands centred on the wished side", () => {
  expect(placeBeside(about(200, 150), BOX, VIEW, "top")).toEqual({ left: 160, top: 104 });
  expect(placeBeside(about(200, 150), BOX, VIEW, "bottom")).toEqual({ left: 160, top: 176 });
  expect(placeBeside(about(200, 150), BOX, VIEW, "right")).toEqual({ left: 226, top: 140 });
});

test("changes sides where there is no room, and stays in the window", () => {
  expect(placeBeside(about(200, 10), BOX, VIEW, "top")).toEqual({ left: 160, top: 36 });
  expect(placeBeside(about(200, 270), BOX, VIEW, "bottom")).toEqual({ left: 160, top: 224 });
  expect(placeBeside(about(360, 150), BOX, VIEW, "right")).toEqual({ left: 254, top: 140 });
  expect(placeBeside(about(0, 150), BOX, VIEW, "top").left).toBe(8);
  expect(placeBeside(about(390, 150), BOX, VIEW, "top").left).toBe(292);
});
