import { expect, test } from "vitest";
import { askedOnTheServer } from "./asked-on-the-server";

test("what runs on the server has no hooks to ask for words", () => {
  expect(askedOnTheServer()).toEqual([]);
});
